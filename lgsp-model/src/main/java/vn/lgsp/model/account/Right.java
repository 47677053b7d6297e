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
    USERS_CHANGE(Role.ADMIN),
    /** See the jobs of others in the background. Only in the whole province. */
    JOBS_WATCH(Role.ADMIN, Role.OPERATOR, Role.AUDITOR),
    /** Stop jobs of others. Only in the whole province. */
    JOBS_STOP(Role.ADMIN, Role.OPERATOR),
    /** See settings and who changed them. Only in the whole province. */
    SETTINGS_READ(Role.ADMIN, Role.OPERATOR, Role.AUDITOR),
    /** Change settings. Only in the whole province. */
    SETTINGS_CHANGE(Role.ADMIN),
    /** Load and remove sample data. Only in the whole province. */
    SAMPLE_DATA(Role.ADMIN);

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
