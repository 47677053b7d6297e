package vn.lgsp.model;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;

/**
 * A person signed in to the portal: the first argument of every boundary method that a person may call.
 *
 * @param accountId the account
 * @param username its name for signing in
 * @param fullName the person's name
 * @param agencyId the agency the person works for
 * @param grants the roles held, each with the agency at whose subtree it ends
 */
public record Staff(UUID accountId, String username, String fullName, UUID agencyId, Set<Grant> grants) {

    /** A role in an agency and everything below it. */
    public record Grant(Role role, UUID agencyId) {}

    public Staff {
        grants = Set.copyOf(grants);
    }

    /** Says whether the person holds one of these roles anywhere. */
    public boolean holds(Role... roles) {
        return grants.stream().anyMatch(grant -> Set.of(roles).contains(grant.role()));
    }

    /** Says whether the person has this right anywhere. */
    public boolean may(Right right) {
        return grants.stream().anyMatch(grant -> right.heldBy(grant.role()));
    }

    /** The agencies in which, and below which, the person has this right; empty when nowhere. */
    public Set<UUID> agenciesOf(Right right) {
        return grants.stream()
                .filter(grant -> right.heldBy(grant.role()))
                .map(Grant::agencyId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
