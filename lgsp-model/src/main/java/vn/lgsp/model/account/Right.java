package vn.lgsp.model.account;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people may do, and the roles that let them: the one table that the boundaries ask and the portal shows. A role counts in the agency
 * it was granted in and everything below it; what is not listed is denied (Điều 12.1).
 */
public enum Right {
    /** See packets and their journeys: metadata, never content. */
    PACKETS_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR, Role.EXECUTIVE),
    /** Issue and revoke keys of applications in use. */
    KEYS_LIVE(Role.OPERATOR, Role.AGENCY),
    /** Issue and revoke keys of applications in test. */
    KEYS_TEST(Role.OPERATOR, Role.AGENCY, Role.DEVELOPER),
    /** See accounts, their roles, sessions and history. */
    USERS_READ(Role.ADMIN, Role.AUDITOR),
    /** Invite, lock, disable and reset accounts, and give roles. */
    USERS_CHANGE(Role.ADMIN);

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Arrays.stream(roles).collect(Collectors.toUnmodifiableSet());
    }

    /** The roles that carry the right; at least one. */
    public Set<Role> roles() {
        return roles;
    }

    /** Says whether a role carries the right. */
    public boolean heldBy(Role role) {
        return roles.contains(role);
    }
}
