package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A nonce counts once per key, on all nodes, over restarts: the primary key of the table decides which of many copies is the first. Called
 * outside of a transaction, each statement is durable by itself when it returns.
 */
@ApplicationScoped
public class ReplayGuard {
    private static final int BATCH = 5_000;

    /** Clocks of several nodes may differ by so much before a nonce could be forgotten too early. */
    private static final Duration CLOCK_RESERVE = Duration.ofSeconds(60);

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /**
     * Uses up the nonce of a request, if it has one.
     *
     * @return false when it was used before
     */
    public boolean use(Verified verified) {
        var claim = verified.claim();
        var forgotten = Instant.now().plus(claim.window().multipliedBy(2)).plus(CLOCK_RESERVE);
        return claim.nonce() == null || use(verified.key().id(), claim.nonce(), forgotten);
    }

    /**
     * Uses up a nonce.
     *
     * @param expires when it may be forgotten: later than a copy of the request could still be in time
     * @return false when it was used before
     */
    public boolean use(UUID keyId, String nonce, Instant expires) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        """
                        insert into nonce (access_key_id, nonce, expires_at) values (?, ?, ?)
                        on conflict do nothing
                        """)) {
            insert.setObject(1, keyId);
            insert.setString(2, nonce);
            insert.setObject(3, expires.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /**
     * Removes nonces that nobody can use again, a limited number at a time; several nodes may do so at once.
     *
     * @return how many were removed; when fewer than {@link #batch} there is nothing left to do
     */
    public int purge(Instant now) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        """
                        delete from nonce where (access_key_id, nonce) in (
                            select access_key_id, nonce from nonce where expires_at < ?
                            order by expires_at limit ? for update skip locked)
                        """)) {
            delete.setObject(1, now.atOffset(ZoneOffset.UTC));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** How many nonces one {@link #purge} removes at most. */
    public int batch() {
        return BATCH;
    }
}
