package vn.lgsp.routing.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.ResendRequest;
import vn.lgsp.model.packet.Space;
import vn.lgsp.routing.control.Completion;
import vn.lgsp.routing.control.Grants;
import vn.lgsp.routing.control.Inspection;
import vn.lgsp.routing.control.Intake;
import vn.lgsp.routing.control.Journal;
import vn.lgsp.routing.control.PacketPolicies;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.Planner;
import vn.lgsp.routing.control.Uploads;
import vn.lgsp.routing.control.Withdrawal;

/**
 * Điều 8, the source's side, step by step: request, upload, policy, complete; and what the source may ask afterwards. Every step needs a key
 * with the scope {@code send} (KEY_SCOPE_MISSING); what both sides may see is opened by {@code receive} as well.
 */
@Stateless
public class Sending {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Grants grants;

    @Inject
    private Uploads uploads;

    @EJB
    private Inspection inspection;

    @Inject
    private Intake intake;

    @Inject
    private Completion completion;

    @Inject
    private PacketPolicies policies;

    @Inject
    private Withdrawal withdrawal;

    @Inject
    private Journal journal;

    @Inject
    private Views views;

    /** Điều 8.1: the packets of this source that are not done, newest first, at most 50; none for a key that is not for sending. */
    public List<PacketView> pending(Caller caller) {
        if (!caller.may(KeyScope.SEND)) {
            return List.of();
        }
        return em.createQuery(
                        """
                        select p from Packet p where p.sourceApplicationId = :application and p.state in :open order by p.id desc
                        """,
                        Packet.class)
                .setParameter("application", caller.applicationId())
                .setParameter("open", List.of(PacketState.GRANTED, PacketState.UPLOADING, PacketState.PLANNED))
                .setMaxResults(50)
                .getResultStream()
                .map(packet -> views.packet(packet, caller))
                .toList();
    }

    /**
     * Điều 8.2: checks what the source asks to send and grants a space for it.
     *
     * @return the packet with its space; for an idempotency key seen before with the same request, the packet of that time
     * @throws LgspException REQUEST_INVALID naming the fields, RECIPIENT_*, NO_ACCESS_RIGHT, DATA_TYPE_UNKNOWN, PROTOCOL_MISMATCH,
     *     PACKET_TOO_LARGE, TOO_MANY_SPACES, IDEMPOTENCY_KEY_REUSED, WAITING_FULL
     */
    public PacketView request(Caller caller, PacketRequest request) {
        caller.require(KeyScope.SEND);
        return views.packet(grants.grant(caller, request), caller);
    }

