package vn.lgsp.sample.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;

/**
 * Writes sample packets in batches. A packet that has not ended keeps a content key, as a real one does, so that the platform ends it in its
 * own time like any other; bytes there are none.
 */
@Dependent
public class PacketRows {
    private static final Map<String, String> PROTOCOLS = Map.of("edoc", "edxml", "file", "file");

    private static final String PACKET =
            """
            insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type, protocol,
                total_bytes, not_before, deadline, created_at, updated_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DELIVERY =
            """
            insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id, importance,
                not_before, deadline, reason, confirmed_at, created_at, updated_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CONTENT =
            """
            insert into content (packet_id, state, state_seq, wrapped_key, master_key_id, updated_at, version)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FILE =
            """
            insert into packet_file (packet_id, name, media_type, size, sha256, blob_id, stored_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SPACE =
            """
            insert into space (id, packet_id, delivery_id, application_id, created_at, expires_at, closed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HISTORY =
            """
            insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, remote_address, node,
                request_id, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @EJB
    private KeyVault vault;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /** Writes the rows of these packets in the transaction of the connection. */
    void write(Connection connection, List<SamplePacket> packets) throws SQLException {
        batch(connection, PACKET, packets, PacketRows::packet);
        batch(connection, DELIVERY, packets, PacketRows::delivery);
        batch(connection, CONTENT, packets, this::content);
        batch(connection, FILE, packets, PacketRows::files);
        batch(connection, SPACE, packets, PacketRows::spaces);
        batch(connection, HISTORY, packets, this::history);
    }

    private interface Binding {
        void bind(PreparedStatement statement, SamplePacket packet) throws SQLException;
    }

    private static void batch(Connection connection, String sql, List<SamplePacket> packets, Binding binding)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (SamplePacket packet : packets) {
                binding.bind(statement, packet);
            }
            statement.executeBatch();
        }
    }

    private static void packet(PreparedStatement row, SamplePacket packet) throws SQLException {
        Wish wish = packet.wish();
        SamplePacket.Step last = packet.last(Subject.PACKET);
        set(
                row,
                packet.id(),
                packet.state().name(),
                last.seq(),
                wish.source().id(),
                wish.source().agencyId(),
                wish.title(),
                wish.importance().ordinal(),
                wish.dataType(),
                PROTOCOLS.get(wish.dataType()),
                packet.totalBytes(),
                wish.notBefore(),
                wish.deadline() == null ? null : wish.at().plus(wish.deadline()),
                wish.at(),
                last.at(),
                last.seq());
    }

    private static void delivery(PreparedStatement row, SamplePacket packet) throws SQLException {
        Wish wish = packet.wish();
        SamplePacket.Step last = packet.last(Subject.DELIVERY);
        boolean scheduled = packet.deliveryState() == DeliveryState.PLANNED && wish.notBefore() != null;
        String reason =
                switch (wish.ending()) {
                    case REFUSED -> wish.reason();
                    case QUARANTINED -> ErrorCode.CONTENT_CORRUPTED.code();
                    default -> null;
                };
        set(
                row,
                packet.deliveryId(),
                packet.id(),
                packet.deliveryState().name(),
                last.seq(),
                wish.destination().agencyId(),
                wish.destination().id(),
                wish.importance().ordinal(),
                scheduled ? wish.notBefore() : null,
                packet.deadline(),
                reason,
                packet.confirmedAt(),
                wish.at(),
                last.at(),
                last.seq());
    }

    private void content(PreparedStatement row, SamplePacket packet) throws SQLException {
        SamplePacket.Step last = packet.last(Subject.CONTENT);
        byte[] key = null;
        if (packet.open()) {
            try (ContentKey fresh = ContentKey.random()) {
                key = fresh.wrap(vault, "packet:" + packet.id());
            }
        }
        set(
                row,
                packet.id(),
                packet.contentState().name(),
                last.seq(),
                key,
                key == null ? null : vault.masterKeyId(),
                last.at(),
                last.seq());
    }

    private static void files(PreparedStatement row, SamplePacket packet) throws SQLException {
        for (SamplePacket.File file : packet.files()) {
            set(
                    row,
                    packet.id(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    file.blobId(),
                    file.storedAt());
        }
    }

    private static void spaces(PreparedStatement row, SamplePacket packet) throws SQLException {
        Wish wish = packet.wish();
        for (SamplePacket.Space space : packet.spaces()) {
            set(
                    row,
                    space.id(),
                    packet.id(),
                    space.ofSource() ? null : packet.deliveryId(),
                    space.ofSource() ? wish.source().id() : wish.destination().id(),
                    space.createdAt(),
                    space.expiresAt(),
                    space.closedAt());
        }
    }

    private void history(PreparedStatement row, SamplePacket packet) throws SQLException {
        for (SamplePacket.Step step : packet.steps()) {
            Party by = step.by();
            set(
                    row,
                    packet.id(),
                    step.subject().name(),
                    step.subject() == Subject.DELIVERY ? packet.deliveryId() : packet.id(),
                    step.seq(),
                    step.from(),
                    step.to(),
                    step.at(),
                    by == null ? "LGSP" : by.label(),
                    by == null ? null : by.address(),
                    node,
                    step.requestId(),
                    step.detail());
        }
    }

    /** Sets all parameters and adds the row to the batch. */
    static void set(PreparedStatement row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
        }
        row.addBatch();
    }

    /** The ids as an array for SQL. */
    static java.sql.Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
