package vn.lgsp.authentication.control;

import java.util.UUID;

/** A key was revoked or restricted, here or on another node; told inside this node once that is durable. */
public record KeyRevoked(UUID keyId, String accessKey) {}
