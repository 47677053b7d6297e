package vn.lgsp.model;

import java.util.UUID;

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
        String remoteAddress,
        UUID requestId) {

    /** How the caller is named in the history: application and the end of its key, never the key. */
    public String label() {
        return applicationCode + " (…" + keyHint + ")";
    }
}
