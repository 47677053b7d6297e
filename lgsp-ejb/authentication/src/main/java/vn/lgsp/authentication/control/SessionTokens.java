package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.authentication.WaiverKind;

/**
 * Tokens of sessions (Điều 8.1): an application that signed when it connected may show its session's token instead of signing each request,
 * over channels that nobody listens to. A token counts for the key that opened the session, from the address that opened it, until a while
 * after the last heartbeat, and never longer than {@link #LONGEST}. Only its hash is stored.
 */
@ApplicationScoped
public class SessionTokens {
    /** After this the application has to sign again, however often it was heard of. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final String BEARER = "bearer ";
    private static final int MAX_SESSIONS = 50_000;

    private static final String BY_HASH =
            """
            select id, access_key_id, remote_address, token_expires_at, token_waivers from client_session
            where token_hash = ? and closed_at is null
            """;

    /** An open session as its token opens it, with the waivers that it stands on. */
    public record TokenSession(UUID id, UUID keyId, String remoteAddress, Instant expiresAt, Set<WaiverKind> waivers) {}

    private TimedCache<String, TokenSession> cache;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** For the container. */
    protected SessionTokens() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds}: how long a session that was closed may still be good on other nodes */
    @Inject
    public SessionTokens(
            @ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") Supplier<Integer> seconds) {
        cache = new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(seconds.get()), MAX_SESSIONS, System::nanoTime);
    }

    /** Whether the request shows a token of a session; it may be anything. */
    public static boolean shown(SignedRequest request) {
        return token(request).startsWith(KeyFormat.SESSION_PREFIX);
    }

    /**
     * The session whose token the request shows.
     *
     * @return empty when there is none that counts
     * @throws vn.lgsp.model.error.LgspException {@code unavailable}
     */
    public Optional<TokenSession> find(SignedRequest request, Instant now) {
        return find(token(request))
                .filter(session -> now.isBefore(session.expiresAt()))
                .filter(session -> session.remoteAddress().equals(request.remoteAddress()));
    }

    /** Whether a session is still open. */
    public boolean open(UUID sessionId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from client_session where id = ? and closed_at is null")) {
            query.setObject(1, sessionId);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** Forgets a session that ended or lives longer, so that this node sees it at once. */
    public void forget(
            @Observes(during = TransactionPhase.AFTER_SUCCESS, notifyObserver = Reception.IF_EXISTS)
                    SessionChanged changed) {
        cache.removeIf(session -> session.id().equals(changed.sessionId()));
    }

    /** Forgets the sessions of a revoked key. */
    public void forget(
            @Observes(during = TransactionPhase.AFTER_SUCCESS, notifyObserver = Reception.IF_EXISTS)
                    KeyRevoked revoked) {
        cache.removeIf(session -> session.keyId().equals(revoked.keyId()));
    }

    /** What is stored of a token. */
    public static byte[] hash(String token) {
        return Sha256.of(token.getBytes(US_ASCII));
    }

    private Optional<TokenSession> find(String token) {
        if (KeyFormat.ofSession(token).isEmpty()) {
            return Optional.empty();
        }
        var hash = hash(token);
        var name = HexFormat.of().formatHex(hash);
        var remembered = cache.get(name);
        if (remembered.isPresent()) {
            return remembered;
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(BY_HASH)) {
            query.setBytes(1, hash);
            var found = first(query);
            found.ifPresent(session -> cache.put(name, session));
            return found;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static Optional<TokenSession> first(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.of(new TokenSession(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            WaiverKind.read(rows.getString(5))))
                    : Optional.empty();
        }
    }

    private static String token(SignedRequest request) {
        var lines = request.lines("authorization");
        return lines.size() == 1 && lines.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? lines.get(0).substring(BEARER.length()).strip()
                : "";
    }
}
