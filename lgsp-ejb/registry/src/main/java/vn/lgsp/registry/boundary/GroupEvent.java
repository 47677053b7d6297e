package vn.lgsp.registry.boundary;

import java.time.Instant;

/**
 * Something that was done to a group.
 *
 * @param actor the user name of whoever acted
 * @param agency whom it was about, as the agency is called today; null where it was about the group
 * @param reason why, or the name before; null for none
 */
public record GroupEvent(Instant at, String actor, Act act, GroupView.Member agency, String reason) {

    /** What was done. */
    public enum Act {
        CREATED,
        RENAMED,
        ADDED,
        JOIN_REQUESTED,
        JOIN_APPROVED,
        JOIN_REFUSED,
        JOIN_WITHDRAWN,
        REMOVED,
        INHERITED
    }
}
