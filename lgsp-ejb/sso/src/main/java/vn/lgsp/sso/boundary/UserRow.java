package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Role;

/**
 * A user in a list.
 *
 * @param roles each once, in the order of the catalogue
 * @param secondFactor whether a second factor is asked for at sign-in
 * @param lastSignInAt null when the person has never signed in
 * @param sample made for demonstration (MẪU)
 */
public record UserRow(
        UUID id,
        String username,
        String fullName,
        String agencyCode,
        String agencyName,
        List<Role> roles,
        AccountState state,
        boolean secondFactor,
        Instant lastSignInAt,
        boolean sample) {}
