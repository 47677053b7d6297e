package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.IdentifierCode;

/**
 * Which codes to list.
 *
 * @param text the beginning of a code in either form, or a part of the agency's name, accents or not; null for all
 * @param state null for all
 * @param within this agency and everything below it; null for all
 * @param after the code of the last row of the page before; null for the first page
 * @param limit 1–1000
 */
public record CodeFilter(String text, IdentifierCode.State state, UUID within, String after, int limit) {}
