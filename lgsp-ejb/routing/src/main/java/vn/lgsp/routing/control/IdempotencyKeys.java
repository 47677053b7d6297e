package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Packet;

/** The keys under which sources repeat a request without a second packet: the same key with the same request answers the same packet. */
@ApplicationScoped
public class IdempotencyKeys {
    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** What a key was used for. */
    record Earlier(UUID packetId, byte[] hash) {

        /**
         * The packet of that time.
         *
         * @throws LgspException IDEMPOTENCY_KEY_REUSED when the request was another
         */
        UUID sameAs(byte[] request) {
            if (!MessageDigest.isEqual(hash, request)) {
                throw new LgspException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            return packetId;
        }
    }

    /** A key and what it is used for now. */
    record Use(String key, byte[] hash, Packet packet) {}

    /** SHA-256 of a request written as a text. */
    static byte[] hash(String canonical) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The packet that this request made earlier.
     *
     * @param key null when the source gave none
     * @throws LgspException IDEMPOTENCY_KEY_REUSED
     */
    Optional<UUID> earlier(Caller caller, String key, Supplier<byte[]> hash) {
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(earlier(caller, List.of(key)).get(key)).map(use -> use.sameAs(hash.get()));
    }

    /** What these keys were used for; those that were not are left out. */
    Map<String, Earlier> earlier(Caller caller, Collection<String> keys) {
        Map<String, Earlier> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select idem_key, packet_id, request_hash from idempotency_key where application_id = ? and idem_key = any (?)")) {
            select.setObject(1, caller.applicationId());
            select.setArray(2, connection.createArrayOf("varchar", keys.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new Earlier(rows.getObject(2, UUID.class), rows.getBytes(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Remembers keys, each once.
     *
     * @throws LgspException UNAVAILABLE when a parallel copy of a request was first: the next attempt gets its packet
     */
    void remember(Caller caller, List<Use> uses) {
        try (Connection connection = database.getConnection()) {
            int stored = new Columns<>(uses)
                    .add("uuid", use -> caller.applicationId())
                    .add("varchar", Use::key)
                    .add("bytea", Use::hash)
                    .add("uuid", use -> use.packet().id())
                    .add("timestamptz", use -> use.packet().createdAt().toString())
                    .run(
                            connection,
                            """
                            insert into idempotency_key (application_id, idem_key, request_hash, packet_id, created_at)
                            select * from unnest(?, ?, ?, ?, ?) on conflict do nothing
                            """);
            if (stored != uses.size()) {
                throw new LgspException(ErrorCode.UNAVAILABLE);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
