package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountLink.Purpose;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.sso.control.AccountEvents;
import vn.lgsp.sso.control.Links;
import vn.lgsp.sso.control.PasswordHasher;
import vn.lgsp.sso.control.Reach;
import vn.lgsp.sso.control.SessionViews;
import vn.lgsp.sso.control.UserFacts;
import vn.lgsp.sso.control.UserInput;
import vn.lgsp.sso.control.UserQuery;

/**
 * Users as administrators and auditors see them (Điều 7.1, 12.1): those who work for agencies in the subtrees in which the person holds
 * {@link Right#USERS_READ}. What is done to a user that exists already is in {@link UserActs}.
 *
 * <p>All methods throw FORBIDDEN for somebody without the right anywhere, and NOT_FOUND for users out of reach.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class Users {
    private static final int MOST_EVENTS = 100;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Reach reach;

    @Inject
    private UserQuery query;

    @Inject
    private UserFacts facts;

    @Inject
    private UserInput input;

    @Inject
    private SessionViews sessions;

    @Inject
    private AccountEvents events;

    @Inject
    private Links links;

    @Inject
    private PasswordHasher hasher;

    /** Lists users in the order of their user names. */
    public List<UserRow> list(Staff staff, UserFilter filter) {
        return query.list(reach.require(staff, Right.USERS_READ), filter);
    }

    /** How many active users in reach hold each role; roles that nobody holds are absent. */
    public Map<Role, Long> holders(Staff staff) {
        return query.holders(reach.require(staff, Right.USERS_READ));
    }

    /** One user with all facts. */
    public UserDetails find(Staff staff, UUID accountId) {
        return facts.of(staff, reach.readable(staff, accountId));
    }

    /** The sessions of a user, newest first, at most fifty, those that ended too. */
    public List<SessionView> sessions(Staff staff, UUID accountId) {
        return sessions.of(reach.readable(staff, accountId).id(), null);
    }

    /**
     * What happened to a user, newest first.
     *
     * @param before the id of the event to go on after; null for the newest
     * @param limit 1–100
     */
    public List<EventView> events(Staff staff, UUID accountId, UUID before, int limit) {
        UUID readable = reach.readable(staff, accountId).id();
        return events.of(readable, before, Math.max(1, Math.min(limit, MOST_EVENTS))).stream()
                .map(EventView::of)
                .toList();
    }

    /**
     * Invites a person: makes the account and the link with which the person chooses the first password.
     *
     * @throws LgspException REQUEST_INVALID with the fields at fault; ACCOUNT_OUT_OF_REACH when the agency or a role lies outside the
     *     subtrees that the inviting person administers
     */
    public OneTimeLink invite(Staff staff, NewUser user, String remoteAddress) {
        reach.require(staff, Right.USERS_CHANGE);
        UserInput.NewAccount checked = input.check(staff, user);
        requireFree(checked.username());
        Account account = Account.invited(
                checked.username(),
                checked.fullName(),
                checked.email(),
                checked.agencyId(),
                hasher.unusable(),
                Instant.now());
        account.grants().addAll(checked.grants());
        em.persist(account);
        em.flush();
        events.note(staff, account.id(), Kind.INVITED, facts.text(checked.grants()), null, remoteAddress);
        return links.make(account.id(), Purpose.INVITATION, staff.username());
    }

    private void requireFree(String username) {
        // Two people who invite the same name at once: the second waits here for the first.
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                .setParameter("name", "lgsp.username:" + username)
                .getSingleResult();
        boolean taken = !em.createQuery("select 1 from Account a where a.username = :username", Integer.class)
                .setParameter("username", username)
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("username", "taken")));
        }
    }
}
