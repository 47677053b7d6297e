package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.authentication.SignatureScheme;

/**
 * An entry of the authentication log.
 *
 * @param applicationId whose key it was; null when the key is nobody's
 * @param keyHint the last characters of the access key; null when the key is nobody's
 * @param target the application that was to be called; null when the entry is not about a call
 * @param scheme how it was signed; null when that could not be read
 * @param algorithm as the request named it; null when that could not be read
 * @param reason why it was refused; null when it was let in
 * @param repeats how many there were like this one in the same minute
 * @param signingText what the platform takes to have been signed, without secrets; null except where a known key's signature was wrong
 */
public record AuthenticationEventView(
        UUID id,
        Instant at,
        UUID requestId,
        UUID applicationId,
        String application,
        String agency,
        UUID keyId,
        String keyHint,
        String target,
        SignatureScheme scheme,
        String algorithm,
        RefusalReason reason,
        String method,
        String path,
        String remoteAddress,
        int repeats,
        String signingText) {

    /** Whether it was refused. */
    public boolean refused() {
        return reason != null;
    }
}
