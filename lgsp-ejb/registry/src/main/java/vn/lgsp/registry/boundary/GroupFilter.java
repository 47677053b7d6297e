package vn.lgsp.registry.boundary;

import java.util.UUID;

/**
 * What a list of groups is narrowed to.
 *
 * @param text the beginning of the code, or any part of the name, accents or not; null for all
 * @param agencyId an agency that owns the group, is a member or is to become one; null for all
 * @param waiting only groups in which a joining waits for an approval
 * @param after the id of the last group of the page before; null for the beginning
 * @param limit 1–1,001
 */
public record GroupFilter(String text, UUID agencyId, boolean waiting, UUID after, int limit) {}
