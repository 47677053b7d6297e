package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketForm;
import vn.lgsp.registry.boundary.Conversions;

/**
 * In which form each destination gets a packet (Điều 8.4). A delivery gets its form when it is planned, whichever way it is planned; as long as that
 * form is not made the delivery waits.
 */
@ApplicationScoped
public class Forms {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Batches batches;

    @EJB
    private Conversions conversions;

    @Inject
    private Event<Wanted> wanted;

    /** Told when a packet has a form that is to be made; observed after the commit. */
    public record Wanted(UUID packetId) {}

    /** What is asked once for all packets of a batch that go the same way. */
    private record Asked(String dataType, Set<UUID> applications) {}

    /**
     * Gives deliveries that are to be planned their forms.
     *
     * @param packet locked, its content whole
     * @return those that can be planned now; the others wait for their form
     */
    List<Delivery> assign(Packet packet, List<Delivery> deliveries) {
        Set<UUID> applications = new HashSet<>();
        deliveries.forEach(delivery -> applications.add(delivery.destinationApplicationId()));
        List<Conversions.Taken> taken = batches.once(
                new Asked(packet.dataType(), applications), () -> conversions.taken(packet.dataType(), applications));
        if (taken.isEmpty()) {
            return deliveries;
        }
        Map<UUID, Conversions.Taken> byApplication = new HashMap<>();
        taken.forEach(one -> byApplication.put(one.applicationId(), one));
        Map<UUID, PacketForm> forms = new HashMap<>();
        return deliveries.stream()
                .filter(delivery -> {
                    Conversions.Taken one = byApplication.get(delivery.destinationApplicationId());
                    return one == null
                            || assign(
                                    delivery,
                                    forms.computeIfAbsent(one.versionId(), version -> form(packet, one, forms.size())));
                })
                .toList();
    }

    private static boolean assign(Delivery delivery, PacketForm form) {
        delivery.form(form.form());
        return form.state() == PacketForm.State.MADE;
    }

    /** The form of a version, there or wanted from now on. What could not be made once is tried again for a delivery that comes later. */
    private PacketForm form(Packet packet, Conversions.Taken taken, int others) {
        List<PacketForm> all = batches.current() != null ? List.of() : of(packet.id());
        Optional<PacketForm> there = all.stream()
                .filter(one -> one.versionId().equals(taken.versionId()) && one.state() != PacketForm.State.FAILED)
                .findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        int number = batches.current() != null ? others + 1 : all.size() + 1;
        PacketForm form = new PacketForm(
                packet.id(),
                number,
                taken.versionId(),
                taken.transformation(),
                taken.number(),
                taken.dataType(),
                Journal.now());
        batches.atEnd(() -> {
            em.persist(form);
            em.flush();
        });
        wanted.fire(new Wanted(packet.id()));
        return form;
    }

    /** The forms of a packet besides what was sent, as they were wanted. */
    public List<PacketForm> of(UUID packetId) {
        return em.createQuery("select f from PacketForm f where f.packetId = :packet order by f.form", PacketForm.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /** The form that a delivery has; empty where it is what was sent. */
    public Optional<PacketForm> of(Delivery delivery) {
        return delivery.form() == 0
                ? Optional.empty()
                : Optional.of(
                        em.find(PacketForm.class, new PacketForm.Key(delivery.packetId(), (short) delivery.form())));
    }

    /** The files that a destination takes, by name: those of its form, and of what was sent those that were not converted. */
    public List<PacketFile> files(Delivery delivery) {
        return packets.files(delivery.packetId(), delivery.form());
    }

    /** One of those files. */
    public Optional<PacketFile> file(Delivery delivery, String name) {
        return delivery.form() == 0
                ? packets.file(delivery.packetId(), name)
                : files(delivery).stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst();
    }
}
