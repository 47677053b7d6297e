package vn.lgsp.client.model;

import java.time.Instant;

/**
 * How a packet is to be delivered (Điều 8.3).
 *
 * @param notBefore not to be delivered earlier; null: at once
 * @param deadline worthless later; null: the platform's own limit
 */
public record Policy(Instant notBefore, Instant deadline) {}
