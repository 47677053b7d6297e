package vn.lgsp.client.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The platform's clock compared with this machine's (Điều 5.4).
 *
 * @param serverTime what the platform's clock showed
 * @param skew this machine's clock minus the platform's; positive when this machine is ahead
 * @param roundTrip how long the question took; half of it is the uncertainty of the skew
 */
public record ClockReading(Instant serverTime, Duration skew, Duration roundTrip) {}
