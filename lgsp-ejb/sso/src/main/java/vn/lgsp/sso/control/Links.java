package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.account.AccountLink;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.OneTimeLink;

/** One-time links in the database; an account has at most one that can be used. In the caller's transaction. */
@ApplicationScoped
public class Links {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private SignInSettings settings;

    /** Makes a link; older ones of the account can no longer be used. */
    public OneTimeLink make(UUID accountId, AccountLink.Purpose purpose, String by) {
        Instant now = Instant.now();
        withdraw(accountId);
        String token = SecretToken.next();
        Instant expiry = now.plus(settings.linkLifetime());
        em.persist(new AccountLink(accountId, purpose, SecretToken.hash(token).orElseThrow(), by, now, expiry));
        return new OneTimeLink(accountId, token, expiry);
    }

    /** Ends all links of an account. */
    public void withdraw(UUID accountId) {
        em.createQuery("update AccountLink l set l.endedAt = :now where l.accountId = :account and l.endedAt is null")
                .setParameter("now", Instant.now())
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /**
     * Finds a link that can be used.
     *
     * @throws LgspException LINK_NOT_USABLE, the same for a link that never was and for one that is over
     */
    public AccountLink usable(String token) {
        return SecretToken.hash(token)
                .flatMap(hash -> em.createQuery(
                                "select l from AccountLink l where l.tokenHash = :hash", AccountLink.class)
                        .setParameter("hash", hash)
                        .getResultStream()
                        .findFirst())
                .filter(link -> link.usable(Instant.now()))
                .orElseThrow(() -> new LgspException(ErrorCode.LINK_NOT_USABLE));
    }

    /**
     * Uses a link up: of any number of copies at the same time one succeeds.
     *
     * @throws LgspException LINK_NOT_USABLE when somebody was faster
     */
    public void use(AccountLink link) {
        int used = em.createQuery(
                        """
                        update AccountLink l set l.endedAt = :now
                        where l.id = :id and l.endedAt is null and l.expiresAt > :now
                        """)
                .setParameter("now", Instant.now())
                .setParameter("id", link.id())
                .executeUpdate();
        if (used != 1) {
            throw new LgspException(ErrorCode.LINK_NOT_USABLE);
        }
    }

    /** Until when the link of an account can be used; empty when it has none. */
    public Optional<Instant> expiry(UUID accountId) {
        return em.createQuery(
                        """
                        select l.expiresAt from AccountLink l
                        where l.accountId = :account and l.endedAt is null and l.expiresAt > :now
                        """,
                        Instant.class)
                .setParameter("account", accountId)
                .setParameter("now", Instant.now())
                .getResultStream()
                .findFirst();
    }
}
