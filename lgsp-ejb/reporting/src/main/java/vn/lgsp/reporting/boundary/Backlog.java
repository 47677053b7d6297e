package vn.lgsp.reporting.boundary;

import java.time.Instant;

/**
 * Deliveries that are complete and not done at this moment.
 *
 * @param underWay all of them
 * @param overdue nothing has happened to them for more than 24 hours
 * @param toTake waiting for destinations that the person may see
 * @param unconfirmed sent by sources that the person may see
 * @param oldest when the one that waits longest took its last step; null when nothing waits
 */
public record Backlog(long underWay, long overdue, long toTake, long unconfirmed, Instant oldest) {}
