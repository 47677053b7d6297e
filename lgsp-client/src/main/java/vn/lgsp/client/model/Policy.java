package vn.lgsp.client.model;

import java.time.Instant;

/**
 * How a packet is to be delivered (chính sách liên thông, Điều 8.3).
 *
 * @param policy code of a published policy of exchange; null: that of the data type
 * @param notBefore not to be delivered earlier; null: at once
 * @param deadline to be confirmed by then; null: as the policy says
 */
public record Policy(String policy, Instant notBefore, Instant deadline) {
    /** Times alone. */
    public Policy(Instant notBefore, Instant deadline) {
        this(null, notBefore, deadline);
    }

    /** A policy by its code, and nothing else. */
    public static Policy named(String code) {
        return new Policy(code, null, null);
    }
}
