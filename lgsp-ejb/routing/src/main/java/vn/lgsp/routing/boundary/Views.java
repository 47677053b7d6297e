package vn.lgsp.routing.boundary;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketForm;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.ResendRequest;
import vn.lgsp.model.packet.Space;
import vn.lgsp.model.packet.Undeliverable;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.control.Attempts;
import vn.lgsp.routing.control.Forms;
import vn.lgsp.routing.control.KnownApplications;
import vn.lgsp.routing.control.PacketPolicies;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.Resends;
import vn.lgsp.routing.control.Routing;

/** Makes the views that applications get out of the entities. */
@Dependent
class Views {
    @Inject
    private Packets packets;

    @Inject
    private Resends resends;

    @Inject
    private Routing routing;

    @EJB
    private Directory directory;

    @Inject
    private KnownApplications applications;

    @Inject
    private PacketPolicies policies;

    @Inject
    private Forms forms;

    @Inject
    @ConfigProperty(name = "lgsp.packet.max.files", defaultValue = "20")
    private Supplier<Integer> maxFiles;

    /** The packet as this application may see it: only its source sees the space. */
    PacketView packet(Packet packet, Caller viewer) {
        return packet(packet, viewer, null);
    }

    /** As above, with what was sent again and is asked for. */
    PacketView whole(Packet packet, Caller viewer) {
        boolean own = packet.sourceApplicationId().equals(viewer.applicationId());
        return packet(packet, viewer, own ? resent(packet.id()) : null);
    }

    private PacketView.Resent resent(UUID packetId) {
        return new PacketView.Resent(
                resends.after(packetId),
                resends.about(packetId).stream().map(this::resend).toList());
    }

    /** What a destination asked its source to send again. */
    ResendView resend(ResendRequest request) {
        Delivery delivery = packets.delivery(request.deliveryId());
        return new ResendView(
                request.deliveryId(),
                request.packetId(),
                party(delivery.destinationApplicationId()),
                request.requestedAt(),
                request.requestedBy(),
                request.reason(),
                request.answeredPacketId(),
                request.answeredAt());
    }

    private PacketView packet(Packet packet, Caller viewer, PacketView.Resent resent) {
        boolean own = packet.sourceApplicationId().equals(viewer.applicationId());
        List<Delivery> deliveries = packets.seenBy(viewer, packet);
        return new PacketView(
                packet.id(),
                packet.state(),
                packet.title(),
                packet.importance(),
                packet.dataType(),
                packet.dataTypeVersion(),
                packet.protocol(),
                party(packet.sourceApplicationId()),
                deliveries.stream()
                        .map(delivery -> new PacketView.DeliveryView(
                                delivery.id(),
                                delivery.state(),
                                party(delivery.destinationApplicationId()),
                                delivery.reason(),
                                own ? delivery.replacesId() : null,
                                form(delivery, own)))
                        .toList(),
                own
                        ? PacketView.Counts.of(
                                deliveries.stream().map(Delivery::state).toList())
                        : null,
                packets.content(packet.id()).state(),
                own ? files(packet.id()) : files(deliveries.get(0)),
                packet.notBefore(),
                packet.deadline(),
                own ? policies.view(packet.id()) : null,
                own ? packet.resendOf() : null,
                resent,
                resent == null ? null : routing.notes(packet.id()),
                own ? uploadSpace(packet) : null,
                packet.createdAt(),
                packet.updatedAt());
    }

    /** The delivery as its destination sees it. */
    DeliveryTask delivery(Delivery delivery, Packet packet) {
        DeliveryTask.DownloadSpace space = packets.deliverySpace(delivery.id())
                .filter(open -> !open.closed())
                .map(open -> new DeliveryTask.DownloadSpace(open.id(), open.expiresAt(), files(delivery)))
                .orElse(null);
        return new DeliveryTask(
                delivery.id(),
                packet.id(),
                delivery.state(),
                packet.title(),
                packet.importance(),
                packet.dataType(),
                packet.protocol(),
                party(packet.sourceApplicationId()),
                form(delivery, false),
                delivery.reason(),
                space);
    }

    /** The packet as a line of its destination's inbox; {@code sources} are those of the lines before. */
    InboxItem inboxItem(Delivery delivery, Packet packet, Map<UUID, PacketView.Party> sources) {
        return new InboxItem(
                delivery.id(),
                packet.id(),
                delivery.state(),
                packet.title(),
                packet.importance(),
                packet.dataType(),
                packet.protocol(),
                sources.computeIfAbsent(packet.sourceApplicationId(), this::party),
                form(delivery, false),
                forms.of(delivery).map(PacketForm::totalBytes).orElse(packet.totalBytes()),
                delivery.updatedAt(),
                delivery.deadline(),
                null);
    }

