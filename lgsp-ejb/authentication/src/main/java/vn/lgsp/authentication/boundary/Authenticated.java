package vn.lgsp.authentication.boundary;

import vn.lgsp.model.Caller;

/**
 * A request whose signature holds.
 *
 * @param caller who sent it
 * @param body what the body must be; to be compared by whoever reads it, before acting on it
 */
public record Authenticated(Caller caller, BodyDigest body) {}
