package vn.lgsp.authentication.control;

import java.util.UUID;

/**
 * An application was suspended, or what it may do changed, here or on another node; told inside this node once that is durable.
 * Whoever keeps something at hand hears it only if it exists: after a transaction there is no environment left that it could be made in.
 */
public record ApplicationChanged(UUID applicationId) {}
