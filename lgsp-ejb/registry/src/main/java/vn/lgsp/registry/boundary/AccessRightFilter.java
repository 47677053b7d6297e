package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.AccessRightState;

/**
 * What a list of rights is narrowed to; each but the limit may be null.
 *
 * @param agencyId an agency at whose subtree one end lies
 * @param side which end lies there; null for either
 * @param applicationId an application that the right covers at one of its ends
 * @param after the id of the last right of the page before
 * @param limit 1–2,000
 */
public record AccessRightFilter(
        AccessRightState state,
        UUID agencyId,
        ApplicationFilter.Side side,
        UUID applicationId,
        String dataType,
        UUID after,
        int limit) {

    /** No narrowing at all. */
    public static AccessRightFilter all(int limit) {
        return new AccessRightFilter(null, null, null, null, null, null, limit);
    }
}
