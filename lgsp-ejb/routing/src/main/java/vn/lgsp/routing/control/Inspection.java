package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.SegmentInput;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ContentRefused;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.registry.boundary.ContentCheck;

/**
 * Holds content against the rules of its data type before the packet is planned (Điều 3.6, 8.2, 8.4). Nothing is locked and no connection to
 * the database is held while files are read; whoever completes compares afterwards that they are still the files that were read.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Inspection {
    private static final Logger LOG = System.getLogger(Inspection.class.getName());

    @EJB
    private InspectionSteps steps;

    @Inject
    private StoredContent stored;

    @Inject
    private ContentKeys keys;

    /** What was found in order, by name of the file: its digest and media type; null where no version rules the packet. */
    public record Inspected(Map<String, String> seen) {

        /**
         * Requires that the files are still those that were looked at.
         *
         * @throws LgspException CONTENT_MISMATCH when one was replaced meanwhile
         */
        public void requireSame(List<PacketFile> files) {
            if (seen == null) {
                return;
            }
            for (PacketFile file : files) {
                if (!look(file).equals(seen.get(file.name()))) {
                    throw new LgspException(ErrorCode.CONTENT_MISMATCH, file.name(), file.digest());
                }
            }
        }

        private static String look(PacketFile file) {
            return file.digest() + " " + file.mediaType();
        }
    }

    /**
     * Looks at the content of a packet that takes content still; at no other.
     *
     * @throws ContentRefused naming the places; written down before
     * @throws LgspException UNAVAILABLE when too much is being read already
     */
    public Inspected inspect(Caller caller, UUID packetId) {
        InspectionSteps.Content content = steps.content(caller, packetId);
        if (content == null || content.files().isEmpty()) {
            // What comes in between is none of what was looked at, and so refused under the lock.
            return new Inspected(content == null ? null : Map.of());
        }
        ContentCheck check = content.check();
        check.declared(content.files().stream()
                .map(file -> new ContentCheck.File(file.name(), file.mediaType(), file.size()))
                .toList());
        try (ContentKeys.Opened key = keys.openForIntake(packetId, content.wrappedKey())) {
            for (PacketFile file : content.files()) {
                if (check.reads(file.name())) {
                    read(check, file, key);
                }
            }
        }
        if (!check.violations().isEmpty()) {
            ContentRefused refusal = new ContentRefused(check.violations());
            steps.refused(caller, packetId, refusal);
            throw refusal;
        }
        Map<String, String> seen = new HashMap<>();
        content.files().forEach(file -> seen.put(file.name(), Inspected.look(file)));
        return new Inspected(seen);
    }

    /**
     * Looks at content that came whole, before any of it is stored.
     *
     * @throws ContentRefused naming the places
     * @throws LgspException UNAVAILABLE when too much is being read already
     */
    public static void require(ContentCheck check, List<WholePacket.File> files) {
        check.declared(files.stream()
                .map(file ->
                        new ContentCheck.File(file.name(), Intake.mediaType(file.mediaType()), file.content().length))
                .toList());
        for (WholePacket.File file : files) {
            if (check.reads(file.name())) {
                try {
                    check.read(file.name(), new ByteArrayInputStream(file.content()));
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        }
        if (!check.violations().isEmpty()) {
            throw new ContentRefused(check.violations());
        }
    }

    private void read(ContentCheck check, PacketFile file, ContentKeys.Opened key) {
        try {
            keys.requireSealed(file, key);
            try (SeekableByteChannel channel = stored.open(file);
                    SegmentInput input = SegmentInput.open(channel, key.key(), file.blobId(), file.size());
                    InputStream plain = new PlainInput(input)) {
                check.read(file.name(), plain);
            }
        } catch (NoSuchFileException | ContentCorruptedException damaged) {
            LOG.log(Level.ERROR, "blob " + file.blobId() + " of packet " + file.packetId() + " is damaged", damaged);
            throw new LgspException(ErrorCode.UPLOADED_CONTENT_DAMAGED);
        } catch (IOException failed) {
            throw Uploads.storageFailure(failed);
        }
    }
}
