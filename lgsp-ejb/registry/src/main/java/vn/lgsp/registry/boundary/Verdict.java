package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.UUID;

/**
 * Whether something may be sent, and why (Điều 10.2).
 *
 * @param rightId the right that allows it; null when none does
 * @param obstacles what stands in the way whatever the rights are; empty for nothing
 * @param nearMisses rights that nearly allow it, each with what it lacks
 */
public record Verdict(boolean allowed, UUID rightId, List<Obstacle> obstacles, List<NearMiss> nearMisses) {

    /** A right that nearly allows it. */
    public record NearMiss(AccessRightView right, List<Obstacle> obstacles) {}

    /** What can stand in the way. */
    public enum Obstacle {
        SOURCE_NOT_ACTIVE,
        SOURCE_AGENCY_NOT_ACTIVE,
        SOURCE_DOES_NOT_SEND,
        SOURCE_TYPE_NOT_LISTED,
        DESTINATION_NOT_ACTIVE,
        NO_RECEIVER,
        SERVICE_CLOSED,
        OPERATION_WITHDRAWN,
        NO_RIGHT,
        NOT_APPROVED_YET,
        REFUSED,
        WITHDRAWN,
        NOT_YET_VALID,
        EXPIRED,
        OTHER_TYPE,
        OTHER_SOURCE,
        OTHER_DESTINATION,
        JOINING_NOT_APPROVED,
        QUOTA_USED_UP
    }
}
