package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountLink.Purpose;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.account.StaffSession.End;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.control.AccountEvents;
import vn.lgsp.sso.control.LastAdministrator;
import vn.lgsp.sso.control.Links;
import vn.lgsp.sso.control.PasswordHasher;
import vn.lgsp.sso.control.Reach;
import vn.lgsp.sso.control.SecondFactors;
import vn.lgsp.sso.control.SessionStore;
import vn.lgsp.sso.control.UserFacts;
import vn.lgsp.sso.control.UserInput;

/**
 * What administrators do to users (Điều 12.1). Each act takes effect at once on every node, and stands in the user's history with who, why
 * and from where.
 *
 * <p>All methods throw FORBIDDEN for somebody who administers no users; NOT_FOUND for users out of reach; OWN_ACCOUNT for one's own
 * account; ACCOUNT_OUT_OF_REACH when the user holds a role outside the subtrees that the person administers; EDIT_CONFLICT when the
 * account is no longer what the person saw; ACCOUNT_STATE when its state does not allow the act; REQUEST_INVALID with the field
 * {@code reason}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class UserActs {
    @Inject
    private Reach reach;

    @Inject
    private UserInput input;

    @Inject
    private UserFacts facts;

    @Inject
    private LastAdministrator lastAdministrator;

    @Inject
    private SessionStore sessions;

    @Inject
    private SecondFactors factors;

    @Inject
    private Links links;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private AccountEvents events;

    /** Makes a new invitation for somebody who has not accepted the one before, which no longer counts. */
    public OneTimeLink inviteAgain(Staff staff, Order order) {
        Account account = begin(staff, order, AccountState.INVITED);
        note(staff, order, Kind.INVITED_AGAIN, null, null);
        return links.make(account.id(), Purpose.INVITATION, staff.username());
    }

    /** Locks an account with a reason until somebody unlocks it; its sessions end. LAST_ADMINISTRATOR when nobody else would remain. */
    public void lock(Staff staff, Order order) {
        String reason = input.reason(order.reason());
        Account account = begin(staff, order, AccountState.ACTIVE, AccountState.INVITED);
        lastAdministrator.requireAnother(account);
        account.bar(reason, staff.username(), Instant.now());
        end(account, End.LOCKED);
        note(staff, order, Kind.LOCKED, null, reason);
    }

    /** Unlocks an account, whether a person locked it or failed attempts did. */
    public void unlock(Staff staff, Order order) {
        Account account = begin(staff, order, AccountState.LOCKED, AccountState.ACTIVE);
        if (account.state() == AccountState.ACTIVE && !account.locked(Instant.now())) {
            throw new LgspException(ErrorCode.ACCOUNT_STATE);
        }
        account.unbar();
        note(staff, order, Kind.UNLOCKED, null, null);
    }

    /** Takes an account out of use with a reason; its sessions and links end. LAST_ADMINISTRATOR when nobody else would remain. */
    public void disable(Staff staff, Order order) {
        String reason = input.reason(order.reason());
        Account account = begin(staff, order, AccountState.ACTIVE, AccountState.INVITED, AccountState.LOCKED);
        lastAdministrator.requireAnother(account);
        account.disable(reason, staff.username(), Instant.now());
        links.withdraw(account.id());
        end(account, End.DISABLED);
        note(staff, order, Kind.DISABLED, null, reason);
    }

    /** Takes an account back into use with a reason, as it was before it was disabled. */
    public void enable(Staff staff, Order order) {
        String reason = input.reason(order.reason());
        begin(staff, order, AccountState.DISABLED).enable();
        note(staff, order, Kind.ENABLED, null, reason);
    }

    /** Makes the password unusable, ends all sessions, and makes the link with which the person chooses a new one. */
    public OneTimeLink resetPassword(Staff staff, Order order) {
        String reason = input.reason(order.reason());
        Account account = begin(staff, order, AccountState.ACTIVE);
        account.password(hasher.unusable(), false);
        end(account, End.RESET);
        note(staff, order, Kind.RESET_LINK_MADE, null, reason);
        return links.make(account.id(), Purpose.RESET, staff.username());
    }

    /** Removes the second factor of somebody who lost it, with a reason; all sessions end. ACCOUNT_STATE when there is none. */
    public void resetSecondFactor(Staff staff, Order order) {
        String reason = input.reason(order.reason());
        Account account = begin(staff, order, AccountState.ACTIVE, AccountState.LOCKED);
        if (factors.since(account.id()).isEmpty()) {
            throw new LgspException(ErrorCode.ACCOUNT_STATE);
        }
        factors.remove(account.id());
        end(account, End.RESET);
        note(staff, order, Kind.SECOND_FACTOR_RESET, null, reason);
    }

    /**
     * Replaces the roles of a user; they count from the next request on.
     *
     * @param grants at most 20; none leaves an account that may sign in and sees nothing
     * @throws LgspException also ACCOUNT_OUT_OF_REACH for a role outside the subtrees that the person administers; LAST_ADMINISTRATOR
     */
    public void changeGrants(Staff staff, Order order, List<NewGrant> grants) {
        Account account = begin(staff, order, AccountState.ACTIVE, AccountState.INVITED, AccountState.LOCKED);
        Set<Account.Grant> wanted = input.check(staff, grants);
        Set<Account.Grant> lost = new HashSet<>(account.grants());
        lost.removeAll(wanted);
        if (lost.stream().anyMatch(grant -> grant.role() == Role.ADMIN)) {
            lastAdministrator.requireAnother(account);
        }
        String change = facts.text(account.grants()) + " → " + facts.text(wanted);
        account.grant(wanted);
        note(staff, order, Kind.GRANTS_CHANGED, change, null);
    }

    /** Ends one session of a user. NOT_FOUND when the user has no such session that lasts. */
    public void endSession(Staff staff, Order order, UUID sessionId) {
        Account account = begin(staff, order, AccountState.values());
        if (!sessions.end(account.id(), sessionId, End.ENDED_BY_ADMIN, Instant.now())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        note(staff, order, Kind.SESSION_ENDED, null, null);
    }

    /** Signs a user out everywhere; returns how many sessions ended. The reason may be null. */
    public int endSessions(Staff staff, Order order) {
        String reason = order.reason() == null ? null : input.reason(order.reason());
        Account account = begin(staff, order, AccountState.values());
        int ended = end(account, End.ENDED_BY_ADMIN);
        note(staff, order, Kind.SESSIONS_ENDED, Integer.toString(ended), reason);
        return ended;
    }

    private Account begin(Staff staff, Order order, AccountState... allowed) {
        Account account = reach.changeable(staff, order.accountId());
        if (order.revision() != null && order.revision() != account.revision()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        if (!List.of(allowed).contains(account.state())) {
            throw new LgspException(ErrorCode.ACCOUNT_STATE);
        }
        return account;
    }

    private int end(Account account, End reason) {
        return sessions.endAll(account.id(), null, reason, Instant.now());
    }

    private void note(Staff staff, Order order, Kind kind, String detail, String reason) {
        events.note(staff, order.accountId(), kind, detail, reason, order.remoteAddress());
    }
}
