package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketForm;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.registry.boundary.Conversion;
import vn.lgsp.registry.boundary.Conversions;

/** The transactions before and after a form is made. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FormSteps {
    private static final int BATCH = 100;
    /** Longer than all files of a packet may take; after that a node has crashed. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Intake intake;

    @Inject
    private Planner planner;

    @Inject
    private Journal journal;

    @Inject
    private Settlement settlement;

    @EJB
    private Notification notification;

    @EJB
    private Conversions conversions;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /**
     * A form to be made.
     *
     * @param files what was sent
     * @param attempts with this one
     */
    public record Task(
            UUID packetId, int form, List<PacketFile> files, byte[] wrappedKey, Conversion conversion, int attempts) {}

    /** The packets that have forms to be made which nobody is making, the oldest first. */
    @SuppressWarnings("unchecked")
    public List<UUID> wanted() {
        return em.createNativeQuery(
                        """
                        select packet_id from packet_form
                        where state = 'WANTED' and (claimed_until is null or claimed_until < :now) order by wanted_at limit :batch
                        """,
                        UUID.class)
                .setParameter("now", Journal.now())
                .setParameter("batch", BATCH)
                .getResultList();
    }

    /** The forms of a packet that are to be made. */
    public List<Integer> wanted(UUID packetId) {
        return em.createQuery(
                        "select f.form from PacketForm f where f.packetId = :packet and f.state = :wanted order by f.form",
                        Short.class)
                .setParameter("packet", packetId)
                .setParameter("wanted", PacketForm.State.WANTED)
                .getResultStream()
                .map(Short::intValue)
                .toList();
    }

    /** Takes a form in hand; empty where somebody else has, or where there is nothing to be done any more. */
    public Optional<Task> claim(UUID packetId, int number) {
        PacketForm form = lock(packetId, number);
        Instant now = Journal.now();
        if (!form.claim(node, now, now.plus(CLAIM))) {
            return Optional.empty();
        }
        byte[] wrappedKey = packets.content(packetId).wrappedKey();
        if (wrappedKey == null) {
            // The packet ended meanwhile, and with it the deliveries that waited.
            form.failed(
                    FormFailures.write(List.of(new Violation(null, 0, 0, null, "conversion-withdrawn", null))), now);
            return Optional.empty();
        }
        return Optional.of(new Task(
                packetId,
                number,
                packets.files(packetId),
                wrappedKey,
                conversions.conversion(form.versionId()),
                form.attempts()));
    }

    /** Lets go of a form for want of room or of the content store; it is begun again soon. */
    public void release(Task task) {
        PacketForm form = lock(task.packetId(), task.form());
        if (form.state() == PacketForm.State.WANTED) {
            form.release(Journal.now().plusSeconds(5));
        }
    }

    /**
     * Enters a form and lets the deliveries go on that waited for it.
     *
     * @param made those of its files that were converted
     * @return whether it was entered; false where the packet has ended meanwhile
     */
    public boolean made(Task task, List<MadeFile> made) {
        Packet packet = packets.lock(task.packetId()).orElseThrow();
        PacketForm form = lock(task.packetId(), task.form());
        if (packet.state() != PacketState.PLANNED || form.state() != PacketForm.State.WANTED) {
            return false;
        }
        made.forEach(file -> intake.add(packet, task.form(), file, task.wrappedKey()));
        em.flush();
        form.made(
                packets.files(packet.id(), task.form()).stream()
                        .mapToLong(PacketFile::size)
                        .sum(),
                Journal.now());
        em.flush();
        List<Notification.Telling> tellings = new ArrayList<>();
        waiting(task).forEach(delivery -> tellings.addAll(planner.formed(delivery, packet)));
        notification.tell(packet, tellings);
        return true;
    }

    /** The form cannot be made: the deliveries that waited for it end, what was sent stays as it is, and the source is told (Điều 5.9, 8.4). */
    public void failed(Task task, List<Violation> places) {
        Packet packet = packets.lock(task.packetId()).orElseThrow();
        PacketForm form = lock(task.packetId(), task.form());
        if (form.state() != PacketForm.State.WANTED) {
            return;
        }
        form.failed(FormFailures.write(places), Journal.now());
        em.flush();
        List<Notification.Report> reports = new ArrayList<>();
        for (Delivery delivery : waiting(task)) {
            delivery.reason(ErrorCode.CONVERSION_FAILED.code());
            journal.step(delivery, DeliveryState.FAILED, Actor.PLATFORM, FormFailures.line(places));
            reports.add(new Notification.Report(
                    packet,
                    new Notification.Telling(packet.sourceApplicationId(), EventType.CONVERSION_FAILED, delivery.id()),
                    data -> name(form, data)));
        }
        settlement.settle(packet);
        notification.tell(reports);
    }

    private static void name(PacketForm form, JsonObjectBuilder data) {
        data.add("transformation", form.transformation()).add("transformationVersion", form.number());
    }

    private List<Delivery> waiting(Task task) {
        return packets.deliveries(task.packetId()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING && delivery.form() == task.form())
                .toList();
    }

    private PacketForm lock(UUID packetId, int number) {
        PacketForm form =
                em.find(PacketForm.class, new PacketForm.Key(packetId, (short) number), LockModeType.PESSIMISTIC_WRITE);
        em.refresh(form);
        return form;
    }
}
