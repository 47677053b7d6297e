package vn.lgsp.model.error;

import jakarta.ejb.ApplicationException;
import java.util.Optional;

/** A wrong signature in the test environment: the refusal tells what the platform took to have been signed, so that it can be compared. */
@ApplicationException(rollback = true)
public class SignatureRefused extends LgspException {
    private static final long serialVersionUID = 1L;

    private final String signingText;

    /** A refusal; {@code signingText} holds no secrets, and is null outside of the test environment. */
    public SignatureRefused(String signingText) {
        super(ErrorCode.SIGNATURE_INVALID);
        this.signingText = signingText;
    }

    /** What was signed in the eyes of the platform. */
    public Optional<String> signingText() {
        return Optional.ofNullable(signingText);
    }
}
