package vn.lgsp.authentication.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * Why requests were refused, for operators: here, and only here, an unknown key and a wrong signature differ. Neither secrets nor anything
 * else that a stranger made up is written; of a key, only the last characters.
 */
public final class AuthenticationLog {
    private static final Logger LOG = System.getLogger("vn.lgsp.authentication");

    /**
     * Notes a refusal.
     *
     * @param accessKey the key that the request named; empty when it named none
     * @param reason a code
     */
    public void refused(SignedRequest request, String accessKey, String reason) {
        LOG.log(
                Level.INFO,
                "Refused: {0}, key {1}, from {2}, request {3}",
                reason,
                KeyFormat.ofAccessKey(accessKey).isPresent() ? "…" + accessKey.substring(accessKey.length() - 4) : "?",
                request.remoteAddress(),
                request.requestId().toString());
    }
}
