package vn.lgsp.routing.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.Space;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.notification.boundary.Told;
import vn.lgsp.routing.control.ConfirmSteps;
import vn.lgsp.routing.control.Downloads;
import vn.lgsp.routing.control.Handover;
import vn.lgsp.routing.control.InboxOrder;
import vn.lgsp.routing.control.Journal;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.Resends;
import vn.lgsp.routing.control.Settlement;
import vn.lgsp.routing.control.Singles;
import vn.lgsp.routing.control.TakeSteps;

/** Điều 9, the destination's side, step by step: what waits, accept, take, confirm. All of it needs a key with the scope {@code receive}. */
@Stateless
public class Receiving {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Handover handover;

    @EJB
    private TakeSteps taking;

    @EJB
    private ConfirmSteps confirming;

    @Inject
    private Singles singles;

    @Inject
    private InboxOrder order;

    @Inject
    private Downloads downloads;

    @Inject
    private Settlement settlement;

    @Inject
    private Journal journal;

    @EJB
    private Notification notification;

    @Inject
    private Resends resends;

    @Inject
    private Event<Told> told;

    @Inject
    private Views views;

    @Inject
    @ConfigProperty(name = "lgsp.space.download.lifetime", defaultValue = "PT24H")
    private Supplier<Duration> lifetime;