    /**
     * Điều 8.3: takes one file into the space. The bytes are hashed and encrypted as they arrive; nothing of them stays when anything
     * fails. An earlier file of the same name is replaced.
     *
     * @param mediaType null counts as application/octet-stream
     * @param declared the digest that the signature covers
     * @throws LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED, FILE_NAME_INVALID, TOO_MANY_FILES, PACKET_TOO_LARGE,
     *     BODY_DIGEST_MISMATCH, UPLOAD_INCOMPLETE, STORAGE_FULL
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PacketView.FileView upload(
            Caller caller, UUID spaceId, String name, String mediaType, Digest declared, InputStream bytes) {
        caller.require(KeyScope.SEND);
        return Views.file(uploads.take(caller, spaceId, name, mediaType, declared, bytes, views.maxFiles()));
    }

    /**
     * Điều 8.3: takes the policy of the packet, in place of an earlier one.
     *
     * @throws LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED; REQUEST_INVALID naming what cannot be kept or the policy does not allow
     */
    public void policy(Caller caller, UUID spaceId, PolicyChoice choice) {
        caller.require(KeyScope.SEND);
        Space space = packets.space(caller, spaceId);
        if (space.deliveryId() != null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        Packet packet = packets.lockOwn(caller, space.packetId());
        Uploads.requireOpen(space, packet);
        Planner.requireSensible(choice.notBefore(), choice.deadline(), Journal.now());
        policies.choose(packet, choice);
    }

    /**
     * Điều 8.4: everything is there. Holds the content against the rules of its data type, then compares digests, plans the delivery and tells
     * the destination, in one transaction. Repeating the call changes nothing; content that was refused can be replaced and completed again.
     *
     * @throws LgspException NOT_FOUND, CONTENT_MISSING, CONTENT_MISMATCH, CONTENT_INVALID, UPLOADED_CONTENT_DAMAGED, SPACE_EXPIRED,
     *     PACKET_STATE_CONFLICT, UNAVAILABLE
     */
    public PacketView complete(Caller caller, UUID packetId, List<FileDigest> files) {
        caller.require(KeyScope.SEND);
        Inspection.Inspected inspected = inspection.inspect(caller, packetId);
        Packet packet = packets.lockOwn(caller, packetId);
        if (packet.state() == PacketState.GRANTED || packet.state() == PacketState.UPLOADING) {
            Uploads.requireOpen(packets.sourceSpace(packetId).orElseThrow(), packet);
            intake.requireSealed(packet);
            FileDigest.requireSame(files, packets.files(packetId), ErrorCode.CONTENT_MISMATCH);
            inspected.requireSame(packets.files(packetId));
            completion.complete(packet, Actor.of(caller));
        } else if (packet.state() == PacketState.EXPIRED) {
            throw new LgspException(ErrorCode.SPACE_EXPIRED);
        } else if (packet.state() == PacketState.CANCELLED) {
            throw new LgspException(
                    ErrorCode.PACKET_STATE_CONFLICT, packet.state().code());
        } else {
            FileDigest.requireSame(files, packets.files(packetId), ErrorCode.CONTENT_MISMATCH);
        }
        return views.packet(packet, caller);
    }

    /**
     * Withdraws a packet before any destination has begun to take its content; the content key is destroyed.
     *
     * @param reason 1–1000 characters
     * @throws LgspException NOT_FOUND, PACKET_STATE_CONFLICT
     */
    public PacketView cancel(Caller caller, UUID packetId, String reason) {
        caller.require(KeyScope.SEND);
        Packet packet = packets.lockOwn(caller, packetId);
        withdrawal.cancel(packet, Actor.of(caller), reason);
        return views.packet(packet, caller);
    }

    /**
     * Điều 5.9: withdraws a packet from whoever has not confirmed it, also from those that are taking it; the content key is destroyed when
     * nobody is left. Repeating the call changes nothing.
     *
     * @param reason 1–1000 characters
     * @throws LgspException NOT_FOUND; PACKET_STATE_CONFLICT when there is nobody from whom it could be withdrawn
     */
    public Recall recall(Caller caller, UUID packetId, String reason) {
        caller.require(KeyScope.SEND);
        Packet packet = packets.lockOwn(caller, packetId);
        withdrawal.recall(packet, Actor.of(caller), reason);
        return Recall.of(views.packet(packet, caller));
    }

    /**
     * Điều 5.3: what destinations asked to be sent again, the newest delivery first.
     *
     * @param answered whether it was sent again; null for any
     * @param after the delivery of the last entry of the page before; null for the first page
     * @param limit how many at most
     */
    public List<ResendView> resendRequests(Caller caller, Boolean answered, UUID after, int limit) {
        caller.require(KeyScope.SEND);
        return em.createQuery(
                        """
                        select r from ResendRequest r where r.sourceApplicationId = :application
                            and (:after is null or r.deliveryId < :after)
                            and (:answered is null or :answered = true and r.answeredAt is not null
                                or :answered = false and r.answeredAt is null)
                        order by r.deliveryId desc
                        """,
                        ResendRequest.class)
                .setParameter("application", caller.applicationId())
                .setParameter("after", after)
                .setParameter("answered", answered)
                .setMaxResults(limit)
                .getResultStream()
                .map(views::resend)
                .toList();
    }

    /** Điều 8.5: the packet's state, for its source and its destinations. */
    public PacketView packet(Caller caller, UUID packetId) {
        return views.whole(packets.visible(caller, packetId), caller);
    }

    /**
     * Own packets, newest first.
     *
     * @param state null for any
     * @param after the last id of the page before; null for the first page
     * @param limit how many at most
     */
    public List<PacketView> list(
            Caller caller, PacketFilter.Direction direction, PacketState state, UUID after, int limit) {
        caller.require(direction == PacketFilter.Direction.SENT ? KeyScope.SEND : KeyScope.RECEIVE);
        String mine = direction == PacketFilter.Direction.SENT
                ? "p.sourceApplicationId = :application"
                : """
                  exists (select 1 from Delivery d where d.packetId = p.id and d.destinationApplicationId = :application
                      and d.deadline is not null and (d.notBefore is null or d.notBefore <= :now))
                  """;
        TypedQuery<Packet> query = em.createQuery(
                        "select p from Packet p where " + mine
                                + " and (:state is null or p.state = :state) and (:after is null or p.id < :after) order by p.id desc",
                        Packet.class)
                .setParameter("application", caller.applicationId())
                .setParameter("state", state)
                .setParameter("after", after)
                .setMaxResults(limit);
        if (direction == PacketFilter.Direction.RECEIVED) {
            query.setParameter("now", Journal.now());
        }
        return query.getResultStream()
                .map(packet -> views.packet(packet, caller))
                .toList();
    }

    /** Điều 5.1, 8.5: how far the packet is at each destination, for its source; a destination sees only what comes to itself. */
    public List<DeliveryRow> deliveries(Caller caller, UUID packetId) {
        return views.deliveries(packets.visible(caller, packetId), caller);
    }

    /**
     * Điều 8.5: what a destination confirmed, for the source and that destination; NOT_FOUND before.
     *
     * @param deliveryId which of several deliveries; null where the caller sees only one
     * @throws LgspException NOT_FOUND; REQUEST_INVALID without {@code deliveryId} where the caller sees several
     */
    public Receipt receipt(Caller caller, UUID packetId, UUID deliveryId) {
        Packet packet = packets.visible(caller, packetId);
        List<Delivery> seen = packets.seenBy(caller, packet);
        if (deliveryId == null && seen.size() > 1) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("delivery", "required")));
        }
        return seen.stream()
                .filter(delivery -> deliveryId == null || delivery.id().equals(deliveryId))
                .findFirst()
                .map(delivery -> views.receipt(delivery, packet))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * Điều 5.3: what was erased of a packet, for its source and its destinations.
     *
     * @throws LgspException NOT_FOUND, also as long as the content is kept
     */
    public ErasureReceipt erasure(Caller caller, UUID packetId) {
        return views.erasure(packets.visible(caller, packetId), caller);
    }
}
