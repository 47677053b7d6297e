package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Digest;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry;

/**
 * Everything that may be shown of one packet; never its content.
 *
 * @param row the packet as in a list
 * @param protocol exchange protocol
 * @param sourceApplication code of the application that sends
 * @param deliveries to each destination that the person may see: all for the source's people, else those to their own agencies
 * @param notBefore policy of the source; null when none
 * @param deadline policy of the source; null when none
 * @param policy what counts for it; null before anything was chosen or planned
 * @param files names, sizes and digests
 * @param steps oldest first
 */
public record PacketJourney(
        PacketRow row,
        String protocol,
        String sourceApplication,
        List<DeliveryLine> deliveries,
        Instant notBefore,
        Instant deadline,
        PacketView.PolicyOfPacket policy,
        List<FileRow> files,
        List<Step> steps) {

    /**
     * The packet at one destination.
     *
     * @param application code of the application that receives
     * @param reason why the destination refused or the delivery failed; null otherwise
     * @param updatedAt when it reached its state
     * @param confirmedAt null before the destination confirmed
     */
    public record DeliveryLine(
            UUID id,
            String agencyCode,
            String agencyName,
            String application,
            DeliveryState state,
            String reason,
            Instant updatedAt,
            Instant confirmedAt) {}

    /** A file as it may be shown: never the bytes. */
    public record FileRow(String name, String mediaType, long bytes, Digest digest) {}

    /**
     * One step.
     *
     * @param subjectId whose step; tells deliveries apart
     * @param from name of the state before, null at the beginning
     * @param to name of the state reached ({@code PacketState}, {@code DeliveryState} or {@code ContentState} by subject), or
     *     {@link #READDRESSED}, {@link #CONTENT_REFUSED}, {@link #ANNOUNCED} or {@link #CONVERTED}
     * @param clause clause of the regulation, e.g. {@code 8.2}
     * @param actor application with the end of its key, or the platform
     * @param remoteAddress null when the platform acted
     * @param detail may be null
     */
    public record Step(
            HistoryEntry.Subject subject,
            UUID subjectId,
            String from,
            String to,
            String clause,
            Instant at,
            String actor,
            String remoteAddress,
            String node,
            String detail) {
        /** In the place of a state: another application took over the delivery, whose state stayed what it was (Điều 7.2). */
        public static final String READDRESSED = "READDRESSED";

        /** In the place of a state: the content broke the rules of its data type, and the packet stayed open for its source (Điều 8.4). */
        public static final String CONTENT_REFUSED = "CONTENT_REFUSED";

        /** In the place of a state: the destination had not taken it and was told again (Điều 5.4); the detail is the number of the attempt. */
        public static final String ANNOUNCED = "ANNOUNCED";

        /** In the place of a state: the form that the destination takes was made; the detail is the transformation with its version (Điều 8.4). */
        public static final String CONVERTED = "CONVERTED";
    }
}
