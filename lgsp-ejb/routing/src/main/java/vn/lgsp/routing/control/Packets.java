package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.model.packet.Space;

/**
 * Finds packets and what belongs to them. Whoever changes anything of a packet locks the packet first: it is the root of the aggregate, and
 * one order of locks means no deadlocks.
 */
@ApplicationScoped
public class Packets {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Batches batches;

    /** Locks a packet until the transaction ends; empty when there is none. */
    public Optional<Packet> lock(UUID id) {
        if (batches.current() != null) {
            return batches.current().packet(id);
        }
        return Optional.ofNullable(em.find(Packet.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Finds a packet, without locking it. */
    public Optional<Packet> find(UUID id) {
        return Optional.ofNullable(em.find(Packet.class, id));
    }

    /** Finds a delivery, without locking anything. */
    public Optional<Delivery> findDelivery(UUID id) {
        return Optional.ofNullable(em.find(Delivery.class, id));
    }

    /** Reads a delivery that exists, without locking anything. */
    public Delivery delivery(UUID id) {
        return em.find(Delivery.class, id);
    }

    /** Reads a packet that exists, without locking it. */
    public Packet read(UUID id) {
        if (batches.current() != null) {
            return batches.current().packet(id).orElseThrow();
        }
        return em.find(Packet.class, id);
    }

    /** Locks a packet of this source; whatever is not its own does not exist for it. */
    public Packet lockOwn(Caller caller, UUID id) {
        return lock(id).filter(packet -> packet.sourceApplicationId().equals(caller.applicationId()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * Finds a packet that this application sends, or was told that it receives; any other does not exist for it. The key has to be for one of
     * both.
     */
    public Packet visible(Caller caller, UUID id) {
        if (!caller.may(KeyScope.SEND)) {
            caller.require(KeyScope.RECEIVE);
        }
        return Optional.ofNullable(em.find(Packet.class, id))
                .filter(packet -> caller.may(KeyScope.SEND)
                                && packet.sourceApplicationId().equals(caller.applicationId())
                        || caller.may(KeyScope.RECEIVE)
                                && deliveries(id).stream()
                                        .anyMatch(delivery -> addressed(delivery, caller) && announced(delivery)))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** Finds a delivery to this application; any other does not exist for it. */
    public Delivery addressedTo(Caller caller, UUID deliveryId) {
        return anyDelivery(deliveryId)
                .filter(delivery -> addressed(delivery, caller))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private Optional<Delivery> anyDelivery(UUID deliveryId) {
        return batches.current() != null
                ? batches.current().delivery(deliveryId)
                : Optional.ofNullable(em.find(Delivery.class, deliveryId));
    }

    /** Locks the packet of a delivery to this application, and returns the delivery as it is under that lock. */
    public Delivery lockAddressedTo(Caller caller, UUID deliveryId) {
        Delivery delivery = addressedTo(caller, deliveryId);
        if (batches.current() != null) {
            return delivery;
        }
        lock(delivery.packetId());
        em.refresh(delivery);
        return delivery;
    }

    /** Finds a space of this application; any other does not exist for it. */
    public Space space(Caller caller, UUID spaceId) {
        return Optional.ofNullable(em.find(Space.class, spaceId))
                .filter(space -> space.applicationId().equals(caller.applicationId()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** Returns the space of the source; empty for a packet that came whole in one request. */
    public Optional<Space> sourceSpace(UUID packetId) {
        if (batches.current() != null) {
            return batches.current().spaces(packetId).stream()
                    .filter(space -> space.deliveryId() == null)
                    .findFirst();
        }
        return em.createQuery("select s from Space s where s.packetId = :packet and s.deliveryId is null", Space.class)
                .setParameter("packet", packetId)
                .getResultStream()
                .findFirst();
    }

    /** Returns the space of a delivery; empty before it was accepted. */
    public Optional<Space> deliverySpace(UUID deliveryId) {
        return em.createQuery("select s from Space s where s.deliveryId = :delivery", Space.class)
                .setParameter("delivery", deliveryId)
                .getResultStream()
                .findFirst();
    }

    /** Returns the spaces of the destinations that are open. */
    public List<Space> openDeliverySpaces(UUID packetId) {
        if (batches.current() != null) {
            return batches.current().spaces(packetId).stream()
                    .filter(space -> space.deliveryId() != null && !space.closed())
                    .toList();
        }
        return em.createQuery(
                        "select s from Space s where s.packetId = :packet and s.deliveryId is not null and s.closedAt is null",
                        Space.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /** The deliveries that an application may know of: all for the source, for a destination only those to itself that were announced. */
    public List<Delivery> seenBy(Caller caller, Packet packet) {
        boolean own = packet.sourceApplicationId().equals(caller.applicationId());
        return deliveries(packet.id()).stream()
                .filter(delivery -> own || addressed(delivery, caller) && announced(delivery))
                .toList();
    }

    /** Returns the deliveries of a packet, as they were made. */
    public List<Delivery> deliveries(UUID packetId) {
        if (batches.current() != null) {
            return batches.current().deliveriesOf(packetId);
        }
        return em.createQuery("select d from Delivery d where d.packetId = :packet order by d.id", Delivery.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /** Returns the files of a packet as they were sent, by name. */
    public List<PacketFile> files(UUID packetId) {
        return PacketFiles.of(allFiles(packetId), 0);
    }

    /** Returns the files of a packet in a form, by name; 0 for what was sent. */
    public List<PacketFile> files(UUID packetId, int form) {
        return PacketFiles.of(allFiles(packetId), form);
    }

    /** Returns the files of a packet in every form, by name. */
    public List<PacketFile> allFiles(UUID packetId) {
        if (batches.current() != null) {
            return batches.current().files(packetId).stream()
                    .sorted(Comparator.comparing(PacketFile::name))
                    .toList();
        }
        return em.createQuery("select f from PacketFile f where f.packetId = :packet order by f.name", PacketFile.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /** Returns one file of a packet as it was sent. */
    public Optional<PacketFile> file(UUID packetId, String name) {
        if (batches.current() != null) {
            return files(packetId).stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst();
        }
        return Optional.ofNullable(em.find(PacketFile.class, new PacketFile.Key(packetId, name)));
    }

    /** Stores a file of a packet. */
    public void enter(PacketFile file) {
        if (batches.current() != null) {
            batches.current().enter(file);
        } else {
            em.persist(file);
        }
    }

    /** Returns the uploads in several requests that have begun in a packet's space and whose rows are kept. */
    public List<ResumableUpload> uploads(UUID packetId) {
        if (batches.current() != null) {
            return batches.current().uploads(packetId);
        }
        return em.createQuery("select u from ResumableUpload u where u.packetId = :packet", ResumableUpload.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /** Returns what is kept of a packet's content. */
    public Content content(UUID packetId) {
        return batches.current() != null ? batches.current().content(packetId) : em.find(Content.class, packetId);
    }

    /** When a packet's content reached a state; empty when it has not. */
    public Optional<Instant> reached(UUID packetId, ContentState state) {
        return em.createQuery(
                        "select h.at from HistoryEntry h where h.packetId = :packet and h.subject = :content and h.toState = :state",
                        Instant.class)
                .setParameter("packet", packetId)
                .setParameter("content", HistoryEntry.Subject.CONTENT)
                .setParameter("state", state.name())
                .getResultStream()
                .findFirst();
    }

    /** Says whether the destination may know of a delivery: it was planned, which sets its deadline, and its time has come. */
    public static boolean announced(Delivery delivery) {
        return delivery.deadline() != null
                && (delivery.notBefore() == null || !delivery.notBefore().isAfter(Journal.now()));
    }

    private static boolean addressed(Delivery delivery, Caller caller) {
        return delivery.destinationApplicationId().equals(caller.applicationId());
    }
}
