package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.lgsp.model.Together;

/**
 * A nonce counts once per key, on all nodes, over restarts: the primary key of the table decides which of many copies is the first. Called
 * outside of a transaction, each statement is durable by itself when it returns. Requests that come at the same time share one.
 */
@ApplicationScoped
public class ReplayGuard {
    private static final int BATCH = 5_000;

    /** Clocks of several nodes may differ by so much before a nonce could be forgotten too early. */
    private static final Duration CLOCK_RESERVE = Duration.ofSeconds(60);

    /** More than come at the same time. */
    private static final int MOST = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String ALL = "";

    /** What several nodes insert they insert in one order, so that they never wait for each other in a circle. */
    private static final Comparator<Use> ORDER =
            Comparator.comparing(Use::keyId).thenComparing(Use::nonce);

    private final Together<String, Use, Boolean> together = new Together<>(MOST, MOST, one -> 1, PATIENCE);

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** What makes a nonce the same. */
    private record Used(UUID keyId, String nonce) {}

    private record Use(UUID keyId, String nonce, Instant expires) {
        Used used() {
            return new Used(keyId, nonce);
        }
    }

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
        return together.one(ALL, new Use(keyId, nonce, expires), this::use);
    }

    /** Uses up nonces; the first of several that are the same counts. */
    private List<Boolean> use(List<Use> uses) {
        var sorted = uses.stream().sorted(ORDER).toList();
        Set<Used> fresh = new HashSet<>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        """
                        insert into nonce (access_key_id, nonce, expires_at) select * from unnest(?, ?, ?)
                        on conflict do nothing returning access_key_id, nonce
                        """)) {
            insert.setArray(1, column(connection, "uuid", sorted, Use::keyId));
            insert.setArray(2, column(connection, "varchar", sorted, Use::nonce));
            insert.setArray(3, column(connection, "timestamptz", sorted, use -> use.expires()
                    .toString()));
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(new Used(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
        return uses.stream().map(use -> fresh.remove(use.used())).toList();
    }

    private static Array column(Connection connection, String type, List<Use> uses, Function<Use, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, uses.stream().map(value).toArray());
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
