package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.SealedBytes;
import vn.lgsp.model.Caller;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.routing.boundary.InboxItem;
import vn.lgsp.routing.boundary.InlineFile;
import vn.lgsp.routing.boundary.PacketView;

/** The one transaction in which a destination accepts and takes the small packets that wait for it (Điều 9.2, 9.3). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TakeSteps {
    private static final Logger LOG = System.getLogger(TakeSteps.class.getName());

    @Inject
    private Batches batches;

    @Inject
    private BatchWriter writer;

    @Inject
    private Handover handover;

    @Inject
    private SmallContent small;

    @Inject
    private ContentKeys keys;

    @Inject
    private Packets packets;

    /**
     * What was taken.
     *
     * @param contents the files of each delivery taken
     * @param damaged deliveries whose stored bytes were changed; they were not taken
     */
    public record Taken(Map<UUID, List<InlineFile>> contents, List<Delivery> damaged) {}

    /**
     * Takes of what waits as many packets, in their order, as have small content and fit. What somebody else is just acting on is left for
     * the next time.
     *
     * @param budget bytes of content at most
     */
    public Taken take(Caller caller, List<InboxItem> waiting, long budget) {
        List<UUID> packets = new ArrayList<>();
        long left = budget;
        for (InboxItem item : waiting) {
            if (item.size() <= left) {
                left -= item.size();
                packets.add(item.packetId());
            }
        }
        Map<UUID, List<InlineFile>> contents = new HashMap<>();
        List<Delivery> damaged = new ArrayList<>();
        if (!packets.isEmpty()) {
            Batch batch = batches.open(packets, false);
            Map<UUID, byte[]> sealed = small.read(packets);
            for (InboxItem item : waiting) {
                batch.delivery(item.deliveryId())
                        .filter(delivery -> open(caller, delivery))
                        .ifPresent(delivery -> take(caller, batch, delivery, sealed, contents, damaged));
            }
            writer.write(batch);
        }
        return new Taken(contents, damaged);
    }

    private static boolean open(Caller caller, Delivery delivery) {
        return delivery.destinationApplicationId().equals(caller.applicationId())
                && Handover.OPEN.contains(delivery.state())
                && Packets.announced(delivery);
    }

    private void take(
            Caller caller,
            Batch batch,
            Delivery delivery,
            Map<UUID, byte[]> sealed,
            Map<UUID, List<InlineFile>> contents,
            List<Delivery> damaged) {
        try {
            Optional<List<InlineFile>> files = files(batch, delivery, sealed);
            if (files.isPresent()) {
                handover.accept(caller, delivery);
                handover.fetch(caller, delivery);
                contents.put(delivery.id(), files.get());
            }
        } catch (ContentCorruptedException changed) {
            LOG.log(Level.ERROR, "small content of packet " + delivery.packetId() + " is damaged", changed);
            damaged.add(delivery);
        }
    }

    /** The files that a destination takes where they are all small; empty for any other. */
    private Optional<List<InlineFile>> files(Batch batch, Delivery delivery, Map<UUID, byte[]> sealed)
            throws ContentCorruptedException {
        UUID packetId = delivery.packetId();
        List<PacketFile> files = PacketFiles.of(batch.files(packetId), delivery.form());
        if (batch.content(packetId).wrappedKey() == null || !files.stream().allMatch(PacketFile::small)) {
            return Optional.empty();
        }
        List<InlineFile> opened = new ArrayList<>(files.size());
        try (ContentKeys.Opened key =
                keys.open(packetId, packets.content(packetId).wrappedKey())) {
            for (PacketFile file : files) {
                keys.requireSealed(file, key);
                // A row that is gone is as damaged as one that was cut off.
                byte[] bytes = sealed.getOrDefault(file.blobId(), new byte[0]);
                opened.add(new InlineFile(
                        new PacketView.FileView(file.name(), file.mediaType(), file.size(), file.digest()),
                        SealedBytes.open(key.key(), file.blobId(), bytes, file.size())));
            }
        }
        return Optional.of(opened);
    }
}
