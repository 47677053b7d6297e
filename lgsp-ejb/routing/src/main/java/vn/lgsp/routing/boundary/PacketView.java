package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Digest;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.policy.PolicyTerms;

/**
 * A packet as its source and its destinations see it.
 *
 * @param dataTypeVersion the version whose rules the content keeps; null for packets of earlier days
 * @param deliveries all for the source; for a destination only those to itself
 * @param files what was sent; for a destination what it takes
 * @param counts how the destinations stand; null for destinations
 * @param policy what counts for it; null before anything was chosen or planned, and for destinations
 * @param resendOf the packet of the same source that this one sends again; null for none, and for destinations
 * @param resent what was sent again and is asked for; null where only the packet itself was asked for, and for destinations
 * @param routes how rules found the destinations; null as {@code resent}
 * @param space where to upload; null once closed, and for destinations
 */
public record PacketView(
        UUID id,
        PacketState state,
        String title,
        Importance importance,
        String dataType,
        Integer dataTypeVersion,
        String protocol,
        Party source,
        List<DeliveryView> deliveries,
        Counts counts,
        ContentState content,
        List<FileView> files,
        Instant notBefore,
        Instant deadline,
        PolicyOfPacket policy,
        UUID resendOf,
        Resent resent,
        List<RouteNote> routes,
        UploadSpace space,
        Instant createdAt,
        Instant updatedAt) {

    /** An agency, and the application that acts for it. */
    public record Party(String agency, String name, String application) {}

    /**
     * How far the packet is at one destination.
     *
     * @param reason null unless refused or failed
     * @param replaces the delivery in whose place it came; null without one, and for destinations
     * @param form that the destination takes; null for what was sent
     */
    public record DeliveryView(
            UUID id, DeliveryState state, Party destination, String reason, UUID replaces, FormView form) {}

    /** How many destinations stand how; the sum is their number. */
    public record Counts(int underWay, int confirmed, int refused, int expired, int cancelled, int failed) {
        /** Counts the states of all deliveries of a packet. */
        public static Counts of(List<DeliveryState> states) {
            Map<DeliveryState, Integer> counted = new EnumMap<>(DeliveryState.class);
            states.forEach(state -> counted.merge(state, 1, Integer::sum));
            int ended = counted.entrySet().stream()
                    .filter(entry -> entry.getKey().isFinal())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return new Counts(
                    states.size() - ended,
                    counted.getOrDefault(DeliveryState.CONFIRMED, 0),
                    counted.getOrDefault(DeliveryState.REFUSED, 0),
                    counted.getOrDefault(DeliveryState.EXPIRED, 0),
                    counted.getOrDefault(DeliveryState.CANCELLED, 0),
                    counted.getOrDefault(DeliveryState.FAILED, 0));
        }
    }

    /**
     * The policy that counts for a packet.
     *
     * @param code of the named policy; null for the platform's own
     * @param version of the named policy; null for the platform's own
     * @param chosen whether the source chose it, or anything in it
     */
    public record PolicyOfPacket(String code, Integer version, boolean chosen, PolicyTerms terms) {}
    /** The packets that send this one again, and what its destinations ask for. */
    public record Resent(List<UUID> packets, List<ResendView> requests) {}

    /** A file of a packet, bytes and SHA-256 of the plain content. */
    public record FileView(String name, String mediaType, long size, Digest digest) {}

    /** Where the source uploads (không gian liên thông). */
    public record UploadSpace(UUID id, Instant expiresAt, long maxBytes, int maxFiles) {}
}
