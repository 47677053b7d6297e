package vn.lgsp.web.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** What people send about reorganisations, as the contract names it. */
public final class ReorganisationInputs {
    private static final int MAX_STEPS = 500;
    private static final int MAX_HEIRS = 1000;

    private ReorganisationInputs() {}

    /** Schema ReorganisationDraft. */
    public record Draft(
            String title,
            String agency,
            String document,
            String documentDate,
            String effectiveOn,
            Integer aliasDays,
            List<Step> steps,
            List<Heir> heirs) {

        /** Turns words into values; what cannot be one is refused here, everything else by the core. */
        public ReorganisationDraft toDraft() {
            List<ReorganisationStep> list = new ArrayList<>();
            if (steps != null) {
                if (steps.size() > MAX_STEPS) {
                    throw Inputs.invalid("steps", "items", 0, MAX_STEPS);
                }
                for (int i = 0; i < steps.size(); i++) {
                    if (steps.get(i) == null) {
                        throw Inputs.invalid("steps[" + i + "]", "required");
                    }
                    list.add(steps.get(i).toStep("steps[" + i + "]"));
                }
            }
            return new ReorganisationDraft(
                    title,
                    agency,
                    document,
                    day("documentDate", documentDate),
                    day("effectiveOn", effectiveOn),
                    aliasDays == null ? 0 : aliasDays,
                    list,
                    heirList());
        }

        private List<ReorganisationHeir> heirList() {
            List<ReorganisationHeir> list = new ArrayList<>();
            if (heirs != null && heirs.size() > MAX_HEIRS) {
                throw Inputs.invalid("heirs", "items", 0, MAX_HEIRS);
            }
            for (int i = 0; heirs != null && i < heirs.size(); i++) {
                String field = "heirs[" + i + "]";
                if (heirs.get(i) == null) {
                    throw Inputs.invalid(field, "required");
                }
                list.add(heirs.get(i).toHeir(field));
            }
            return list;
        }

        private static LocalDate day(String field, String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw Inputs.invalid(field, "form");
            }
        }
    }

    /** Schema ReorganisationStep. */
    public record Step(
            String act,
            List<String> sources,
            String target,
            String targetQcvn,
            String name,
            String shortName,
            String kind,
            String parent) {

        private ReorganisationStep toStep(String field) {
            if (sources != null && sources.contains(null)) {
                throw Inputs.invalid(field + ".sources", "required");
            }
            return new ReorganisationStep(
                    constant(ReorganisationAct.class, field + ".act", act),
                    sources,
                    target,
                    targetQcvn,
                    name,
                    shortName,
                    kind,
                    parent);
        }
    }

    /** Schema ReorganisationHeir. */
    public record Heir(String subject, String thing, String heir) {

        private ReorganisationHeir toHeir(String field) {
            try {
                return new ReorganisationHeir(
                        constant(ReorganisationHeir.Subject.class, field + ".subject", subject),
                        thing == null ? null : UUID.fromString(thing),
                        heir);
            } catch (IllegalArgumentException e) {
                throw Inputs.invalid(field + ".thing", "form");
            }
        }
    }

    /** A constant by its word in small letters; null for null; a refusal of the field for anything else. */
    public static <E extends Enum<E>> E constant(Class<E> type, String field, String word) {
        return word == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() -> Inputs.invalid(field, "form"));
    }
}
