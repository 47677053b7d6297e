package vn.lgsp.sso.boundary;

import java.time.Instant;

/**
 * How the second factor of a person stands.
 *
 * @param since null while there is none
 * @param recoveryCodesLeft recovery codes that were not used
 * @param required the person's roles ask for one
 */
public record FactorStatus(Instant since, int recoveryCodesLeft, boolean required) {}
