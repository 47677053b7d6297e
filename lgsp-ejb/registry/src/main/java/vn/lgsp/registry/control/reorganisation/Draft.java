package vn.lgsp.registry.control.reorganisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** Checks what a draft may look like at all; whether its steps can be carried out, the planner says. */
final class Draft {
    private static final int MAX_STEPS = 500;
    private static final int MAX_SOURCES = 200;
    private static final int MAX_ALIAS_DAYS = 3650;
    private static final int MAX_HEIRS = 1000;

    private Draft() {}

    /** The draft with blanks around its texts taken away; REQUEST_INVALID naming all fields at fault. */
    static ReorganisationDraft checked(ReorganisationDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        text(draft.title(), "title", 3, 300, errors);
        if (draft.document() != null) {
            text(draft.document(), "document", 1, 200, errors);
        }
        if (draft.aliasDays() < 0 || draft.aliasDays() > MAX_ALIAS_DAYS) {
            errors.add(new FieldError("aliasDays", "number", 0, MAX_ALIAS_DAYS));
        }
        if (draft.steps().size() > MAX_STEPS) {
            errors.add(new FieldError("steps", "items", 0, MAX_STEPS));
        }
        for (int i = 0; i < draft.steps().size() && errors.size() < 100; i++) {
            step(draft.steps().get(i), "steps[" + i + "]", errors);
        }
        heirs(draft.heirs(), errors);
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
        return new ReorganisationDraft(
                draft.title().strip(),
                draft.agency(),
                stripped(draft.document()),
                draft.documentDate(),
                draft.effectiveOn(),
                draft.aliasDays(),
                draft.steps().stream().map(Draft::tidy).toList(),
                draft.heirs().stream()
                        .map(heir -> new ReorganisationHeir(heir.subject(), heir.thing(), code(heir.heir())))
                        .toList());
    }

    private static void heirs(List<ReorganisationHeir> heirs, List<FieldError> errors) {
        if (heirs.size() > MAX_HEIRS) {
            errors.add(new FieldError("heirs", "items", 0, MAX_HEIRS));
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < heirs.size() && errors.size() < 100; i++) {
            ReorganisationHeir heir = heirs.get(i);
            String field = "heirs[" + i + "]";
            if (heir.subject() == null || heir.thing() == null) {
                errors.add(new FieldError(field, "required"));
            } else if (!seen.add(List.of(heir.subject(), heir.thing()))) {
                errors.add(new FieldError(field, "heir-twice"));
            } else if (code(heir.heir()) != null && heir.subject() == ReorganisationHeir.Subject.KEY) {
                errors.add(new FieldError(field, "heir-key"));
            } else if (code(heir.heir()) != null && unreadable(heir.heir())) {
                errors.add(new FieldError(field, "code-too-long", "…"));
            }
        }
    }

    private static boolean unreadable(String code) {
        return AgencyCode.tidy(code).length() > AgencyCode.MAX_LENGTH
                || AgencyCode.tidy(code).contains(" ");
    }

    private static void step(ReorganisationStep step, String field, List<FieldError> errors) {
        if (step.act() == null) {
            errors.add(new FieldError(field + ".act", "required"));
        }
        if (step.sources().size() > MAX_SOURCES) {
            errors.add(new FieldError(field + ".sources", "items", 0, MAX_SOURCES));
        }
        Stream.concat(
                        step.sources().stream(),
                        Stream.of(step.target(), step.parent(), step.targetQcvn())
                                .filter(Objects::nonNull))
                .filter(Draft::unreadable)
                .findFirst()
                .ifPresent(code -> errors.add(new FieldError(field, "code-too-long", "…")));
        for (String text : new String[] {step.name(), step.shortName(), step.kind()}) {
            if (text != null && !text.isBlank()) {
                text(text, field, 1, 200, errors);
            }
        }
        if (step.kind() != null && step.kind().strip().length() > 60) {
            errors.add(new FieldError(field + ".kind", "length", 0, 60));
        }
    }

    private static void text(String text, String field, int least, int most, List<FieldError> errors) {
        String value = text == null ? "" : text.strip();
        if (value.length() < least || value.length() > most) {
            errors.add(new FieldError(field, "length", least, most));
        } else if (value.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field, "control-character"));
        }
    }

    private static ReorganisationStep tidy(ReorganisationStep step) {
        return new ReorganisationStep(
                step.act(),
                step.sources().stream().map(AgencyCode::tidy).toList(),
                code(step.target()),
                code(step.targetQcvn()),
                stripped(step.name()),
                stripped(step.shortName()),
                stripped(step.kind()),
                code(step.parent()));
    }

    private static String code(String text) {
        return text == null || text.isBlank() ? null : AgencyCode.tidy(text);
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
