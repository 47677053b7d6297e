package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountEvent;
import vn.lgsp.model.account.AccountEvent.Kind;

/** Writes down what happened to accounts, in the transaction in which it happens. */
@ApplicationScoped
public class AccountEvents {
    private static final int LONGEST_DETAIL = 500;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Notes what a person did to an account, their own or another's; detail, reason and address may be null. */
    public void note(Staff actor, UUID accountId, Kind kind, String detail, String reason, String remoteAddress) {
        write(accountId, kind, actor.accountId(), actor.username(), detail, reason, remoteAddress);
    }

    /** Notes what happened to an account by a person who is not signed in. */
    public void note(Account account, Kind kind, String remoteAddress) {
        write(account.id(), kind, null, account.username(), null, null, remoteAddress);
    }

    private void write(
            UUID accountId, Kind kind, UUID actorId, String actor, String detail, String reason, String address) {
        String shortened = detail == null || detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, LONGEST_DETAIL - 1) + "…";
        em.persist(new AccountEvent(accountId, kind, actorId, actor, shortened, reason, address, Instant.now()));
    }

    /**
     * The events of an account, newest first.
     *
     * @param before the event after which (in time, before which) to go on; null for the newest
     */
    public List<AccountEvent> of(UUID accountId, UUID before, int limit) {
        return em.createQuery(
                        """
                        select e from AccountEvent e where e.accountId = :account and e.id < :before order by e.id desc
                        """,
                        AccountEvent.class)
                .setParameter("account", accountId)
                .setParameter("before", before == null ? new UUID(-1, -1) : before)
                .setMaxResults(limit)
                .getResultList();
    }
}
