package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.sso.boundary.UserFilter;
import vn.lgsp.sso.boundary.UserRow;

/** Finds users within subtrees of agencies. */
@ApplicationScoped
public class UserQuery {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String WITHIN =
            """
            with recursive within as (
                select id from agency where id in (:roots)
                union
                select a.id from agency a join within w on a.parent_id = w.id)
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Directory directory;

    @Inject
    private Reach reach;

    /** Lists users in the order of their user names. */
    public List<UserRow> list(Set<UUID> roots, UserFilter filter) {
        Set<UUID> narrowed = filter.agencyCode().isEmpty() ? roots : narrow(roots, filter.agencyCode());
        if (narrowed.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        WITHIN
                                + """
                                select a.id from account a
                                where a.agency_id in (select id from within)
                                    and (:text = '' or a.search_text like :pattern escape '!')
                                    and (:role = '' or exists (
                                        select from account_role r where r.account_id = a.id and r.role = :role))
                                    and (:state = '' or :state = case
                                        when a.disabled then 'DISABLED'
                                        when a.barred_at is not null then 'LOCKED'
                                        when a.invited then 'INVITED'
                                        else 'ACTIVE' end)
                                    and a.username > coalesce((select b.username from account b where b.id = :after), '')
                                order by a.username
                                """,
                        UUID.class)
                .setParameter("roots", narrowed)
                .setParameter("text", filter.text())
                .setParameter("pattern", "%" + literal(SearchText.fold(filter.text())) + "%")
                .setParameter("role", filter.role() == null ? "" : filter.role().name())
                .setParameter(
                        "state", filter.state() == null ? "" : filter.state().name())
                .setParameter("after", filter.after() == null ? NOBODY : filter.after())
                .setMaxResults(filter.limit())
                .getResultList();
        return rows(accounts(ids));
    }

    /** How many active accounts hold each role within these subtrees. */
    public Map<Role, Long> holders(Set<UUID> roots) {
        @SuppressWarnings("unchecked")
        List<Object[]> counts = em.createNativeQuery(
                        WITHIN
                                + """
                                select r.role, count(distinct a.id) from account a join account_role r on r.account_id = a.id
                                where a.agency_id in (select id from within)
                                    and not a.disabled and a.barred_at is null and not a.invited
                                group by r.role
                                """)
                .setParameter("roots", roots)
                .getResultList();
        Map<Role, Long> holders = new HashMap<>();
        counts.forEach(row -> holders.put(Role.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return holders;
    }

    /** The rows of accounts, in their order. */
    public List<UserRow> rows(List<Account> accounts) {
        Map<UUID, Agency> agencies =
                agencies(accounts.stream().map(Account::agencyId).toList());
        Set<UUID> secured = secured(accounts.stream().map(Account::id).toList());
        return accounts.stream()
                .map(account -> row(account, agencies.get(account.agencyId()), secured.contains(account.id())))
                .toList();
    }

    /** Agencies by their ids. */
    public Map<UUID, Agency> agencies(Collection<UUID> ids) {
        Map<UUID, Agency> found = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select a from Agency a where a.id in :ids", Agency.class)
                    .setParameter("ids", new HashSet<>(ids))
                    .getResultStream()
                    .forEach(agency -> found.put(agency.id(), agency));
        }
        return found;
    }

    private List<Account> accounts(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select distinct a from Account a left join fetch a.grants where a.id in :ids order by a.username",
                                Account.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private Set<UUID> secured(List<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery(
                                "select f.accountId from SecondFactor f where f.accountId in :ids and f.confirmedAt is not null",
                                UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private Set<UUID> narrow(Set<UUID> roots, String agencyCode) {
        Optional<AgencyView> agency = directory.byCode(agencyCode);
        return agency.filter(found -> reach.within(roots, found.id()))
                .map(found -> Set.of(found.id()))
                .orElse(Set.of());
    }

    private static UserRow row(Account account, Agency agency, boolean secured) {
        List<Role> roles = account.grants().stream()
                .map(Account.Grant::role)
                .distinct()
                .sorted()
                .toList();
        return new UserRow(
                account.id(),
                account.username(),
                account.fullName(),
                agency.code(),
                agency.name(),
                roles,
                account.state(),
                secured,
                account.lastSignInAt(),
                account.sample());
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
