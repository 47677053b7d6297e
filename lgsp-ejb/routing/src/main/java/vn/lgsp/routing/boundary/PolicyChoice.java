package vn.lgsp.routing.boundary;

import java.time.Instant;

/**
 * What a source chooses for one packet (Điều 8.3).
 *
 * @param policy code of a published policy; null for that of the data type
 * @param notBefore not to be announced earlier; null for at once
 * @param deadline to be confirmed by then; null for what the policy says
 * @param terms what is to differ from the policy, within its limits; never null
 */
public record PolicyChoice(String policy, Instant notBefore, Instant deadline, TermsInput terms) {}
