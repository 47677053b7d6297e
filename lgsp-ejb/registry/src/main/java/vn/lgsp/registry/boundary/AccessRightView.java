package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.AccessRightState;

/**
 * A right as people see it.
 *
 * @param dataType null where it is an operation
 * @param service code of the service; null where it is a type of data
 * @param operation code of the operation; null where it is a type of data
 * @param validTo null for no end
 * @param dailyQuota null for any number
 * @param usedToday packets since midnight in Viet Nam; counted only for rights with a quota
 * @param requestedBy user names; null where the platform did it, or nobody yet
 */
public record AccessRightView(
        UUID id,
        PartyView source,
        PartyView destination,
        String dataType,
        UUID operationId,
        String service,
        String operation,
        Instant validFrom,
        Instant validTo,
        Integer dailyQuota,
        int usedToday,
        AccessRightState state,
        String document,
        String purpose,
        String requestedBy,
        Instant createdAt,
        String decidedBy,
        Instant decidedAt,
        String decisionReason,
        String withdrawnBy,
        Instant withdrawnAt,
        String withdrawnReason,
        int version) {

    /** Says whether it is approved and its time has come and not passed. */
    public boolean inForce(Instant now) {
        return state == AccessRightState.APPROVED
                && !validFrom.isAfter(now)
                && (validTo == null || validTo.isAfter(now));
    }
}
