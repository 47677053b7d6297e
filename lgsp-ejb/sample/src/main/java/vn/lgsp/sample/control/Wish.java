package vn.lgsp.sample.control;

import java.time.Duration;
import java.time.Instant;
import vn.lgsp.model.packet.Importance;

/**
 * A packet that is to have been: who asked for it when, and how it went. All times are in UTC.
 *
 * @param file the first part of the name of its file
 * @param notBefore policy of the source; null when none
 * @param deadline how long after the request the source waits at most; null for the platform's own limit
 * @param told from the plan until the destination hears of it; null when it never does
 * @param ready from there until it accepts; null when it never does
 * @param fetching from there until it confirmed or refused; null when it never came to that
 * @param reason why it was refused or withdrawn; null otherwise
 */
record Wish(
        Instant at,
        Party source,
        Party destination,
        String title,
        Importance importance,
        String dataType,
        String file,
        long bytes,
        Instant notBefore,
        Duration deadline,
        Duration told,
        Duration ready,
        Duration fetching,
        Ending ending,
        String reason) {}
