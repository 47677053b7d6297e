package vn.lgsp.portal.journey;

import java.time.Duration;
import java.time.Instant;

/** One line of the timeline: a step taken, or, without a time, one that is still to come. */
public class TimelineStep {
    /** From here on a pause is worth being pointed out. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Milestone milestone;
    private final String clause;
    private final Instant at;
    private final Duration since;
    private final String actor;
    private final String remoteAddress;
    private final String detail;

    TimelineStep(
            Milestone milestone,
            String clause,
            Instant at,
            Duration since,
            String actor,
            String remoteAddress,
            String detail) {
        this.milestone = milestone;
        this.clause = clause;
        this.at = at;
        this.since = since;
        this.actor = actor;
        this.remoteAddress = remoteAddress;
        this.detail = detail;
    }

    /** A step that has not been taken. */
    static TimelineStep toCome(Milestone milestone) {
        return new TimelineStep(milestone, milestone.clause(), null, null, null, null, null);
    }

    /** Under which key its words stand. */
    public String getKey() {
        return milestone.name();
    }

    public boolean isTaken() {
        return at != null;
    }

    /** The name of its colour and icon. */
    public String getTone() {
        return isTaken() ? milestone.tone().css() : "pending";
    }

    public String getClause() {
        return clause;
    }

    public Instant getAt() {
        return at;
    }

    /** Time since the step before; null at the first. */
    public Duration getSince() {
        return since;
    }

    /** Whether the packet waited noticeably before this step. */
    public boolean isAfterPause() {
        return since != null && since.compareTo(LONG) >= 0;
    }

    public String getActor() {
        return actor;
    }

    /** Null when the platform acted. */
    public String getRemoteAddress() {
        return remoteAddress;
    }

    /** May be null. */
    public String getDetail() {
        return detail;
    }
}
