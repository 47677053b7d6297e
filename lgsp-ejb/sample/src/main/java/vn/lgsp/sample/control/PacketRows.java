package vn.lgsp.sample.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;

/**
 * Writes sample packets, one statement for each table. A packet that has not ended keeps a content key, as a real one does, so that the platform ends it in its
 * own time like any other; bytes there are none.
 */
@Dependent
public class PacketRows {
    private static final Map<String, String> PROTOCOLS = Map.of("edoc", "edxml", "file", "file");

    private static final String[] PACKET = {
        "packet",
        "id uuid",
        "state text",
        "state_seq int2",
        "source_application_id uuid",
        "source_agency_id uuid",
        "title text",
        "importance int2",
        "data_type text",
        "protocol text",
        "total_bytes int8",
        "not_before timestamptz",
        "deadline timestamptz",
        "created_at timestamptz",
        "updated_at timestamptz",
        "version int4"
    };
    private static final String[] DELIVERY = {
        "delivery",
        "id uuid",
        "packet_id uuid",
        "state text",
        "state_seq int2",
        "destination_agency_id uuid",
        "destination_application_id uuid",
        "importance int2",
        "not_before timestamptz",
        "deadline timestamptz",
        "reason text",
        "confirmed_at timestamptz",
        "created_at timestamptz",
        "updated_at timestamptz",
        "version int4"
    };
    private static final String[] CONTENT = {
        "content",
        "packet_id uuid",
        "state text",
        "state_seq int2",
        "wrapped_key bytea",
        "master_key_id text",
        "updated_at timestamptz",
        "version int4"
    };
    private static final String[] FILE = {
        "packet_file",
        "packet_id uuid",
        "name text",
        "media_type text",
        "size int8",
        "sha256 bytea",
        "blob_id uuid",
        "stored_at timestamptz"
    };
    private static final String[] SPACE = {
        "space",
        "id uuid",
        "packet_id uuid",
        "delivery_id uuid",
        "application_id uuid",
        "created_at timestamptz",
        "expires_at timestamptz",
        "closed_at timestamptz"
    };
    private static final String[] HISTORY = {
        "packet_history",
        "packet_id uuid",
        "subject text",
        "subject_id uuid",
        "seq int2",
        "from_state text",
        "to_state text",
        "at timestamptz",
        "actor text",
        "remote_address text",
        "node text",
        "request_id uuid",
        "detail text"
    };

    @EJB
    private KeyVault vault;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /** Writes the rows of these packets in the transaction of the connection. */
    void write(Connection connection, List<SamplePacket> packets) throws SQLException {
        write(connection, packets, PacketRows::packet, PACKET);
        write(connection, packets, PacketRows::delivery, DELIVERY);
        write(connection, packets, this::content, CONTENT);
        write(connection, packets, PacketRows::files, FILE);
        write(connection, packets, PacketRows::spaces, SPACE);
        write(connection, packets, this::history, HISTORY);
    }

    private static void write(
            Connection connection, List<SamplePacket> packets, BiConsumer<Rows, SamplePacket> each, String... table)
            throws SQLException {
        Rows rows = new Rows(table[0], Arrays.copyOfRange(table, 1, table.length));
        packets.forEach(packet -> each.accept(rows, packet));
        rows.write(connection);
    }

    private static void packet(Rows rows, SamplePacket packet) {
        Wish wish = packet.wish();
        SamplePacket.Step last = packet.last(Subject.PACKET);
        rows.add(
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

    private static void delivery(Rows rows, SamplePacket packet) {
        Wish wish = packet.wish();
        SamplePacket.Step last = packet.last(Subject.DELIVERY);
        boolean scheduled = packet.deliveryState() == DeliveryState.PLANNED && wish.notBefore() != null;
        String reason =
                switch (wish.ending()) {
                    case REFUSED -> wish.reason();
                    case QUARANTINED -> ErrorCode.CONTENT_CORRUPTED.code();
                    default -> null;
                };
        rows.add(
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

    private void content(Rows rows, SamplePacket packet) {
        SamplePacket.Step last = packet.last(Subject.CONTENT);
        byte[] key = null;
        if (packet.open()) {
            try (ContentKey fresh = ContentKey.random()) {
                key = fresh.wrap(vault, "packet:" + packet.id());
            }
        }
        rows.add(
                packet.id(),
                packet.contentState().name(),
                last.seq(),
                key,
                key == null ? null : vault.masterKeyId(),
                last.at(),
                last.seq());
    }

    private static void files(Rows rows, SamplePacket packet) {
        for (SamplePacket.File file : packet.files()) {
            rows.add(
                    packet.id(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    file.blobId(),
                    file.storedAt());
        }
    }

    private static void spaces(Rows rows, SamplePacket packet) {
        Wish wish = packet.wish();
        for (SamplePacket.Space space : packet.spaces()) {
            rows.add(
                    space.id(),
                    packet.id(),
                    space.ofSource() ? null : packet.deliveryId(),
                    space.ofSource() ? wish.source().id() : wish.destination().id(),
                    space.createdAt(),
                    space.expiresAt(),
                    space.closedAt());
        }
    }

    private void history(Rows rows, SamplePacket packet) {
        for (SamplePacket.Step step : packet.steps()) {
            Party by = step.by();
            rows.add(
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

    /** The ids as an array for SQL. */
    static java.sql.Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
