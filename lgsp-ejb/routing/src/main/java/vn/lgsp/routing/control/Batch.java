package vn.lgsp.routing.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryMoved;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.model.packet.Space;
import vn.lgsp.model.packet.Stateful;
import vn.lgsp.model.policy.PacketPolicy;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.routing.boundary.RouteNote;

/**
 * What one transaction does to many packets. The code that acts on one packet acts on each of these as it is: {@link Packets} answers it out of
 * what was read ahead, {@link Journal}, {@link Tellings} and {@link SmallContent} keep back what it does, and {@link BatchWriter} writes all of it
 * at the end, a statement for each kind of row and not for each packet.
 */
public final class Batch {
    /** Sealed bytes of a small file. */
    record Sealed(UUID packetId, UUID blobId, byte[] bytes) {}

    private final Map<UUID, Packet> packets = new LinkedHashMap<>();
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<UUID, List<Delivery>> deliveriesOf = new HashMap<>();
    private final Map<UUID, Content> contents = new HashMap<>();
    private final Map<UUID, List<PacketFile>> files = new HashMap<>();
    private final Map<UUID, List<ResumableUpload>> uploads = new HashMap<>();
    private final Map<UUID, List<Space>> spaces = new HashMap<>();

    private final Map<UUID, PacketPolicy> policies = new HashMap<>();
    private final Map<UUID, List<RouteNote>> notes = new HashMap<>();
    private final Map<Object, Object> read = new HashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<DeliveryMoved> moves = new ArrayList<>();
    private final Set<Object> begun = new LinkedHashSet<>();
    private final Map<Stateful<?>, Short> stepped = new LinkedHashMap<>();
    private final Map<UUID, Sealed> sealed = new LinkedHashMap<>();
    private final List<UUID> emptied = new ArrayList<>();
    private final List<Notification.Report> reports = new ArrayList<>();

    void add(Packet packet) {
        packets.put(packet.id(), packet);
    }

    void add(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
        list(deliveriesOf, delivery.packetId()).add(delivery);
    }

    void add(Content content) {
        contents.put(content.packetId(), content);
    }

    void add(PacketFile file) {
        list(files, file.packetId()).add(file);
    }

    void add(ResumableUpload upload) {
        list(uploads, upload.packetId()).add(upload);
    }

    void add(Space space) {
        list(spaces, space.packetId()).add(space);
    }

    Optional<Packet> packet(UUID id) {
        return Optional.ofNullable(packets.get(id));
    }

    Optional<Delivery> delivery(UUID id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    List<Delivery> deliveriesOf(UUID packetId) {
        return deliveriesOf.getOrDefault(packetId, List.of());
    }

    Content content(UUID packetId) {
        return contents.get(packetId);
    }

    List<PacketFile> files(UUID packetId) {
        return files.getOrDefault(packetId, List.of());
    }

    List<ResumableUpload> uploads(UUID packetId) {
        return uploads.getOrDefault(packetId, List.of());
    }

    List<Space> spaces(UUID packetId) {
        return spaces.getOrDefault(packetId, List.of());
    }

    /** Takes in something at the beginning of its lifecycle. */
    void begin(Stateful<?> stateful) {
        begun.add(stateful);
        if (stateful instanceof Packet packet) {
            add(packet);
        } else if (stateful instanceof Delivery delivery) {
            add(delivery);
        } else if (stateful instanceof Content content) {
            add(content);
        }
    }

    /** Whether a packet begins in this batch. */
    boolean isNew(UUID packetId) {
        return begun.contains(packets.get(packetId));
    }

    /** Takes in the policy of a packet. */
    void enter(PacketPolicy policy) {
        begun.add(policy);
        policies.put(policy.packetId(), policy);
    }

    /** The policy that was entered for a packet; null when none was. */
    PacketPolicy policy(UUID packetId) {
        return policies.get(packetId);
    }

    /** Takes in how rules found the destinations of a packet. */
    void note(UUID packetId, List<RouteNote> found) {
        notes.put(packetId, found);
    }

    /** How rules found the destinations of a packet that begins here. */
    List<RouteNote> notes(UUID packetId) {
        return notes.getOrDefault(packetId, List.of());
    }

    /** Keeps back something that needs the rows to be there. */
    void atEnd(Runnable act) {
        afterwards.add(act);
    }

    List<Runnable> afterwards() {
        return afterwards;
    }

    /** Reads something that is the same for many packets only the first time. */
    <T> T once(Object key, Supplier<T> reading) {
        @SuppressWarnings("unchecked")
        T known = (T) read.get(key);
        if (known == null) {
            known = reading.get();
            read.put(key, known);
        }
        return known;
    }

    /** Takes in a file that comes with a packet. */
    void enter(PacketFile file) {
        begun.add(file);
        add(file);
    }

    /** Keeps back a step that is about to be taken. */
    void step(Stateful<?> stateful) {
        if (!begun.contains(stateful)) {
            stepped.putIfAbsent(stateful, stateful.stateSeq());
        }
    }

    /** Keeps back what witnesses a step, and what others count of it; {@code moved} is null when they do not. */
    void witness(HistoryEntry entry, DeliveryMoved moved) {
        history.add(entry);
        if (moved != null) {
            moves.add(moved);
        }
    }

    void keep(UUID packetId, UUID blobId, byte[] bytes) {
        sealed.put(blobId, new Sealed(packetId, blobId, bytes));
    }

    /** Bytes that are kept back. */
    Optional<byte[]> sealed(UUID blobId) {
        return Optional.ofNullable(sealed.get(blobId)).map(Sealed::bytes);
    }

    void remove(UUID packetId) {
        emptied.add(packetId);
    }

    void tell(Notification.Report report) {
        reports.add(report);
    }

    List<HistoryEntry> history() {
        return history;
    }

    List<DeliveryMoved> moves() {
        return moves;
    }

    /** What is new: the rows are inserted as they are at the end. */
    Set<Object> begun() {
        return begun;
    }

    /** What was there before and took steps, with its number of steps as it stands in the database. */
    Map<Stateful<?>, Short> stepped() {
        return stepped;
    }

    Collection<Sealed> sealed() {
        return sealed.values();
    }

    /** Packets whose small files are to go. */
    List<UUID> emptied() {
        return emptied;
    }

    List<Notification.Report> reports() {
        return reports;
    }

    private static <T> List<T> list(Map<UUID, List<T>> lists, UUID id) {
        return lists.computeIfAbsent(id, none -> new ArrayList<>());
    }
}
