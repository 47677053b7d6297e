package vn.lgsp.authentication.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.Environment;

/**
 * What is asked of a list of keys; null stands for everything.
 *
 * @param text the end of an access key, a whole one, or a part of the name of the key or its application
 * @param algorithm as RFC 9421 names it
 * @param after the last id of the page before
 * @param limit 1–1000
 */
public record KeyFilter(
        String text,
        UUID agencyId,
        UUID applicationId,
        Environment environment,
        KeyState state,
        String algorithm,
        UUID after,
        int limit) {}
