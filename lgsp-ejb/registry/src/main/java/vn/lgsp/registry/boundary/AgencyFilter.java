package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/**
 * Which agencies to list.
 *
 * @param text the beginning of a code in either form, or a part of the name, accents or not; null for all
 * @param level 1–9; null for all
 * @param kind as agencies are labelled, e.g. {@code Sở}; null for all
 * @param area a part of the area's name, accents or not; null for all
 * @param state null for all
 * @param within this agency and everything below it, as the tree was at that time; null for all
 * @param asOf what was so at that instant; null for now
 * @param after the code of QĐ 20/2020 of the last row of the page before; null for the first page
 * @param limit 1–1000
 */
public record AgencyFilter(
        String text,
        Integer level,
        String kind,
        String area,
        Agency.State state,
        UUID within,
        Instant asOf,
        String after,
        int limit) {}
