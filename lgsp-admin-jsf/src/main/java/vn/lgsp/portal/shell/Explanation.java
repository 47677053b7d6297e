package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;

/** Refusals in the words of the visit's language. */
@RequestScoped
public class Explanation {
    @Inject
    private Visit visit;

    /** What was refused and what to do, in one line. FORBIDDEN and NOT_FOUND are thrown on: they have pages of their own. */
    public String of(LgspException refusal) {
        if (refusal.code() == ErrorCode.FORBIDDEN || refusal.code() == ErrorCode.NOT_FOUND) {
            throw refusal;
        }
        if (!refusal.fields().isEmpty()) {
            return ErrorTexts.title(refusal.code(), visit.getLocale()) + ": "
                    + String.join("; ", fields(refusal).values()) + ".";
        }
        return ErrorTexts.title(refusal.code(), visit.getLocale()) + ". "
                + ErrorTexts.detail(refusal, visit.getLocale()) + " "
                + ErrorTexts.fix(refusal.code(), visit.getLocale());
    }

    /** Why each field was refused, by its name. */
    public Map<String, String> fields(LgspException refusal) {
        return refusal.fields().stream()
                .collect(Collectors.toMap(
                        LgspException.FieldError::field,
                        field -> ErrorTexts.reason(field, visit.getLocale()),
                        (first, second) -> first));
    }
}
