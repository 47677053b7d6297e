package vn.lgsp.model.error;

import java.util.UUID;

/**
 * Told (as a CDI event, outside any transaction) when a request over the interface was refused or failed, so that it can be counted.
 *
 * @param agencyId whose application asked; null when the signature did not tell
 */
public record RequestRefused(ErrorCode code, UUID agencyId) {}
