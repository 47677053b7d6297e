package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ApplicationEvidence;

/**
 * One application with all that is known of it.
 *
 * @param callback where it is called; null unless it wants to be called
 * @param sendTypes codes of the types of data that it sends; empty for every type
 * @param receiveTypes codes of the types of data that it receives; empty for every type
 * @param registeredBy null where the platform registered it
 * @param checks the list of compatibility (Điều 16.1, 18.1), in the order of a first exchange
 * @param lastSeenAt when it was last heard of; null for never
 */
public record ApplicationDetails(
        ApplicationRow row,
        String callback,
        String description,
        String contact,
        Set<String> sendTypes,
        Set<String> receiveTypes,
        UUID registeredBy,
        List<CheckLine> checks,
        Instant lastSeenAt) {

    /** One line of the list of compatibility: when it was first seen, null for not yet. */
    public record CheckLine(ApplicationEvidence.Check check, Instant firstSeenAt) {}

    /** The version that an edit must name. */
    public int version() {
        return row.version();
    }

    /** The state that the lifecycle is in. */
    public Application.State state() {
        return row.state();
    }
}
