package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.account.AccountEvent;

/**
 * Something that happened to an account, among those of many.
 *
 * @param username whose account it is
 * @param fullName the person's name
 * @param actor the user name of who did it
 * @param reason why; may be null
 */
public record ActivityView(
        UUID accountId,
        String username,
        String fullName,
        AccountEvent.Kind kind,
        String actor,
        String reason,
        Instant at) {}
