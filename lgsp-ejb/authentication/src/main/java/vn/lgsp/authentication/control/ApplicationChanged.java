package vn.lgsp.authentication.control;

import java.util.UUID;

/** An application was suspended, or what it may do changed, here or on another node; told inside this node once that is durable. */
public record ApplicationChanged(UUID applicationId) {}
