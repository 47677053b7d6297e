package vn.lgsp.sso.boundary;

import java.util.UUID;

/**
 * What somebody orders to be done to an account.
 *
 * @param accountId the account
 * @param revision the revision of the account that the person saw; null to act on whatever it is now, as bulk acts do
 * @param reason why, in the person's words; 3–500 characters where the act asks for one, else ignored
 * @param remoteAddress where the order comes from; null when it is carried out later
 */
public record Order(UUID accountId, Integer revision, String reason, String remoteAddress) {}
