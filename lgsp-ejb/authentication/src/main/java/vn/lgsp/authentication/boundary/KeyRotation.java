package vn.lgsp.authentication.boundary;

import java.time.Duration;
import java.time.Instant;

/**
 * An order to replace a key by another one of the same kind, name, networks and scopes.
 *
 * @param overlap how long the old key still counts, from nothing to 30 days; null for 72 hours
 * @param publicKey PEM or JWK of the new key; null for keys with a secret
 * @param notAfter when the new key ends; null for never
 * @param reason why there has to be one more than usual; may be null
 * @param orderKey names the order, as in {@link NewKey}; may be null
 */
public record KeyRotation(Duration overlap, String publicKey, Instant notAfter, String reason, String orderKey) {}
