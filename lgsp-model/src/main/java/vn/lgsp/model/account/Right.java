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
    /** Decide for the source: withdraw packets, and what becomes of those that could not be delivered (Điều 5.9). */
    PACKETS_DECIDE(Role.AGENCY),
    /** Remind destinations of what waits for them, and ask sources to send again. */
    PACKETS_REMIND(Role.OPERATOR, Role.AGENCY),
    /** See the rules that find destinations, and try them. */
    ROUTES_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.AUDITOR),
    /** Write rules that find destinations. Only in the whole province. */
    ROUTES_CHANGE(Role.OPERATOR),
    /** Put rules into force that somebody else wrote. Only in the whole province. */
    ROUTES_PUBLISH(Role.OPERATOR, Role.APPROVER),
    /** See keys of applications and how they are used; never secrets. */
    KEYS_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR),
    /** Issue and revoke keys of applications in use. */
    KEYS_LIVE(Role.OPERATOR, Role.AGENCY),
    /** Issue and revoke keys of applications in test. */
    KEYS_TEST(Role.OPERATOR, Role.AGENCY, Role.DEVELOPER),
    /** Let applications sign in old ways for a while (Điều 4.4). */
    WAIVERS_GRANT(Role.OPERATOR),
    /** See who was refused and why, and what was done with keys (Điều 14.5, 18.3). */
    AUTHENTICATION_LOG_READ(Role.OPERATOR, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR),
    /** See agencies, codes, zones and what they were. Who exists may be known to everybody who works here. */
    AGENCIES_READ(Role.ADMIN, Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR, Role.EXECUTIVE),
    /** Change how an agency is reached and where it stands on the map; never its code, name or parent. */
    AGENCIES_CHANGE(Role.OPERATOR, Role.AGENCY),
    /** Lock, re-open and alias codes, import agencies, change zones. Only in the whole province. */
    DIRECTORY_CHANGE(Role.OPERATOR),
    /** See applications, services and what they may do. */
    APPLICATIONS_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR),
    /** Register and change applications and services, suspend and retire them. */
    APPLICATIONS_CHANGE(Role.OPERATOR, Role.AGENCY),
    /** Approve applications that somebody else registered. */
    APPLICATIONS_APPROVE(Role.OPERATOR, Role.APPROVER),
    /** See access rights and requests for them. */
    ACCESS_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR),
    /** Request access rights for agencies and applications. */
    ACCESS_REQUEST(Role.OPERATOR, Role.AGENCY),
    /** Approve and refuse access rights that somebody else requested. */
    ACCESS_APPROVE(Role.APPROVER),
    /** Withdraw access rights, at the source and at the destination. */
    ACCESS_WITHDRAW(Role.OPERATOR, Role.APPROVER, Role.AGENCY),
    /** See data types and lists of codes with their drafts. What is published may be known to everybody who works here. */
    DATA_TYPES_READ(
            Role.ADMIN, Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR, Role.EXECUTIVE),
    /** Draft data types and lists of codes, and end them. */
    DATA_TYPES_CHANGE(Role.OPERATOR, Role.AGENCY),
    /** Publish what somebody else drafted. */
    DATA_TYPES_PUBLISH(Role.OPERATOR, Role.APPROVER),
    /** See transformations of content with their drafts, and try them (Điều 8.4). */
    TRANSFORMATIONS_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR),
    /** Write transformations, which run on the platform itself, and end them. Only in the whole province. */
    TRANSFORMATIONS_CHANGE(Role.OPERATOR),
    /** Publish transformations that somebody else wrote. Only in the whole province. */
    TRANSFORMATIONS_PUBLISH(Role.OPERATOR, Role.APPROVER),
    /** See policies of exchange and what they are for (Điều 8.3). */
    POLICIES_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR),
    /** Draft and retire policies, and say which counts for which type of data; limit requests of applications. Only in the whole province. */
    POLICIES_CHANGE(Role.OPERATOR),
    /** Publish policies that somebody else drafted. Only in the whole province. */
    POLICIES_PUBLISH(Role.OPERATOR, Role.APPROVER),
    /** See requests for reorganisation. */
    REORGANISATIONS_READ(Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.AUDITOR),
    /** Draft and submit requests for reorganisation. */
    REORGANISATIONS_REQUEST(Role.OPERATOR, Role.AGENCY),
    /** Accept requests for reorganisation, or send them back. Only in the whole province. */
    REORGANISATIONS_ACCEPT(Role.OPERATOR),
    /** Approve, refuse and undo reorganisations that somebody else requested. Only in the whole province. */
    REORGANISATIONS_APPROVE(Role.APPROVER),
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
