package vn.lgsp.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.error.ContentRefused;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.SignatureRefused;
import vn.lgsp.web.view.TypeViews;

/** A refusal as RFC 9457 writes it, with the members of the catalogue. */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String fix,
        boolean retry,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant serverTime,
        @JsonInclude(JsonInclude.Include.NON_NULL) String signatureBase,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TypeViews.Violation> violations,
        @JsonProperty("error_code") @JsonInclude(JsonInclude.Include.NON_NULL) String errorCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) String message) {

    /** A field that was refused, and why. */
    public record Field(String field, String reason) {}

    /** Puts an error into words. The platform's time is told to whoever was not let in: a wrong clock is the commonest reason. */
    public static Problem of(LgspException error, UUID requestId, Locale locale) {
        ErrorCode code = error.code();
        return new Problem(
                "/api/v1/errors/" + code.code(),
                ErrorTexts.title(code, locale),
                code.status(),
                code.code(),
                ErrorTexts.detail(error, locale),
                ErrorTexts.fix(code, locale),
                code.retry(),
                requestId.toString(),
                code.status() == 401 ? Instant.now() : null,
                error instanceof SignatureRefused refused
                        ? refused.signingText().orElse(null)
                        : null,
                error.fields().stream()
                        .map(field -> new Field(field.field(), ErrorTexts.reason(field, locale)))
                        .toList(),
                error instanceof ContentRefused refused
                        ? refused.violations().stream()
                                .map(one -> TypeViews.Violation.of(one, locale))
                                .toList()
                        : List.of(),
                null,
                null);
    }

    /** The same refusal for older software, which reads {@code error_code} and {@code message} and nothing else. */
    public Problem forOlderSoftware() {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                fix,
                retry,
                requestId,
                serverTime,
                signatureBase,
                errors,
                violations,
                code,
                detail);
    }
}