    /** What waits for this destination; see the other, with no content. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<InboxItem> inbox(Caller caller, int limit) {
        return inbox(caller, limit, 0);
    }

    /**
     * Điều 9.1: what waits for this destination, most important first, then one source after the other, each from its oldest on.
     * Whatever is listed counts as told; what comes with its content counts as accepted and taken (Điều 9.2, 9.3), and can be confirmed. Until it is, it comes again.
     *
     * @param limit 1–200
     * @param inline bytes of content that may come along: whole packets with small files only; 0 for none
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<InboxItem> inbox(Caller caller, int limit, long inline) {
        caller.require(KeyScope.RECEIVE);
        List<UUID> ids = order.next(caller.applicationId(), limit);
        List<InboxItem> items = ids.isEmpty() ? List.of() : items(ids);
        if (inline > 0) {
            items = take(caller, items, inline);
        }
        List<UUID> news = items.stream()
                .filter(item -> item.state() == DeliveryState.PLANNED)
                .map(InboxItem::deliveryId)
                .toList();
        if (!news.isEmpty()) {
            told.fire(new Told(caller.applicationId(), news));
        }
        return items;
    }

    private List<InboxItem> take(Caller caller, List<InboxItem> items, long inline) {
        TakeSteps.Taken taken = taking.take(caller, items, inline);
        taken.damaged().forEach(delivery -> downloads.quarantine(delivery.packetId(), delivery.id()));
        Set<UUID> damaged = taken.damaged().stream().map(Delivery::id).collect(Collectors.toSet());
        return items.stream()
                .filter(item -> !damaged.contains(item.deliveryId()))
                .map(item -> {
                    List<InlineFile> files = taken.contents().get(item.deliveryId());
                    return files == null ? item : item.with(files);
                })
                .toList();
    }

    /** What these deliveries are about, in the same order. */
    private List<InboxItem> items(List<UUID> ids) {
        Map<UUID, PacketView.Party> sources = new HashMap<>();
        Map<UUID, InboxItem> found = new HashMap<>();
        em.createQuery(
                        "select d, p from Delivery d join Packet p on p.id = d.packetId where d.id in :ids and d.state in :open",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("open", Handover.OPEN)
                .getResultStream()
                .map(row -> views.inboxItem((Delivery) row[0], (Packet) row[1], sources))
                .forEach(item -> found.put(item.deliveryId(), item));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Điều 9.1 when connecting: as {@link #inbox}, but nothing for a key that is not for receiving. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<InboxItem> waiting(Caller caller, int limit) {
        return caller.may(KeyScope.RECEIVE) ? inbox(caller, limit) : List.of();
    }

    /** One delivery to this destination; NOT_FOUND before it was announced. */
    public DeliveryTask delivery(Caller caller, UUID deliveryId) {
        caller.require(KeyScope.RECEIVE);
        Delivery delivery = packets.addressedTo(caller, deliveryId);
        if (!Packets.announced(delivery)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return views.delivery(delivery, em.find(Packet.class, delivery.packetId()));
    }

    /**
     * Điều 9.2: the destination is ready; it gets the space with the content. Repeating the call renews the space.
     *
     * @throws LgspException NOT_FOUND, DELIVERY_STATE_CONFLICT
     */
    public DeliveryTask accept(Caller caller, UUID deliveryId) {
        caller.require(KeyScope.RECEIVE);
        Delivery delivery = handover.lock(caller, deliveryId);
        handover.accept(caller, delivery);
        Instant now = Journal.now();
        Space space = packets.deliverySpace(deliveryId).orElseGet(() -> {
            Space fresh = Space.forDestination(delivery, now.plus(lifetime.get()), now);
            em.persist(fresh);
            return fresh;
        });
        space.renew(now.plus(lifetime.get()));
        em.flush();
        return views.delivery(delivery, packets.read(delivery.packetId()));
    }

    /**
     * Điều 9.3: opens one file for taking; the caller closes it.
     *
     * @param fetching false when only size and digest are asked for
     * @throws LgspException NOT_FOUND, SPACE_EXPIRED, CONTENT_GONE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Download open(Caller caller, UUID spaceId, String name, boolean fetching) {
        caller.require(KeyScope.RECEIVE);
        return downloads.open(caller, spaceId, name, fetching);
    }

    /**
     * Điều 9.3: the content arrived. When the digests that the destination computed agree, the delivery is confirmed and, with the last
     * destination, the content key destroyed. Repeating the call answers the same receipt. What one application confirms at the same time shares
     * a transaction.
     *
     * @throws LgspException NOT_FOUND, CONTENT_NOT_FETCHED, CONTENT_MISSING, RECEIVED_DIGEST_MISMATCH, DELIVERY_STATE_CONFLICT
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Receipt confirm(Caller caller, UUID deliveryId, List<FileDigest> files) {
        caller.require(KeyScope.RECEIVE);
        Outcome<Receipt> outcome = singles.confirm(
                new ConfirmSteps.Confirmed(caller, new Confirmation(deliveryId, files)),
                all -> confirming.confirm(all, views::receipt));
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome.done();
    }

    /**
     * The destination will not take the packet; the source is told.
     *
     * @param reason 1–1000 characters
     * @throws LgspException NOT_FOUND, DELIVERY_STATE_CONFLICT
     */
    public DeliveryTask refuse(Caller caller, UUID deliveryId, String reason) {
        caller.require(KeyScope.RECEIVE);
        Delivery delivery = handover.lock(caller, deliveryId);
        Packet packet = em.find(Packet.class, delivery.packetId());
        if (delivery.state() != DeliveryState.REFUSED) {
            if (!delivery.state().mayBecome(DeliveryState.REFUSED)) {
                throw new LgspException(
                        ErrorCode.DELIVERY_STATE_CONFLICT, delivery.state().code());
            }
            delivery.reason(reason);
            journal.step(delivery, DeliveryState.REFUSED, Actor.of(caller), reason);
            settlement.settle(packet);
            notification.tell(packet.sourceApplicationId(), EventType.REFUSED, packet, delivery.id());
        }
        return views.delivery(delivery, packet);
    }

    /**
     * Điều 5.3: asks the source to send again what the platform no longer has. Repeating the call answers the first request.
     *
     * @param reason 1–1000 characters
     * @throws LgspException NOT_FOUND; DELIVERY_STATE_CONFLICT while the delivery is under way, and after its source withdrew it
     */
    public ResendView requestResend(Caller caller, UUID deliveryId, String reason) {
        caller.require(KeyScope.RECEIVE);
        Delivery delivery = handover.lock(caller, deliveryId);
        Packet packet = em.find(Packet.class, delivery.packetId());
        return views.resend(resends.ask(delivery, packet, Actor.of(caller), reason));
    }
}
