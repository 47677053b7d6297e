package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Somebody must always be able to administer the whole platform. Acts on administrators come one after the other: of two who disable each
 * other at the same moment, the second finds nobody left and is refused.
 */
@ApplicationScoped
public class LastAdministrator {
    private static final long ONE_AT_A_TIME = 0x4C47_5350_0001L;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Requires that an active administrator at the top remains when this account no longer is one.
     *
     * @throws LgspException LAST_ADMINISTRATOR
     */
    public void requireAnother(Account account) {
        if (account.state() != AccountState.ACTIVE) {
            return;
        }
        em.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)")
                .setParameter("key", ONE_AT_A_TIME)
                .getSingleResult();
        @SuppressWarnings("unchecked")
        List<UUID> administrators = em.createNativeQuery(
                        """
                        select a.id from account a
                        where not a.disabled and a.barred_at is null and not a.invited and exists (
                            select from account_role r join agency g on g.id = r.agency_id
                            where r.account_id = a.id and r.role = 'ADMIN' and g.parent_id is null)
                        limit 2
                        """,
                        UUID.class)
                .getResultList();
        if (administrators.equals(List.of(account.id()))) {
            throw new LgspException(ErrorCode.LAST_ADMINISTRATOR);
        }
    }
}
