package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lgsp.model.authentication.SignatureScheme;

/**
 * How often a key was used on a day (UTC) in one way.
 *
 * @param hint the last four characters of the access key
 * @param algorithm as RFC 9421 names it, where it has a name there
 */
public record KeyUseOfDay(
        UUID keyId,
        String hint,
        String name,
        LocalDate day,
        SignatureScheme scheme,
        String algorithm,
        long requests,
        Instant lastAt) {}
