package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.sso.control.ActivityQuery;
import vn.lgsp.sso.control.Reach;

/**
 * What lately happened to accounts, for administrators and auditors (Điều 12.1): those in the subtrees in which the person holds
 * {@link Right#USERS_READ}. Both methods throw FORBIDDEN for somebody without the right anywhere.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountActivity {
    private static final int MOST = 100;

    @Inject
    private Reach reach;

    @Inject
    private ActivityQuery query;

    /** How many accounts cannot sign in now, because a person locked them or the password was wrong too often. */
    public long locked(Staff staff) {
        return query.locked(reach.require(staff, Right.USERS_READ));
    }

    /**
     * What changed what somebody may do, and sign-ins that were refused too often; newest first. Ordinary sign-ins are not among them.
     *
     * @param since the oldest
     * @param limit 1–100
     */
    public List<ActivityView> since(Staff staff, Instant since, int limit) {
        return query.since(reach.require(staff, Right.USERS_READ), since, Math.max(1, Math.min(limit, MOST)));
    }
}
