package vn.lgsp.model.error;

import java.util.UUID;
import vn.lgsp.model.Caller;

/**
 * Told (as a CDI event, outside any transaction) when a request over the interface was refused or failed, so that it can be counted, and
 * written down where the regulation asks for it.
 *
 * @param caller whose application asked; null when the signature did not tell
 * @param path as it was sent, without the query
 */
public record RequestRefused(ErrorCode code, Caller caller, String method, String path) {

    /** The agency of whose application asked; null when the signature did not tell. */
    public UUID agencyId() {
        return caller == null ? null : caller.agencyId();
    }
}
