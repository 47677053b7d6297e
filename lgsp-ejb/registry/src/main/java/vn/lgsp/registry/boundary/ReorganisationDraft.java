package vn.lgsp.registry.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * What a request for reorganisation says.
 *
 * @param title 3–300 characters
 * @param agency code of the agency that asks, in either form
 * @param document number and notation of the decision, at most 200 characters; needed before it is submitted
 * @param documentDate its date; needed before it is submitted
 * @param effectiveOn the first day on which it is so, from midnight in Viet Nam; needed before it is submitted
 * @param aliasDays how long packets for codes that end still go on to a single successor, 0–3650
 * @param steps at most 500; needed before it is submitted
 */
public record ReorganisationDraft(
        String title,
        String agency,
        String document,
        LocalDate documentDate,
        LocalDate effectiveOn,
        int aliasDays,
        List<ReorganisationStep> steps) {
    public ReorganisationDraft {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
