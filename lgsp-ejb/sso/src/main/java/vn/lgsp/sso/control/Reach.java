package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Which accounts a person may see and change: those of people who work in an agency within the person's subtrees. Changing asks for more:
 * all roles of the account must lie within them too, or an administrator of an office could take over the account of somebody above.
 */
@ApplicationScoped
public class Reach {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Requires that the person has a right anywhere at all, and returns the agencies where.
     *
     * @throws LgspException FORBIDDEN
     */
    public Set<UUID> require(Staff staff, Right right) {
        if (!staff.may(right)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        return staff.agenciesOf(right);
    }

    /**
     * Finds an account that the person may see.
     *
     * @throws LgspException FORBIDDEN for somebody who may see no accounts at all; NOT_FOUND
     */
    public Account readable(Staff staff, UUID accountId) {
        Set<UUID> roots = require(staff, Right.USERS_READ);
        Account account = em.find(Account.class, accountId);
        if (account == null || !within(roots, account.agencyId())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return account;
    }

    /**
     * Finds an account that the person may change, and holds it until the transaction ends.
     *
     * @throws LgspException FORBIDDEN for somebody who may change no accounts at all; NOT_FOUND; OWN_ACCOUNT; ACCOUNT_OUT_OF_REACH
     */
    public Account changeable(Staff staff, UUID accountId) {
        Set<UUID> roots = require(staff, Right.USERS_CHANGE);
        Account account = AccountRow.hold(em, accountId);
        if (account == null || !within(roots, account.agencyId())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (account.id().equals(staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_ACCOUNT);
        }
        if (!allWithin(roots, account)) {
            throw new LgspException(ErrorCode.ACCOUNT_OUT_OF_REACH);
        }
        return account;
    }

    /** Says whether {@link #changeable} would let the person act. */
    public boolean mayChange(Staff staff, Account account) {
        Set<UUID> roots = staff.agenciesOf(Right.USERS_CHANGE);
        return !account.id().equals(staff.accountId())
                && within(roots, account.agencyId())
                && allWithin(roots, account);
    }

    private boolean allWithin(Set<UUID> roots, Account account) {
        return account.grants().stream().allMatch(grant -> within(roots, grant.agencyId()));
    }

    /** Says whether an agency is one of these or lies below one of them. */
    public boolean within(Set<UUID> roots, UUID agencyId) {
        if (roots.contains(agencyId)) {
            return true;
        }
        @SuppressWarnings("unchecked")
        List<UUID> above = em.createNativeQuery(
                        """
                        with recursive above as (
                            select id, parent_id from agency where id = :agency
                            union
                            select a.id, a.parent_id from agency a join above b on a.id = b.parent_id)
                        select id from above
                        """,
                        UUID.class)
                .setParameter("agency", agencyId)
                .getResultList();
        Set<UUID> common = new HashSet<>(above);
        common.retainAll(roots);
        return !common.isEmpty();
    }
}
