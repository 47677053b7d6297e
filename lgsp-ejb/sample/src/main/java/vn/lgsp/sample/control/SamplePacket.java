package vn.lgsp.sample.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.PacketState;

/**
 * A packet as its rows will tell of it.
 *
 * @param wish what it was to be
 * @param deadline by when its delivery is to be confirmed; null before the plan
 * @param confirmedAt null unless confirmed
 * @param spaces the source's first; the destination's after it when there was one
 * @param steps its history, oldest first
 */
record SamplePacket(
        UUID id,
        UUID deliveryId,
        Wish wish,
        PacketState state,
        DeliveryState deliveryState,
        ContentState contentState,
        Instant deadline,
        Instant confirmedAt,
        List<File> files,
        List<Space> spaces,
        List<Step> steps) {

    /** A file as it was, without its bytes. */
    record File(String name, String mediaType, long size, byte[] sha256, UUID blobId, Instant storedAt) {}

    /** A space; {@code closedAt} is null while it is open, {@code ofSource} tells the two kinds apart. */
    record Space(UUID id, boolean ofSource, Instant createdAt, Instant expiresAt, Instant closedAt) {}

    /**
     * A row of the history.
     *
     * @param from null at the beginning
     * @param by null when the platform acted
     * @param requestId null when the platform acted
     * @param detail may be null
     */
    record Step(
            HistoryEntry.Subject subject,
            int seq,
            String from,
            String to,
            Instant at,
            Party by,
            UUID requestId,
            String detail) {}

    /** Whether its content would still be there. */
    boolean open() {
        return contentState == ContentState.EMPTY || contentState == ContentState.STORED;
    }

    /** When the last thing happened to it. */
    Instant last() {
        return steps.get(steps.size() - 1).at();
    }

    /** The last step of one subject. */
    Step last(HistoryEntry.Subject subject) {
        return steps.stream()
                .filter(step -> step.subject() == subject)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    long totalBytes() {
        return files.stream().mapToLong(File::size).sum();
    }
}
