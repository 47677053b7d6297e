package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.DeliveriesMoved;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.Stateful;
import vn.lgsp.model.policy.PacketPolicy;
import vn.lgsp.notification.boundary.Notification;

/**
 * Writes what a batch has kept back, set by set. The history comes first: the guard of the database lets a row go several steps at once only when
 * each of them is told there.
 */
@ApplicationScoped
public class BatchWriter {
    private static final List<Class<?>> ORDER =
            List.of(Packet.class, PacketPolicy.class, Delivery.class, Content.class, PacketFile.class);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private Event<DeliveriesMoved> moved;

    @Inject
    private Notification notification;

    /** Writes everything; called once, as the last act of the transaction. */
    public void write(Batch batch) {
        try (Connection connection = database.getConnection()) {
            history(connection, batch.history());
            for (Class<?> kind : ORDER) {
                batch.begun().stream().filter(kind::isInstance).forEach(em::persist);
            }
            em.flush();
            em.clear();
            packets(connection, stepped(batch, Packet.class));
            deliveries(connection, stepped(batch, Delivery.class));
            contents(connection, stepped(batch, Content.class));
            small(connection, batch);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
        batch.afterwards().forEach(Runnable::run);
        if (!batch.moves().isEmpty()) {
            moved.fire(new DeliveriesMoved(List.copyOf(batch.moves())));
        }
        if (!batch.reports().isEmpty()) {
            notification.tell(List.copyOf(batch.reports()));
        }
    }

    /** A row that took steps, and the number of them that the database knows of. */
    private record Stepped<T extends Stateful<?>>(T row, short before) {}

    private static <T extends Stateful<?>> List<Stepped<T>> stepped(Batch batch, Class<T> kind) {
        List<Stepped<T>> found = new ArrayList<>();
        for (Map.Entry<Stateful<?>, Short> one : batch.stepped().entrySet()) {
            if (kind.isInstance(one.getKey())) {
                found.add(new Stepped<>(kind.cast(one.getKey()), one.getValue()));
            }
        }
        return found;
    }

    /** Writes the steps before they are taken, and says so: each statement that takes some is compared with them, and no commit has to. */
    private static void history(Connection connection, List<HistoryEntry> entries) throws SQLException {
        try (var said = connection.prepareStatement("select set_config('lgsp.history_first', 'on', true)")) {
            said.execute();
        }
        new Columns<>(entries)
                .add("uuid", HistoryEntry::packetId)
                .add("varchar", entry -> entry.subject().name())
                .add("uuid", HistoryEntry::subjectId)
                .add("int2", HistoryEntry::seq)
                .add("varchar", HistoryEntry::fromState)
                .add("varchar", HistoryEntry::toState)
                .add("timestamptz", entry -> entry.at().toString())
                .add("varchar", HistoryEntry::actor)
                .add("varchar", HistoryEntry::remoteAddress)
                .add("varchar", HistoryEntry::node)
                .add("uuid", HistoryEntry::requestId)
                .add("varchar", HistoryEntry::detail)
                .run(
                        connection,
                        """
                        insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, remote_address,
                            node, request_id, detail)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private static void packets(Connection connection, List<Stepped<Packet>> packets) throws SQLException {
        states(packets)
                .add("timestamptz", one -> one.row().updatedAt().toString())
                .add("uuid", one -> one.row().id())
                .runOnAll(
                        connection,
                        """
                        update packet p set state = n.state, state_seq = n.seq, updated_at = n.at, version = p.version + 1
                        from unnest(?, ?, ?, ?, ?) as n (id, before, state, seq, at)
                        where p.id = n.id and p.state_seq = n.before and p.id = any (?)
                        """);
    }

    private static void deliveries(Connection connection, List<Stepped<Delivery>> deliveries) throws SQLException {
        states(deliveries)
                .add("timestamptz", one -> one.row().updatedAt().toString())
                .add("timestamptz", one -> text(one.row().confirmedAt()))
                .add("uuid", one -> one.row().id())
                .runOnAll(
                        connection,
                        """
                        update delivery d set state = n.state, state_seq = n.seq, updated_at = n.at, confirmed_at = n.confirmed,
                            version = d.version + 1
                        from unnest(?, ?, ?, ?, ?, ?) as n (id, before, state, seq, at, confirmed)
                        where d.id = n.id and d.state_seq = n.before and d.id = any (?)
                        """);
    }

    private static void contents(Connection connection, List<Stepped<Content>> contents) throws SQLException {
        states(contents)
                .add("timestamptz", one -> one.row().updatedAt().toString())
                .add("bool", one -> one.row().wrappedKey() != null)
                .add("uuid", one -> one.row().id())
                .runOnAll(
                        connection,
                        """
                        update content c set state = n.state, state_seq = n.seq, updated_at = n.at,
                            wrapped_key = case when n.kept then c.wrapped_key end, version = c.version + 1
                        from unnest(?, ?, ?, ?, ?, ?) as n (id, before, state, seq, at, kept)
                        where c.packet_id = n.id and c.state_seq = n.before and c.packet_id = any (?)
                        """);
    }

    /** What every update begins with. It ends with the ids once more: only then are the rows found by their index, however small the table. */
    private static <T extends Stateful<?>> Columns<Stepped<T>> states(List<Stepped<T>> rows) {
        return new Columns<>(rows)
                .add("uuid", one -> one.row().id())
                .add("int2", Stepped::before)
                .add("varchar", one -> one.row().state().name())
                .add("int2", one -> one.row().stateSeq());
    }

    private static void small(Connection connection, Batch batch) throws SQLException {
        if (!batch.sealed().isEmpty()) {
            // Row by row, for an array of bytes would travel as text; the driver makes one statement of them.
            try (var insert = connection.prepareStatement(
                    "insert into small_content (packet_id, blob_id, sealed) values (?, ?, ?)")) {
                for (Batch.Sealed one : batch.sealed()) {
                    insert.setObject(1, one.packetId());
                    insert.setObject(2, one.blobId());
                    insert.setBytes(3, one.bytes());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        new Columns<>(batch.emptied())
                .add("uuid", id -> id)
                .run(connection, "delete from small_content where packet_id = any (?)");
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
