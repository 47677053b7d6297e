package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.sso.boundary.ActivityView;

/** Reads what lately happened to accounts within subtrees of agencies. */
@ApplicationScoped
public class ActivityQuery {
    private static final String WITHIN =
            """
            with recursive within as (
                select id from agency where id in (:roots)
                union
                select a.id from agency a join within w on a.parent_id = w.id)
            """;

    /** What changes what somebody may do, or looks like somebody else. */
    private static final List<String> TELLING = List.of(
            Kind.LOCKED_AFTER_FAILURES.name(),
            Kind.RECOVERY_CODE_USED.name(),
            Kind.INVITED.name(),
            Kind.RESET_LINK_MADE.name(),
            Kind.LOCKED.name(),
            Kind.UNLOCKED.name(),
            Kind.DISABLED.name(),
            Kind.ENABLED.name(),
            Kind.GRANTS_CHANGED.name(),
            Kind.SECOND_FACTOR_OFF.name(),
            Kind.SECOND_FACTOR_RESET.name());

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** How many accounts are locked, by a person or after failures. */
    public long locked(Set<UUID> roots) {
        return ((Number) em.createNativeQuery(
                                WITHIN
                                        + """
                                select count(*) from account a
                                where a.agency_id in (select id from within) and not a.disabled
                                    and (a.barred_at is not null or a.locked_until > :now)
                                """)
                        .setParameter("roots", roots)
                        .setParameter("now", Instant.now())
                        .getSingleResult())
                .longValue();
    }

    /** The telling events, newest first. */
    public List<ActivityView> since(Set<UUID> roots, Instant since, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        WITHIN
                                + """
                                select a.id, a.username, a.full_name, e.kind, e.actor_name, e.reason, e.at
                                from account_event e join account a on a.id = e.account_id
                                where e.id >= :since and e.kind in (:kinds) and a.agency_id in (select id from within)
                                order by e.id desc
                                """)
                .setParameter("roots", roots)
                .setParameter("since", Ids.floor(since))
                .setParameter("kinds", TELLING)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(row -> new ActivityView(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        Kind.valueOf((String) row[3]),
                        (String) row[4],
                        (String) row[5],
                        (Instant) row[6]))
                .toList();
    }
}
