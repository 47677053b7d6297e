package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;

/**
 * Which requests to list, newest first.
 *
 * @param text a part of number or title, accents or not; null for all
 * @param state null for all
 * @param act null for all
 * @param after the last request of the page before; null for the first page
 * @param limit 1–200
 */
public record ReorganisationFilter(
        String text, ReorganisationState state, ReorganisationAct act, UUID after, int limit) {}
