package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.Set;
import vn.lgsp.model.authentication.KeyScope;

/**
 * An order for a key.
 *
 * @param name what people will call it, 1–120 characters
 * @param algorithm as RFC 9421 names it; null for {@code hmac-sha256}
 * @param publicKey PEM or JWK, at most 16,384 characters; needed for every algorithm but {@code hmac-sha256}, for which it must be null
 * @param notAfter when the key ends; null for never
 * @param networks from where it may be used, separated by commas or blanks; null for everywhere
 * @param scopes what it may be used for; null for everything
 * @param reason why there has to be one more than usual; may be null
 * @param orderKey names the order: the same one again is not another key, and its secret is not told again; may be null
 */
public record NewKey(
        String name,
        String algorithm,
        String publicKey,
        Instant notAfter,
        String networks,
        Set<KeyScope> scopes,
        String reason,
        String orderKey) {}
