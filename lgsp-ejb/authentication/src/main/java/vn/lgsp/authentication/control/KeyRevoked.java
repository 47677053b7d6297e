package vn.lgsp.authentication.control;

import java.util.UUID;

/** A key was revoked; told inside this node once the revocation is durable. */
public record KeyRevoked(UUID keyId, String accessKey) {}
