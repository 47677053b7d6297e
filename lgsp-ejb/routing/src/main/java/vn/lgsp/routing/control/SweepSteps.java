package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Space;
import vn.lgsp.model.registry.Application;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/** The single steps of the sweep, each in a transaction of its own. Each step looks again under the lock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SweepSteps {
    private static final int BATCH = 200;
    private static final Set<PacketState> UPLOADABLE = EnumSet.of(PacketState.GRANTED, PacketState.UPLOADING);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Attempts attempts;

    @EJB
    private InTurn inTurn;

    @Inject
    private Settlement settlement;

    @EJB
    private Notification notification;

    @Inject
    private Readdressing readdressing;

    /** Deliveries whose time to be announced, or announced again, has come. */
    public List<UUID> dueAnnouncements() {
        return inTurn.ids(DueQueries.ANNOUNCEMENTS, Map.of("most", BATCH));
    }

    public void announce(UUID deliveryId) {
        Delivery delivery = lock(deliveryId);
        Packet packet = em.find(Packet.class, delivery.packetId());
        if (!attempts.make(delivery, packet)) {
            expire(delivery, packet, "attempts-used-up");
        }
    }

    /** Open upload spaces whose time is over. */
    public List<UUID> overdueSpaces() {
        return em.createQuery(
                        "select s.id from Space s where s.deliveryId is null and s.closedAt is null and s.expiresAt <= :now",
                        UUID.class)
                .setParameter("now", Journal.now())
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** The content did not come in time (Điều 5.4): the packet ends, the source is told. */
    public void expireSpace(UUID spaceId) {
        Space space = em.find(Space.class, spaceId);
        Packet packet = packets.lock(space.packetId()).orElseThrow();
        em.refresh(space);
        if (!UPLOADABLE.contains(packet.state()) || !space.expired(Journal.now())) {
            return;
        }
        for (Delivery delivery : packets.deliveries(packet.id())) {
            journal.step(delivery, DeliveryState.EXPIRED, Actor.PLATFORM);
        }
        settlement.end(packet, PacketState.EXPIRED, Actor.PLATFORM, null);
        notification.tell(packet.sourceApplicationId(), EventType.EXPIRED, packet, null);
    }

    /** Deliveries that were not confirmed in time. */
    public List<UUID> overdueDeliveries() {
        return inTurn.ids(DueQueries.EXPIRIES, Map.of("most", BATCH));
    }

    /** The destination did not confirm in time (Điều 5.4, 5.9): both sides are told. */
    public void expireDelivery(UUID deliveryId) {
        Delivery delivery = lock(deliveryId);
        if (delivery.state().isFinal()) {
            return;
        }
        expire(delivery, em.find(Packet.class, delivery.packetId()), null);
    }

    private void expire(Delivery delivery, Packet packet, String detail) {
        journal.step(delivery, DeliveryState.EXPIRED, Actor.PLATFORM, detail);
        settlement.settle(packet);
        notification.tell(
                packet,
                List.of(
                        new Notification.Telling(delivery.destinationApplicationId(), EventType.EXPIRED, delivery.id()),
                        new Notification.Telling(packet.sourceApplicationId(), EventType.EXPIRED, delivery.id())));
    }

    /**
     * Deliveries to be taken by applications that have ended. Ended long ago, an application has none left: the packet that was granted at the
     * instant of its end was among the first found after it.
     */
    @SuppressWarnings("unchecked")
    public List<UUID> stranded() {
        return em.createNativeQuery(
                        """
                        select d.id from application a join delivery d on d.destination_application_id = a.id
                        where a.state = 'RETIRED' and a.retired_at > now() - interval '40 days'
                            and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                        order by d.id limit 200
                        """,
                        UUID.class)
                .getResultList();
    }

    /** Gives a delivery to the heir of its application, or ends it. */
    public void readdress(UUID deliveryId) {
        Delivery delivery = lock(deliveryId);
        boolean stranded = !em.createQuery(
                        "select 1 from Application a where a.id = :id and a.state = :retired", Integer.class)
                .setParameter("id", delivery.destinationApplicationId())
                .setParameter("retired", Application.State.RETIRED)
                .getResultList()
                .isEmpty();
        if (stranded && !delivery.state().isFinal()) {
            readdressing.resolve(delivery, em.find(Packet.class, delivery.packetId()));
        }
    }

    /** Packets whose key is destroyed and whose bytes may still be there. */
    public List<UUID> shredded() {
        return em.createQuery(
                        "select c.packetId from Content c where c.state = :shredded and c.updatedAt < :before",
                        UUID.class)
                .setParameter("shredded", ContentState.SHREDDED)
                .setParameter("before", Journal.now().minusSeconds(5))
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** Says whether a blob belongs to a file, or to one that is coming in. */
    public boolean known(UUID blobId) {
        return Stream.of(
                        "select 1 from PacketFile f where f.blobId = :blob",
                        "select 1 from ResumableUpload u where u.blobId = :blob")
                .anyMatch(query -> !em.createQuery(query, Integer.class)
                        .setParameter("blob", blobId)
                        .getResultList()
                        .isEmpty());
    }

    /** Makes the partitions of the coming months. */
    public void ensurePartitions() {
        em.createNativeQuery("call ensure_partitions(3)").executeUpdate();
    }

    private Delivery lock(UUID deliveryId) {
        Delivery delivery = em.find(Delivery.class, deliveryId);
        packets.lock(delivery.packetId());
        em.refresh(delivery);
        return delivery;
    }
}
