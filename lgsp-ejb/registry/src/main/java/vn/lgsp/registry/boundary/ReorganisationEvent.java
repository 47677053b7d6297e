package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.ReorganisationState;

/** Something that happened to a request; {@code note} may be null, the states are null for a comment. */
public record ReorganisationEvent(
        UUID id, Instant at, String actor, String act, ReorganisationState from, ReorganisationState to, String note) {}
