package vn.lgsp.sample.control;

import java.time.Instant;
import java.util.UUID;

/**
 * A sample application with what its packets need to know of it.
 *
 * @param symbol how its agency signs documents, e.g. {@code SNV}
 * @param domain the sort of titles it sends
 * @param sends how much it sends, in proportion to the others
 * @param receives how much it receives, in proportion to the others
 * @param key its access key in use
 */
record Party(
        UUID id,
        String code,
        UUID agencyId,
        String symbol,
        String domain,
        Channel channel,
        int sends,
        int receives,
        Key key,
        String address) {

    /** The key of an application: public half only, nobody has the secret. */
    record Key(UUID id, String accessKey, Instant notAfter) {
        String hint() {
            return accessKey.substring(accessKey.length() - 4);
        }
    }

    /** How the history names it, as {@code Caller.label()} does. */
    String label() {
        return code + " (…" + key.hint() + ")";
    }

    /** Whether it stands for a connection beyond the province: those never rest. */
    boolean external() {
        return domain.equals("quocgia") || domain.equals("tinhban");
    }
}
