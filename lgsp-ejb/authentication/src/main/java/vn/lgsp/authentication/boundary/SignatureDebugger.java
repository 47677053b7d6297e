package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.authentication.control.PastedRequest;
import vn.lgsp.authentication.control.StoredKey;
import vn.lgsp.authentication.control.Verification;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Scope;

/**
 * Says why a signature is wrong (gỡ lỗi chữ ký): somebody pastes a request as their program sent it, and sees what the platform takes to have
 * been signed and, for a key they look after, which of the usual mistakes makes the signature right. Nothing is let in, no nonce is used up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignatureDebugger {
    @Inject
    private Verification verification;

    @Inject
    private KeyRights rights;

    @Inject
    private Scope scope;

    /**
     * Explains a pasted request.
     *
     * @param text request line, headers, an empty line, body; up to 64 KiB
     * @throws LgspException FORBIDDEN for somebody who has nothing to do with keys; REQUEST_INVALID naming {@code request} when the text is no
     *     request
     */
    public SignatureExplanation explain(Staff staff, String text) {
        scope.require(staff, Right.AUTHENTICATION_LOG_READ);
        return verification.explain(PastedRequest.parse(text), key -> looksAfter(staff, key));
    }

    /** Only those who could issue another key may try one. */
    private boolean looksAfter(Staff staff, StoredKey key) {
        return rights.handles(staff, key.applicationId());
    }
}