    /** How far the packet is at each destination that this application may know of. */
    List<DeliveryRow> deliveries(Packet packet, Caller viewer) {
        boolean own = packet.sourceApplicationId().equals(viewer.applicationId());
        return packets.seenBy(viewer, packet).stream()
                .map(delivery -> new DeliveryRow(
                        delivery.id(),
                        delivery.state(),
                        party(delivery.destinationApplicationId()),
                        delivery.reason(),
                        own ? delivery.replacesId() : null,
                        form(delivery, own),
                        delivery.notBefore(),
                        delivery.deadline(),
                        delivery.attempts(),
                        Attempts.nextOf(delivery),
                        delivery.state().isFinal() ? null : delivery.reportAt(),
                        delivery.createdAt(),
                        delivery.updatedAt(),
                        delivery.confirmedAt() == null ? null : receipt(delivery, packet, new HashMap<>())))
                .toList();
    }

    /** A delivery that could not be made, as its source decides about it. */
    UndeliverableView undeliverable(Undeliverable entry, Delivery delivery, Packet packet) {
        boolean kept = packet.state() == PacketState.PLANNED;
        return new UndeliverableView(
                delivery.id(),
                packet.id(),
                packet.title(),
                packet.importance(),
                packet.dataType(),
                delivery.state(),
                party(packet.sourceApplicationId()),
                party(delivery.destinationApplicationId()),
                entry.reason(),
                delivery.reason(),
                entry.since(),
                entry.toldAt(),
                entry.decision(),
                entry.decidedBy(),
                entry.decidedAt(),
                entry.waitUntil(),
                delivery.state().isFinal() ? entry.keepUntil() : delivery.deadline(),
                entry.nextDeliveryId(),
                kept,
                entry.remindedAt(),
                entry.closedAt(),
                UndeliverableView.options(delivery.state(), entry.closed(), kept));
    }

    /** The receipt of a delivery that was confirmed. */
    Receipt receipt(Delivery delivery, Packet packet) {
        return receipt(delivery, packet, new HashMap<>());
    }

    /** The same; {@code parties} are those of the receipts before. */
    Receipt receipt(Delivery delivery, Packet packet, Map<UUID, PacketView.Party> parties) {
        if (delivery.confirmedAt() == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        Content content = packets.content(packet.id());
        return new Receipt(
                packet.id(),
                delivery.id(),
                parties.computeIfAbsent(packet.sourceApplicationId(), this::party),
                parties.computeIfAbsent(delivery.destinationApplicationId(), this::party),
                form(delivery, false),
                files(delivery),
                delivery.form() == 0 ? null : files(packet.id()),
                delivery.confirmedAt(),
                content.wrappedKey() == null,
                content.state() == ContentState.ERASED ? content.updatedAt() : null);
    }

    /** The receipt of the erasure of a packet's content; NOT_FOUND as long as its key is kept. */
    ErasureReceipt erasure(Packet packet, Caller viewer) {
        boolean own = packet.sourceApplicationId().equals(viewer.applicationId());
        Set<Integer> seen =
                packets.seenBy(viewer, packet).stream().map(Delivery::form).collect(Collectors.toSet());
        List<PacketFile> files = packets.allFiles(packet.id());
        return new ErasureReceipt(
                packet.id(),
                packet.state(),
                files(packet.id()),
                forms.of(packet.id()).stream()
                        .filter(form -> form.state() == PacketForm.State.MADE)
                        .filter(form -> own || seen.contains(form.form()))
                        .map(form -> new ErasureReceipt.ErasedForm(
                                FormView.of(form, false),
                                files.stream()
                                        .filter(file -> file.form() == form.form())
                                        .map(Views::file)
                                        .toList()))
                        .toList(),
                packets.reached(packet.id(), ContentState.SHREDDED)
                        .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND)),
                packets.reached(packet.id(), ContentState.ERASED).orElse(null));
    }

    static PacketView.FileView file(PacketFile file) {
        return new PacketView.FileView(file.name(), file.mediaType(), file.size(), file.digest());
    }

    int maxFiles() {
        return maxFiles.get();
    }

    private FormView form(Delivery delivery, boolean own) {
        return forms.of(delivery).map(form -> FormView.of(form, own)).orElse(null);
    }

    private List<PacketView.FileView> files(Delivery delivery) {
        return forms.files(delivery).stream().map(Views::file).toList();
    }

    private List<PacketView.FileView> files(UUID packetId) {
        return packets.files(packetId).stream().map(Views::file).toList();
    }

    private PacketView.UploadSpace uploadSpace(Packet packet) {
        Space space = packets.sourceSpace(packet.id()).orElse(null);
        if (space == null || space.closed()) {
            return null;
        }
        long maxBytes = directory.dataType(packet.dataType()).orElseThrow().maxBytes();
        return new PacketView.UploadSpace(space.id(), space.expiresAt(), maxBytes, maxFiles.get());
    }

    private PacketView.Party party(UUID applicationId) {
        ApplicationView application = applications.application(applicationId);
        return new PacketView.Party(application.agencyCode(), application.agencyName(), application.code());
    }
}
