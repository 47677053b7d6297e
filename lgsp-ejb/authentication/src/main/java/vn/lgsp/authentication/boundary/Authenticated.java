package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.WaiverKind;

/**
 * A request whose signature holds.
 *
 * @param caller who sent it
 * @param body what the body must be; to be compared by whoever reads it, before acting on it
 * @param waivers what the application needed to be let in; mostly none
 * @param sunset when this way of signing ends for the application (RFC 8594); empty when it has no end
 * @param confidential whether nobody could listen to the request on its way
 */
public record Authenticated(
        Caller caller, BodyDigest body, Set<WaiverKind> waivers, Optional<Instant> sunset, boolean confidential) {}
