package vn.lgsp.sso.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.StaffSession;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.PresentSession.Step;

/** Sessions that last, with the account behind them; one transaction per request. */
@Stateless
public class OpenSessions {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private SessionStore sessions;

    @Inject
    private SecondFactors factors;

    @Inject
    private SignInSettings settings;

    /** Finds the session of a token; empty when it is over or its account may not sign in. */
    public Optional<PresentSession> find(String token) {
        Instant now = Instant.now();
        Optional<StaffSession> found = sessions.lasting(token, now);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StaffSession session = found.get();
        Account account = em.find(Account.class, session.accountId());
        if (account.state() != AccountState.ACTIVE) {
            return Optional.empty();
        }
        sessions.seen(session, now);
        return Optional.of(new PresentSession(session.id(), SignInGuard.staff(account), owes(session, account)));
    }

    private Step owes(StaffSession session, Account account) {
        boolean hasFactor = factors.since(account.id()).isPresent();
        if (hasFactor && !session.secondFactorGiven()) {
            return Step.CODE;
        }
        // In demonstration mode the accounts with their published password are the point.
        if (account.mustChangePassword() && !settings.demo()) {
            return Step.PASSWORD;
        }
        boolean required = settings.secondFactorRequired(
                account.grants().stream().map(Account.Grant::role).collect(Collectors.toSet()));
        return required && !hasFactor ? Step.SECOND_FACTOR : Step.NOTHING;
    }

    /** Ends the session of a token, if it lasts. */
    public void signOut(String token) {
        Instant now = Instant.now();
        sessions.lasting(token, now)
                .ifPresent(
                        session -> sessions.end(session.accountId(), session.id(), StaffSession.End.SIGNED_OUT, now));
    }
}
