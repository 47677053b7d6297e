package vn.lgsp.model.error;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A refusal that a person or a program caused and can mend; carries its entry of the catalogue. It rolls the transaction back, so that
 * nothing half-done stays behind.
 */
@ApplicationException(rollback = true)
public class LgspException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Object[] arguments;
    private final transient List<FieldError> fields;

    /** One field that was refused; {@code reason} is a key of the bundle {@code vn.lgsp.model.error.Fields}, or the code of an error with a detail. */
    public record FieldError(String field, String reason, Object... arguments) {}

    /** A refusal with the values that its detail names, in the order of the catalogue's text. */
    public LgspException(ErrorCode code, Object... arguments) {
        this(code, List.of(), arguments);
    }

    /** A refusal that names the fields at fault. */
    public LgspException(ErrorCode code, List<FieldError> fields, Object... arguments) {
        super(code.code());
        this.code = code;
        this.arguments = arguments.clone();
        this.fields = List.copyOf(fields);
    }

    public ErrorCode code() {
        return code;
    }

    /** The values for the text of the catalogue; never null. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }

    /** The fields at fault; empty for other refusals. */
    public List<FieldError> fields() {
        return fields == null ? List.of() : fields;
    }
}
