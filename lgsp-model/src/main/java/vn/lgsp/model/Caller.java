package vn.lgsp.model;

import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * The application behind a verified request: the first argument of every boundary method that an application may call. Only the
 * authentication service makes one.
 *
 * @param applicationId the application (ứng dụng)
 * @param applicationCode its code, as people know it
 * @param agencyId the agency it belongs to (đơn vị)
 * @param agencyCode the agency's identifier code in the form of QCVN 102:2016
 * @param keyId the access key that signed
 * @param keyHint the last four characters of the access key
 * @param scopes what the key may be used for
 * @param sessionId the session whose token was shown; null when the request itself was signed
 * @param certificateId the certificate of the connection that is bound to the application; null when none was shown
 * @param waivers what the application was let off when this request was let in; empty for a way of signing that stands by itself
 * @param remoteAddress where the request came from, as text
 * @param requestId the id that the answer carries
 */
public record Caller(
        UUID applicationId,
        String applicationCode,
        UUID agencyId,
        String agencyCode,
        UUID keyId,
        String keyHint,
        Set<KeyScope> scopes,
        UUID sessionId,
        UUID certificateId,
        Set<WaiverKind> waivers,
        String remoteAddress,
        UUID requestId) {

    /** A caller who showed no certificate and needs no waiver. */
    public Caller(
            UUID applicationId,
            String applicationCode,
            UUID agencyId,
            String agencyCode,
            UUID keyId,
            String keyHint,
            Set<KeyScope> scopes,
            UUID sessionId,
            String remoteAddress,
            UUID requestId) {
        this(
                applicationId,
                applicationCode,
                agencyId,
                agencyCode,
                keyId,
                keyHint,
                scopes,
                sessionId,
                null,
                Set.of(),
                remoteAddress,
                requestId);
    }

    /** How the caller is named in the history: application and the end of its key, never the key. */
    public String label() {
        return applicationCode + " (…" + keyHint + ")";
    }

    /** Whether the key may be used for this. */
    public boolean may(KeyScope scope) {
        return scopes.contains(scope);
    }

    /**
     * Requires that the key may be used for this.
     *
     * @throws LgspException {@code key-scope-missing}
     */
    public void require(KeyScope scope) {
        if (!may(scope)) {
            throw new LgspException(ErrorCode.KEY_SCOPE_MISSING, scope.code());
        }
    }
}
