package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.RequestRefused;

/**
 * Why requests were refused, and who connected, for operators and for the agency whose key it was (nhật ký xác thực truy xuất, Điều 10, 14.5,
 * 18.3): here, and only here, an unknown key and a wrong signature differ. Neither secrets nor anything else that a stranger made up is
 * written; of a key, only the last characters.
 *
 * <p>Requests only put an entry into a bounded queue that is written every second. Of many alike within a minute the first
 * {@link Flood#EACH} are written, the rest as one with their number: a flood fills neither the queue nor the table.
 */
@ApplicationScoped
public class AuthenticationLog {
    private static final Logger LOG = System.getLogger("vn.lgsp.authentication");
    private static final int MAX_WAITING = 5_000;
    private static final int MAX_PATH = 300;
    private static final int MAX_BATCH = 2_000;

    private static final String INSERT =
            """
            insert into authentication_event (id, at, node, request_id, application_id, agency_id, access_key_id, key_hint, target_id, scheme,
                algorithm, reason, method, path, remote_address, repeats, signing_text)
            select ?, ?, ?, ?, a.id, a.agency_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            from (select ?::uuid as id) wanted left join application a on a.id = wanted.id
            """;

    private final ConcurrentLinkedQueue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Flood flood = new Flood();

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /** What is written of a request. */
    record Entry(
            Instant at,
            UUID requestId,
            String method,
            String path,
            String remoteAddress,
            UUID applicationId,
            UUID keyId,
            String hint,
            UUID targetId,
            String scheme,
            String algorithm,
            String reason,
            int repeats,
            String signingText) {

        Entry times(int number) {
            return new Entry(
                    at,
                    requestId,
                    method,
                    path,
                    remoteAddress,
                    applicationId,
                    keyId,
                    hint,
                    targetId,
                    scheme,
                    algorithm,
                    reason,
                    number,
                    signingText);
        }
    }

    /**
     * Notes a refusal.
     *
     * @param claim what the request claims; null when it could not be read
     * @param key the key that it names; null when there is none
     * @param reason a code
     * @return what the platform takes to have been signed, without secrets; null without a claim
     */
    public String refused(SignedRequest request, Claim claim, StoredKey key, String reason) {
        // Made for unknown keys too, and thrown away: it takes time, and time tells.
        var signingText = claim == null ? null : SigningText.of(claim);
        var entry = new Entry(
                Instant.now(),
                request.requestId(),
                request.method(),
                request.path(),
                request.remoteAddress(),
                key == null ? null : key.applicationId(),
                key == null ? null : key.id(),
                key == null ? null : key.hint(),
                null,
                claim == null ? null : claim.scheme().name(),
                claim == null ? null : claim.algorithm(),
                reason,
                1,
                key == null ? null : signingText);
        if (!flood.admits(entry)) {
            return signingText;
        }
        LOG.log(
                Level.INFO,
                "Refused: {0}, key {1}, from {2}, request {3}",
                reason,
                key == null ? "?" : "…" + key.hint(),
                request.remoteAddress(),
                request.requestId().toString());
        put(entry);
        return signingText;
    }

    /**
     * Notes that a caller who is known may not do what was asked: no access right (Điều 7.1a), or a key that was restricted to less. Tickets
     * that were refused are noted with their destination by whoever refused them.
     */
    public void forbidden(@Observes RequestRefused refused) {
        var code = refused.code();
        if (refused.caller() != null && (code == ErrorCode.NO_ACCESS_RIGHT || code == ErrorCode.KEY_SCOPE_MISSING)) {
            noted(refused.caller(), refused.method(), refused.path(), null, code.code());
        }
    }

    /**
     * Notes a caller's act worth noting, such as a connection or a ticket.
     *
     * @param targetId the application that it is about; null when there is none
     * @param reason why it was refused; null when it was granted
     */
    public void noted(Caller caller, String method, String path, UUID targetId, String reason) {
        var entry = new Entry(
                Instant.now(),
                caller.requestId(),
                method,
                path,
                caller.remoteAddress(),
                caller.applicationId(),
                caller.keyId(),
                caller.keyHint(),
                targetId,
                null,
                null,
                reason,
                1,
                null);
        if (reason == null || flood.admits(entry)) {
            put(entry);
        }
    }

    /** Writes what waits. */
    public void write() {
        flood.past(Instant.now()).forEach(this::put);
        for (var batch = take(); !batch.isEmpty(); batch = take()) {
            write(batch);
        }
    }

    /**
     * Removes entries that are older than they are kept for.
     *
     * @return how many were removed; fewer than {@code limit} when nothing is left to remove
     */
    public int purge(Instant before, int limit) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        """
                        delete from authentication_event where id in
                            (select id from authentication_event where at < ? order by at limit ? for update skip locked)
                        """)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, limit);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private void put(Entry entry) {
        if (size.incrementAndGet() > MAX_WAITING) {
            size.decrementAndGet();
            flood.countLost();
            return;
        }
        waiting.add(entry);
    }

    private List<Entry> take() {
        var batch = new ArrayList<Entry>();
        while (batch.size() < MAX_BATCH) {
            var entry = waiting.poll();
            if (entry == null) {
                break;
            }
            size.decrementAndGet();
            batch.add(entry);
        }
        return batch;
    }

    private void write(List<Entry> batch) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var entry : batch) {
                set(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            // They come with the next second; what does not fit any more is counted as lost.
            batch.forEach(this::put);
            throw Unavailable.because(e);
        }
    }

    private void set(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setObject(1, Ids.next());
        insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, node);
        insert.setObject(4, entry.requestId());
        insert.setObject(5, entry.keyId());
        insert.setString(6, entry.hint());
        insert.setObject(7, entry.targetId());
        insert.setString(8, entry.scheme());
        insert.setString(9, shortened(entry.algorithm(), 40));
        insert.setString(10, entry.reason());
        insert.setString(11, shortened(printable(entry.method()), 10));
        insert.setString(12, shortened(printable(entry.path()), MAX_PATH));
        insert.setString(13, entry.remoteAddress());
        insert.setInt(14, entry.repeats());
        insert.setString(15, entry.signingText());
        insert.setObject(16, entry.applicationId());
    }

    private static String shortened(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** A path comes from a stranger: control characters would forge lines. */
    private static String printable(String path) {
        return path.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
