package vn.lgsp.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.routing.boundary.DeliveryRow;
import vn.lgsp.routing.boundary.DeliveryTask;
import vn.lgsp.routing.boundary.ErasureReceipt;
import vn.lgsp.routing.boundary.InboxItem;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Receipt;

/** What clients get, as the contract names it. One record for each schema of packets, together so that they are read beside the contract: over 300 lines. */
public final class Outputs {
    private Outputs() {}

    /** Schema Party. */
    public record Party(String agency, String name, String application) {
        static Party of(PacketView.Party party) {
            return new Party(party.agency(), party.name(), party.application());
        }
    }

    /** Schema File. */
    public record File(String name, String mediaType, long size, String digest, String url) {
        /** A file outside a space. */
        public static File of(PacketView.FileView file) {
            return new File(
                    file.name(), file.mediaType(), file.size(), file.digest().toString(), null);
        }

        static File in(UUID spaceId, PacketView.FileView file) {
            String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
            return new File(
                    file.name(), file.mediaType(), file.size(), file.digest().toString(), spaceFiles(spaceId) + name);
        }
    }

    /** Schema PacketDelivery. */
    public record PacketDelivery(
            UUID id,
            String state,
            String agency,
            String name,
            String application,
            String reason,
            UUID replaces,
            FormViews.Form transformation) {
        static PacketDelivery of(PacketView.DeliveryView delivery) {
            var destination = delivery.destination();
            return new PacketDelivery(
                    delivery.id(),
                    delivery.state().code(),
                    destination.agency(),
                    destination.name(),
                    destination.application(),
                    delivery.reason(),
                    delivery.replaces(),
                    FormViews.Form.of(delivery.form()));
        }
    }

    /** Schema DeliveryCounts. */
    public record DeliveryCounts(int underWay, int confirmed, int refused, int expired, int cancelled, int failed) {
        static DeliveryCounts of(PacketView.Counts counts) {
            return counts == null
                    ? null
                    : new DeliveryCounts(
                            counts.underWay(),
                            counts.confirmed(),
                            counts.refused(),
                            counts.expired(),
                            counts.cancelled(),
                            counts.failed());
        }
    }

    /** Schema UploadSpace. */
    public record UploadSpace(
            UUID id,
            String uploadUrl,
            String resumableUrl,
            String policyUrl,
            Instant expiresAt,
            long maxBytes,
            int maxFiles,
            List<String> requiredDigests,
            List<String> methods) {
        static UploadSpace of(PacketView.UploadSpace space) {
            return space == null
                    ? null
                    : new UploadSpace(
                            space.id(),
                            spaceFiles(space.id()),
                            "/api/v1/spaces/" + space.id() + "/uploads",
                            "/api/v1/spaces/" + space.id() + "/policy",
                            space.expiresAt(),
                            space.maxBytes(),
                            space.maxFiles(),
                            List.of("sha-256"),
                            List.of("put", "tus"));
        }
    }

    /** Schema Packet. */
    public record Packet(
            UUID id,
            String state,
            String title,
            String importance,
            String dataType,
            Integer dataTypeVersion,
            String protocol,
            Party source,
            List<PacketDelivery> deliveries,
            DeliveryCounts counts,
            String content,
            List<File> files,
            PolicyViews.OfPacket policy,
            UUID resendOf,
            List<UUID> resentAs,
            List<Undelivered.Resend> resendRequests,
            List<RouteViews.Note> routes,
            UploadSpace space,
            Instant createdAt,
            Instant updatedAt) {
        /** The packet as the contract writes it. */
        public static Packet of(PacketView packet) {
            return new Packet(
                    packet.id(),
                    packet.state().code(),
                    packet.title(),
                    packet.importance().code(),
                    packet.dataType(),
                    packet.dataTypeVersion(),
                    packet.protocol(),
                    Party.of(packet.source()),
                    packet.deliveries().stream().map(PacketDelivery::of).toList(),
                    DeliveryCounts.of(packet.counts()),
                    packet.content().code(),
                    packet.files().stream().map(File::of).toList(),
                    PolicyViews.OfPacket.of(packet),
                    packet.resendOf(),
                    packet.resent() == null ? null : packet.resent().packets(),
                    packet.resent() == null
                            ? null
                            : packet.resent().requests().stream()
                                    .map(Undelivered.Resend::of)
                                    .toList(),
                    packet.routes() == null
                            ? null
                            : packet.routes().stream().map(RouteViews.Note::of).toList(),
                    UploadSpace.of(packet.space()),
                    packet.createdAt(),
                    packet.updatedAt());
        }
    }

    /** Schema InboxItem. */
    public record Waiting(
            UUID deliveryId,
            UUID packetId,
            String state,
            String title,
            String importance,
            String dataType,
            String protocol,
            Party source,
            FormViews.Form transformation,
            long size,
            Instant waitingSince,
            Instant deadline,
            List<InlineFile> files) {
        /** The item as the contract writes it. */
        public static Waiting of(InboxItem item) {
            return new Waiting(
                    item.deliveryId(),
                    item.packetId(),
                    item.state().code(),
                    item.title(),
                    item.importance().code(),
                    item.dataType(),
                    item.protocol(),
                    Party.of(item.source()),
                    FormViews.Form.of(item.form()),
                    item.size(),
                    item.waitingSince(),
                    item.deadline(),
                    item.files() == null
                            ? null
                            : item.files().stream().map(InlineFile::of).toList());
        }
    }

    /** Schema InlineFile. */
    public record InlineFile(String name, String mediaType, long size, String digest, byte[] content) {
        static InlineFile of(vn.lgsp.routing.boundary.InlineFile file) {
            return new InlineFile(
                    file.file().name(),
                    file.file().mediaType(),
                    file.file().size(),
                    file.file().digest().toString(),
                    file.content());
        }
    }

