package vn.lgsp.crypto.certificate;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A line of the list of revoked certificates.
 *
 * @param serial of the certificate
 * @param at since when
 * @param reason CRLReason of RFC 5280 section 5.3.1; 0 is left out, as it asks
 */
public record Revoked(BigInteger serial, Instant at, int reason) {}
