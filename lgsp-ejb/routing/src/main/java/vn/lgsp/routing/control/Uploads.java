package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.Normalizer;
import java.util.UUID;
import vn.lgsp.crypto.ContentTooLargeException;
import vn.lgsp.crypto.SealedBytes;
import vn.lgsp.crypto.SealedContent;
import vn.lgsp.crypto.SegmentOutput;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Space;

/**
 * Takes files into a space (Điều 8.3). Two short transactions with the streaming between them: no connection to the database is held while
 * bytes come in.
 */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = System.getLogger(Uploads.class.getName());
    private static final int BUFFER = 128 * 1024;

    @EJB
    private UploadSteps steps;

    @Inject
    private ContentStore store;

    @Inject
    private SmallContent small;

    @Inject
    private ContentKeys keys;

    /** Refuses a space that takes no more content, telling why. */
    public static void requireOpen(Space space, Packet packet) {
        if (packet.state() == PacketState.EXPIRED || (!space.closed() && space.expired(Journal.now()))) {
            throw new LgspException(ErrorCode.SPACE_EXPIRED);
        }
        if (space.closed()) {
            throw new LgspException(ErrorCode.SPACE_CLOSED);
        }
    }

    /** Takes one file; see {@code Sending.upload}. */
    public PacketFile take(
            Caller caller,
            UUID spaceId,
            String given,
            String mediaType,
            Digest declared,
            InputStream bytes,
            int maxFiles) {
        // macOS sends decomposed letters; one name is one file however it is spelt.
        String name = given == null ? null : Normalizer.normalize(given, Normalizer.Form.NFC);
        UploadSteps.Place place = steps.begin(caller, spaceId, name, maxFiles);
        byte[] head = head(bytes, small.most() + 1);
        if (head.length <= small.most()) {
            return takeSmall(caller, spaceId, place, name, mediaType, declared, head);
        }
        return takeLarge(
                caller,
                spaceId,
                place,
                name,
                mediaType,
                declared,
                new SequenceInputStream(new ByteArrayInputStream(head), bytes));
    }

    private PacketFile takeSmall(
            Caller caller,
            UUID spaceId,
            UploadSteps.Place place,
            String name,
            String mediaType,
            Digest declared,
            byte[] plain) {
        if (plain.length > place.limit()) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, place.limit());
        }
        Digest digest = Digest.ofContent(plain);
        if (!digest.equals(declared)) {
            throw new LgspException(ErrorCode.BODY_DIGEST_MISMATCH);
        }
        byte[] sealed;
        try (ContentKeys.Opened key = keys.openForIntake(place.packetId(), place.wrappedKey())) {
            sealed = SealedBytes.seal(key.key(), place.blobId(), plain);
        }
        Intake.Stored stored = steps.finish(caller, spaceId, place, name, mediaType, plain.length, digest, sealed);
        drop(stored.replaced());
        return stored.file();
    }

    private PacketFile takeLarge(
            Caller caller,
            UUID spaceId,
            UploadSteps.Place place,
            String name,
            String mediaType,
            Digest declared,
            InputStream bytes) {
        boolean kept = false;
        try {
            Digest digest;
            long size;
            try (ContentStore.Writing writing = store.create(place.blobId())) {
                SealedContent sealed = seal(place, bytes, writing);
                digest = Digest.of(sealed.sha256());
                size = sealed.size();
                if (!digest.equals(declared)) {
                    throw new LgspException(ErrorCode.BODY_DIGEST_MISMATCH);
                }
                writing.commit();
            }
            Intake.Stored stored = steps.finish(caller, spaceId, place, name, mediaType, size, digest, null);
            kept = true;
            drop(stored.replaced());
            return stored.file();
        } catch (IOException e) {
            throw storageFailure(e);
        } finally {
            if (!kept) {
                drop(place.blobId());
            }
        }
    }

    private SealedContent seal(UploadSteps.Place place, InputStream bytes, ContentStore.Writing writing)
            throws IOException {
        try (ContentKeys.Opened opened = keys.openForIntake(place.packetId(), place.wrappedKey());
                SegmentOutput out = new SegmentOutput(writing.channel(), opened.key(), place.blobId(), place.limit())) {
            byte[] buffer = new byte[BUFFER];
            for (int n = read(bytes, buffer); n >= 0; n = read(bytes, buffer)) {
                out.write(buffer, 0, n);
            }
            return out.finish();
        } catch (ContentTooLargeException e) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, place.limit());
        }
    }

    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException brokenOff) {
            throw new LgspException(ErrorCode.UPLOAD_INCOMPLETE);
        }
    }

    private static byte[] head(InputStream bytes, int most) {
        try {
            return bytes.readNBytes(most);
        } catch (IOException brokenOff) {
            throw new LgspException(ErrorCode.UPLOAD_INCOMPLETE);
        }
    }

    static LgspException storageFailure(IOException e) {
        if (e instanceof StoreUnavailableException) {
            LOG.log(Level.WARNING, "the content store is away: " + e.getMessage() + " (" + e.getCause() + ")");
            return new LgspException(ErrorCode.UNAVAILABLE);
        }
        String message = String.valueOf(e.getMessage());
        if (e instanceof StoreFullException || message.contains("No space left") || message.contains("Disk quota")) {
            return new LgspException(ErrorCode.STORAGE_FULL);
        }
        LOG.log(Level.ERROR, "content store failed", e);
        return new LgspException(ErrorCode.INTERNAL);
    }

    /** Removes the bytes of a blob, which may be null; what fails is left to the sweep. */
    public void drop(UUID blobId) {
        if (blobId == null) {
            return;
        }
        try {
            store.delete(blobId);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "blob " + blobId + " stays until the sweep", e);
        }
    }
}
