package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountToken;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.sso.control.AccountEvents;
import vn.lgsp.sso.control.PeopleNow;
import vn.lgsp.sso.control.SecretToken;

/**
 * Tokens with which people's own programs call the interface in their name (token cá nhân). A token carries the rights that its owner has
 * at the moment of each call, never more; it ends with its day, with a word of the owner, and with the account.
 */
@Stateless
public class PersonalTokens {
    /** What every token begins with, so that it is recognised wherever it is left lying about. */
    public static final String PREFIX = "lgsp_pat_";

    private static final int MAX_NAME = 100;
    private static final int MAX_DAYS = 365;
    private static final int MAX_TOKENS = 20;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private AccountEvents events;

    @Inject
    private PeopleNow people;

    /** The person behind a token, with the rights of this very moment; {@code readOnly} when it opens reading operations only. */
    public record Bearer(Staff staff, boolean readOnly) {}

    /** The person's tokens that still count, newest first. */
    public List<TokenView> list(Staff staff) {
        return live(staff).stream()
                .map(token -> new TokenView(
                        token.id(),
                        token.name(),
                        token.readOnly(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedAt(),
                        token.lastAddress()))
                .toList();
    }

    /**
     * Makes a token.
     *
     * @param name what it is for, 1–100 characters
     * @param days how long it counts, 1–365
     * @return the token, which cannot be shown again
     * @throws LgspException REQUEST_INVALID naming the field at fault: {@code name}, {@code days}; {@code tokens} when there are 20 already
     */
    public String issue(Staff staff, String name, boolean readOnly, int days, String remoteAddress) {
        String label = name == null ? "" : name.strip();
        if (label.isEmpty() || label.length() > MAX_NAME) {
            throw invalid(new FieldError("name", "length", 1, MAX_NAME));
        }
        if (label.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(new FieldError("name", "control-character"));
        }
        if (days < 1 || days > MAX_DAYS) {
            throw invalid(new FieldError("days", "number", 1, MAX_DAYS));
        }
        if (live(staff).size() >= MAX_TOKENS) {
            throw invalid(new FieldError("tokens", "items", 0, MAX_TOKENS));
        }
        String secret = SecretToken.next();
        Instant now = Instant.now();
        em.persist(new AccountToken(
                staff.accountId(),
                SecretToken.hash(secret).orElseThrow(),
                label,
                readOnly,
                now,
                now.plus(Duration.ofDays(days))));
        events.note(staff, staff.accountId(), Kind.TOKEN_MADE, label, null, remoteAddress);
        return PREFIX + secret;
    }

    /**
     * Withdraws a token with effect at once.
     *
     * @throws LgspException NOT_FOUND
     */
    public void revoke(Staff staff, UUID tokenId, String remoteAddress) {
        AccountToken token = live(staff).stream()
                .filter(mine -> mine.id().equals(tokenId))
                .findFirst()
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        token.revoke(Instant.now());
        events.note(staff, staff.accountId(), Kind.TOKEN_REVOKED, token.name(), null, remoteAddress);
    }

    /**
     * Finds the person behind a token and notes its use.
     *
     * @param token as it came over the wire; may be null or anything else
     * @return empty when it does not count, or its owner may not sign in
     */
    public Optional<Bearer> bearer(String token, String remoteAddress) {
        if (token == null || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        return SecretToken.hash(token.substring(PREFIX.length()))
                .flatMap(hash -> em.createQuery(
                                "select t from AccountToken t where t.tokenHash = :hash", AccountToken.class)
                        .setParameter("hash", hash)
                        .getResultStream()
                        .findFirst())
                .filter(found -> found.usable(now))
                .flatMap(found -> people.current(found.accountId()).map(staff -> {
                    found.used(now, remoteAddress);
                    return new Bearer(staff, found.readOnly());
                }));
    }

    private List<AccountToken> live(Staff staff) {
        return em.createQuery(
                        """
                        select t from AccountToken t where t.accountId = :account and t.revokedAt is null and t.expiresAt > :now
                        order by t.id desc
                        """,
                        AccountToken.class)
                .setParameter("account", staff.accountId())
                .setParameter("now", Instant.now())
                .getResultList();
    }

    private static LgspException invalid(FieldError field) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(field));
    }
}
