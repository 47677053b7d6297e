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
 * @param heirs who gets what, where it is not the heir of the agency; at most 1,000, each thing once
 */
public record ReorganisationDraft(
        String title,
        String agency,
        String document,
        LocalDate documentDate,
        LocalDate effectiveOn,
        int aliasDays,
        List<ReorganisationStep> steps,
        List<ReorganisationHeir> heirs) {
    public ReorganisationDraft {
        steps = steps == null ? List.of() : List.copyOf(steps);
        heirs = heirs == null ? List.of() : List.copyOf(heirs);
    }

    /** A draft in which everything goes to the heirs of the agencies. */
    public ReorganisationDraft(
            String title,
            String agency,
            String document,
            LocalDate documentDate,
            LocalDate effectiveOn,
            int aliasDays,
            List<ReorganisationStep> steps) {
        this(title, agency, document, documentDate, effectiveOn, aliasDays, steps, List.of());
    }

    /** The same with another title, agency and decision. */
    public ReorganisationDraft withFacts(
            String newTitle, String newAgency, String newDocument, LocalDate newDocumentDate) {
        return new ReorganisationDraft(
                newTitle, newAgency, newDocument, newDocumentDate, effectiveOn, aliasDays, steps, heirs);
    }

    /** The same on another day. */
    public ReorganisationDraft withDay(LocalDate newEffectiveOn, int newAliasDays) {
        return new ReorganisationDraft(
                title, agency, document, documentDate, newEffectiveOn, newAliasDays, steps, heirs);
    }

    /** The same with other steps. */
    public ReorganisationDraft withSteps(List<ReorganisationStep> newSteps) {
        return new ReorganisationDraft(title, agency, document, documentDate, effectiveOn, aliasDays, newSteps, heirs);
    }

    /** The same with other exceptions from the rule of who inherits. */
    public ReorganisationDraft withHeirs(List<ReorganisationHeir> newHeirs) {
        return new ReorganisationDraft(title, agency, document, documentDate, effectiveOn, aliasDays, steps, newHeirs);
    }
}
