package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    /** What begins in a batch, in the order in which the tables refer to each other. */
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(Packet.class),
            new Kind<>(PacketPolicy.class),
            new Kind<>(Delivery.class),
            new Kind<>(Content.class),
            new Kind<>(PacketFile.class));

    /** A kind of row. */
    private static final class Kind<E> {
        private final Class<E> entity;
        private final Rows<E> rows;

        Kind(Class<E> entity) {
            this.entity = entity;
            this.rows = new Rows<>(entity);
        }

        void insert(Collection<Object> begun, Statements statements) {
            rows.insert(
                    begun.stream().filter(entity::isInstance).map(entity::cast).toList(), statements);
        }
    }

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private Event<DeliveriesMoved> moved;

    @EJB
    private Notification notification;

    /** Writes everything; called once, as the last act of the transaction. */
    public void write(Batch batch) {
        // What else the transaction has changed: whoever is told of it is told last.
        em.flush();
        Statements statements = new Statements();
        history(statements, batch.history());
        KINDS.forEach(kind -> kind.insert(batch.begun(), statements));
        packets(statements, stepped(batch, Packet.class));
        deliveries(statements, stepped(batch, Delivery.class));
        contents(statements, stepped(batch, Content.class));
        small(statements, batch);
        try (Connection connection = database.getConnection()) {
            statements.run(connection);
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
    private static void history(Statements statements, List<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        statements.add("select set_config('lgsp.history_first', 'on', true)");
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
                .addTo(
                        statements,
                        """
                        insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, remote_address,
                            node, request_id, detail)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private static void packets(Statements statements, List<Stepped<Packet>> packets) {
        states(packets)
                .add("timestamptz", one -> one.row().updatedAt().toString())
                .add("uuid", one -> one.row().id())
                .addOnAllTo(
                        statements,
                        """
                        update packet p set state = n.state, state_seq = n.seq, updated_at = n.at, version = p.version + 1
                        from unnest(?, ?, ?, ?, ?) as n (id, before, state, seq, at)
                        where p.id = n.id and p.state_seq = n.before and p.id = any (?)
                        """);
    }

    private static void deliveries(Statements statements, List<Stepped<Delivery>> deliveries) {
        states(deliveries)
                .add("timestamptz", one -> one.row().updatedAt().toString())
                .add("timestamptz", one -> text(one.row().confirmedAt()))
                .add("uuid", one -> one.row().id())
                .addOnAllTo(
                        statements,
                        """
                        update delivery d set state = n.state, state_seq = n.seq, updated_at = n.at, confirmed_at = n.confirmed,
                            version = d.version + 1
                        from unnest(?, ?, ?, ?, ?, ?) as n (id, before, state, seq, at, confirmed)
                        where d.id = n.id and d.state_seq = n.before and d.id = any (?)
                        """);
    }

    private static void contents(Statements statements, List<Stepped<Content>> contents) {
        states(contents)
                .add("timestamptz", one -> one.row().updatedAt().toString())
                .add("bool", one -> one.row().wrappedKey() != null)
                .add("uuid", one -> one.row().id())
                .addOnAllTo(
                        statements,
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

    private static void small(Statements statements, Batch batch) {
        List<Batch.Sealed> all = List.copyOf(batch.sealed());
        if (!all.isEmpty()) {
            // One after the other, for an array of bytes would travel as text.
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int[] begin = new int[all.size()];
            for (int i = 0; i < begin.length; i++) {
                begin[i] = bytes.size() + 1;
                bytes.writeBytes(all.get(i).bytes());
            }
            statements.bytes(bytes.toByteArray());
            new Columns<>(IntStream.range(0, begin.length).boxed().toList())
                    .add("uuid", i -> all.get(i).packetId())
                    .add("uuid", i -> all.get(i).blobId())
                    .add("int4", i -> begin[i])
                    .add("int4", i -> all.get(i).bytes().length)
                    .addTo(
                            statements,
                            """
                            insert into small_content (packet_id, blob_id, sealed)
                            select n.packet, n.blob, substring(b.sealed from n.begin for n.length)
                            from (select ?::bytea as sealed) b, unnest(?, ?, ?, ?) as n (packet, blob, begin, length)
                            """);
        }
        new Columns<>(batch.emptied())
                .add("uuid", id -> id)
                .addTo(statements, "delete from small_content where packet_id = any (?)");
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
