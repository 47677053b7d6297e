package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountStop;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.sso.boundary.UserDetails;

/** Puts together what is known of one user. */
@ApplicationScoped
public class UserFacts {
    @Inject
    private UserQuery query;

    @Inject
    private SecondFactors factors;

    @Inject
    private Links links;

    @Inject
    private Reach reach;

    /** All facts of a user, as one person sees them. */
    public UserDetails of(Staff staff, Account account) {
        Instant now = Instant.now();
        return new UserDetails(
                query.rows(List.of(account)).get(0),
                account.email(),
                grants(account.grants()),
                account.stop().map(AccountStop::reason).orElse(null),
                account.stop().map(AccountStop::by).orElse(null),
                account.stop().map(AccountStop::at).orElse(null),
                account.locked(now) ? account.lockedUntil() : null,
                factors.since(account.id()).orElse(null),
                links.expiry(account.id()).orElse(null),
                account.createdAt(),
                account.revision(),
                reach.mayChange(staff, account));
    }

    /** Grants as text for the history: role and agency code of each. */
    public String text(Set<Account.Grant> grants) {
        return grants(grants).stream()
                .map(grant -> grant.role() + " " + grant.agencyCode())
                .collect(Collectors.joining(", "));
    }

    private List<UserDetails.Grant> grants(Set<Account.Grant> grants) {
        Map<UUID, Agency> agencies =
                query.agencies(grants.stream().map(Account.Grant::agencyId).toList());
        return grants.stream()
                .map(grant -> {
                    Agency agency = agencies.get(grant.agencyId());
                    return new UserDetails.Grant(grant.role(), agency.code(), agency.name());
                })
                .sorted(Comparator.comparing(UserDetails.Grant::role).thenComparing(UserDetails.Grant::agencyCode))
                .toList();
    }
}
