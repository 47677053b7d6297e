package vn.lgsp.sso.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import vn.lgsp.model.account.Account;

/** The row of an account, held until the transaction ends: what is done to an account is done one after the other. */
final class AccountRow {
    private AccountRow() {}

    /**
     * Reads an account and holds its row; null when there is none.
     *
     * <p>By a query, not by {@code find}: that would read the row together with its grants and lock it only then, so that whoever had to
     * wait would see what was there before.
     */
    static Account hold(EntityManager em, UUID accountId) {
        return em.createQuery("select a from Account a where a.id = :id", Account.class)
                .setParameter("id", accountId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
