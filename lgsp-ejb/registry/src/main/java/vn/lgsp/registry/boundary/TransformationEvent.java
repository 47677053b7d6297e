package vn.lgsp.registry.boundary;

import java.time.Instant;

/**
 * Something that was done to a version of a transformation.
 *
 * @param number which version
 * @param actor name of the account
 * @param reason may be null
 */
public record TransformationEvent(int number, Instant at, String actor, Act act, String reason) {
    /** What can be done. */
    public enum Act {
        DRAFTED,
        EDITED,
        PUBLISHED,
        RETIRED
    }
}
