package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.DeliveriesMoved;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryMoved;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.Lifecycle;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.Stateful;

/**
 * The only place where a lifecycle takes a step: the new state and the row that witnesses it are written together, and whoever counts
 * deliveries is told in the same transaction. In a transaction about many packets all of this happens at its end ({@link BatchWriter}).
 */
@ApplicationScoped
public class Journal {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Event<DeliveriesMoved> moved;

    @Inject
    private Batches batches;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /** Stores something at the beginning of its lifecycle. */
    public void begin(Stateful<?> stateful, Actor actor, Instant now) {
        Batch batch = batches.current();
        if (batch != null) {
            batch.begin(stateful);
            batch.witness(entry(stateful, null, actor, null, now), moved(batch, stateful, null, now));
            return;
        }
        em.persist(stateful);
        em.persist(entry(stateful, null, actor, null, now));
        em.flush();
        tell(stateful, null, now);
    }

    /** Takes a step of the table. */
    public <S extends Enum<S> & Lifecycle<S>> void step(Stateful<S> stateful, S next, Actor actor) {
        step(stateful, next, actor, null);
    }

    /**
     * Takes a step of the table and notes something worth knowing about it.
     *
     * @param detail at most 1000 characters; may be null
     */
    public <S extends Enum<S> & Lifecycle<S>> void step(Stateful<S> stateful, S next, Actor actor, String detail) {
        Instant now = now();
        S from = stateful.state();
        Batch batch = batches.current();
        if (batch != null) {
            batch.step(stateful);
            stateful.become(next, now);
            batch.witness(entry(stateful, from, actor, detail, now), moved(batch, stateful, from, now));
            return;
        }
        stateful.become(next, now);
        em.persist(entry(stateful, from, actor, detail, now));
        // Each step reaches the database by itself; in a batch several become one row, with the history of each written
        // before.
        em.flush();
        tell(stateful, from, now);
    }

    /** The present time as it is stored, UTC in microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private HistoryEntry entry(Stateful<?> stateful, Lifecycle<?> from, Actor actor, String detail, Instant now) {
        return new HistoryEntry(subject(stateful), stateful, from, actor, node, detail, now);
    }

    private void tell(Stateful<?> stateful, Lifecycle<?> from, Instant now) {
        if (stateful instanceof Delivery delivery) {
            Packet packet = em.find(Packet.class, delivery.packetId());
            moved.fire(new DeliveriesMoved(
                    List.of(new DeliveryMoved(packet, delivery, (DeliveryState) from, delivery.state(), now))));
        }
    }

    private static DeliveryMoved moved(Batch batch, Stateful<?> stateful, Lifecycle<?> from, Instant now) {
        return stateful instanceof Delivery delivery
                ? new DeliveryMoved(
                        batch.packet(delivery.packetId()).orElseThrow(),
                        delivery,
                        (DeliveryState) from,
                        delivery.state(),
                        now)
                : null;
    }

    private static HistoryEntry.Subject subject(Stateful<?> stateful) {
        if (stateful instanceof Packet) {
            return HistoryEntry.Subject.PACKET;
        }
        if (stateful instanceof Delivery) {
            return HistoryEntry.Subject.DELIVERY;
        }
        if (stateful instanceof Content) {
            return HistoryEntry.Subject.CONTENT;
        }
        throw new IllegalArgumentException("no history is kept of " + stateful);
    }
}