    /** Schemas PacketPage, PacketDeliveries, Inbox, AgencyPage, ErrorCatalogue: a list with room for more members. */
    public record Page<T>(List<T> items) {}

    /** Schema Pending. */
    public record Pending(List<Waiting> incoming, List<Packet> outgoing) {}

    /** Schema Session. */
    public record Session(
            UUID id,
            String application,
            String agency,
            Instant openedAt,
            Instant serverTime,
            int heartbeatSeconds,
            String token,
            Instant tokenExpiresAt,
            String lastEventId,
            Pending pending) {}

    /** Schema DownloadSpace. */
    public record DownloadSpace(UUID id, Instant expiresAt, List<File> files) {
        static DownloadSpace of(DeliveryTask.DownloadSpace space) {
            return space == null
                    ? null
                    : new DownloadSpace(
                            space.id(),
                            space.expiresAt(),
                            space.files().stream()
                                    .map(file -> File.in(space.id(), file))
                                    .toList());
        }
    }

    /** Schema Delivery. */
    public record Delivery(
            UUID id,
            UUID packetId,
            String state,
            String title,
            String importance,
            String dataType,
            String protocol,
            Party source,
            FormViews.Form transformation,
            String reason,
            DownloadSpace space) {
        /** The delivery as the contract writes it. */
        public static Delivery of(DeliveryTask task) {
            return new Delivery(
                    task.id(),
                    task.packetId(),
                    task.state().code(),
                    task.title(),
                    task.importance().code(),
                    task.dataType(),
                    task.protocol(),
                    Party.of(task.source()),
                    FormViews.Form.of(task.form()),
                    task.reason(),
                    DownloadSpace.of(task.space()));
        }
    }

    /** Schema Receipt. */
    public record ReceiptOut(
            UUID packetId,
            UUID deliveryId,
            Party source,
            Party destination,
            FormViews.Form transformation,
            List<File> files,
            List<File> originals,
            Instant confirmedAt,
            boolean keyDestroyed,
            Instant erasedAt) {
        /** The receipt as the contract writes it. */
        public static ReceiptOut of(Receipt receipt) {
            return new ReceiptOut(
                    receipt.packetId(),
                    receipt.deliveryId(),
                    Party.of(receipt.source()),
                    Party.of(receipt.destination()),
                    FormViews.Form.of(receipt.form()),
                    receipt.files().stream().map(File::of).toList(),
                    receipt.originals() == null
                            ? null
                            : receipt.originals().stream().map(File::of).toList(),
                    receipt.confirmedAt(),
                    receipt.keyDestroyed(),
                    receipt.erasedAt());
        }
    }

    /** Schema Erasure. */
    public record Erasure(
            UUID packetId,
            String state,
            List<File> files,
            List<FormViews.Erased> forms,
            Instant keyDestroyedAt,
            Instant erasedAt) {
        /** The receipt as the contract writes it. */
        public static Erasure of(ErasureReceipt receipt) {
            return new Erasure(
                    receipt.packetId(),
                    receipt.state().code(),
                    receipt.files().stream().map(File::of).toList(),
                    receipt.forms().stream().map(FormViews.Erased::of).toList(),
                    receipt.keyDestroyedAt(),
                    receipt.erasedAt());
        }
    }

    /** Schema DeliveryOfPacket. */
    public record DeliveryOfPacket(
            UUID id,
            String state,
            Party destination,
            String reason,
            UUID replaces,
            FormViews.Form transformation,
            Instant notBefore,
            Instant deadline,
            int attempts,
            Instant nextAttemptAt,
            Instant reportAt,
            Instant createdAt,
            Instant updatedAt,
            ReceiptOut receipt) {
        /** The delivery as the contract writes it. */
        public static DeliveryOfPacket of(DeliveryRow row) {
            return new DeliveryOfPacket(
                    row.id(),
                    row.state().code(),
                    Party.of(row.destination()),
                    row.reason(),
                    row.replaces(),
                    FormViews.Form.of(row.form()),
                    row.notBefore(),
                    row.deadline(),
                    row.attempts(),
                    row.nextAttemptAt(),
                    row.reportAt(),
                    row.createdAt(),
                    row.updatedAt(),
                    row.receipt() == null ? null : ReceiptOut.of(row.receipt()));
        }
    }

    /** Schema JourneyStep. */
    public record Step(
            Instant at,
            String subject,
            UUID subjectId,
            String from,
            String to,
            String clause,
            String actor,
            String remoteAddress,
            String detail) {
        static Step of(PacketJourney.Step step) {
            return new Step(
                    step.at(),
                    lower(step.subject().name()),
                    step.subjectId(),
                    step.from() == null ? null : lower(step.from()),
                    lower(step.to()),
                    step.clause(),
                    step.actor(),
                    step.remoteAddress(),
                    step.detail());
        }
    }

    /** Schema Journey. */
    public record Journey(UUID packetId, String state, List<Step> steps) {
        /** The journey as the contract writes it. */
        public static Journey of(UUID packetId, PacketState state, List<PacketJourney.Step> steps) {
            return new Journey(
                    packetId, state.code(), steps.stream().map(Step::of).toList());
        }
    }

    /** Schema Agency. */
    public record Agency(
            String code, String codeQd20, String name, int level, String parent, String kind, boolean sample) {
        /** The agency as the contract writes it. */
        public static Agency of(AgencyView agency) {
            return new Agency(
                    agency.code(),
                    agency.codeQd20(),
                    agency.name(),
                    agency.level(),
                    agency.parentCode(),
                    agency.kind(),
                    agency.sample());
        }
    }

    private static String spaceFiles(UUID spaceId) {
        return "/api/v1/spaces/" + spaceId + "/files/";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
