package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.ContentTooLargeException;
import vn.lgsp.crypto.SealedContent;
import vn.lgsp.crypto.SegmentInput;
import vn.lgsp.crypto.SegmentOutput;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.routing.boundary.UploadChunk;

/**
 * Takes files into a space in several requests (Điều 8.3). The bytes are sealed into the blob of the file to be, as those of a file in one
 * request are. An offset is told only when the segments before it are forced to disk and the rest of it stands, sealed, in the database; what
 * the blob holds beyond is cut off by the next request. Only one request at a time writes: the store's lock sees to it.
 */
@ApplicationScoped
public class ResumableUploads {
    private static final Logger LOG = System.getLogger(ResumableUploads.class.getName());
    private static final int BUFFER = 128 * 1024;

    /** After so many bytes of a chunk that nothing vouches for, what has arrived is made durable. */
    private static final long STRIDE = 8L * 1024 * 1024;

    @EJB
    private ResumableSteps steps;

    @Inject
    private Uploads uploads;

    @Inject
    private ContentStore store;

    @Inject
    private ContentKeys keys;

    /** See {@code Resuming.room}. */
    public long room(Caller caller, UUID spaceId) {
        return steps.room(caller, spaceId);
    }

    /** See {@code Resuming.look}. */
    public ResumableUpload look(Caller caller, UUID spaceId, UUID id) {
        return steps.look(caller, spaceId, id);
    }

    /** See {@code Resuming.terminate}. */
    public void terminate(Caller caller, UUID spaceId, UUID id) {
        uploads.drop(steps.terminate(caller, spaceId, id));
    }

    /** See {@code Resuming.begin}. */
    public ResumableUpload begin(
            Caller caller, UUID spaceId, ResumableUpload.Wanted wanted, UploadChunk first, int maxFiles) {
        ResumableSteps.Begun begun =
                make(steps.begin(caller, spaceId, wanted, List.of(), maxFiles), (place, growing, out) -> {
                    byte[] suspended = out.suspend();
                    growing.force();
                    return steps.enter(caller, spaceId, wanted, place.blobId(), suspended, maxFiles);
                });
        boolean complete = wanted.length() != null && wanted.length() == 0;
        if (first == null && !complete) {
            return steps.look(caller, spaceId, begun.id());
        }
        UploadChunk chunk =
                first == null ? new UploadChunk(0, null, 0, List.of(), InputStream.nullInputStream()) : first;
        return append(caller, spaceId, begun.id(), chunk, maxFiles);
    }

    /** See {@code Resuming.join}. */
    public ResumableUpload join(
            Caller caller, UUID spaceId, ResumableUpload.Wanted wanted, List<UUID> ids, int maxFiles) {
        List<ResumableUpload> parts = steps.parts(caller, spaceId, ids);
        ResumableUpload.Wanted whole = wanted.ofLength(
                parts.stream().mapToLong(ResumableUpload::length).sum());
        ResumableSteps.Begun begun = make(steps.begin(caller, spaceId, whole, ids, maxFiles), (place, growing, out) -> {
            try (ContentKey key = open(place.wrappedKey(), place.packetId())) {
                for (ResumableUpload part : parts) {
                    copy(part, key, out);
                }
            }
            Digest digest = Digest.of(out.finish().sha256());
            growing.commit();
            return steps.enterJoined(caller, spaceId, whole, ids, place.blobId(), digest, maxFiles);
        });
        return steps.look(caller, spaceId, begun.id());
    }

    /** See {@code Resuming.append}. */
    public ResumableUpload append(Caller caller, UUID spaceId, UUID id, UploadChunk chunk, int maxFiles) {
        UUID blobId = steps.look(caller, spaceId, id).blobId();
        try (ContentStore.Growing growing = grow(blobId)) {
            ResumableSteps.Stand stand = steps.resume(caller, spaceId, id, chunk.offset(), chunk.length());
            if (stand.upload().finished()) {
                requireNothingMore(chunk);
            } else {
                requireRoom(chunk, stand.limit());
                uploads.drop(write(caller, spaceId, stand, chunk, growing, maxFiles));
            }
        } catch (IOException e) {
            throw failure(e, blobId);
        }
        return steps.look(caller, spaceId, id);
    }

    /** What is done with a blob before somebody else may see it. */
    private interface Filling {
        ResumableSteps.Begun fill(UploadSteps.Place place, ContentStore.Growing growing, SegmentOutput out)
                throws IOException;
    }

    /** Makes the blob and then the row, so that a row always has its bytes. */
    private ResumableSteps.Begun make(UploadSteps.Place place, Filling filling) {
        boolean kept = false;
        try (ContentStore.Growing growing = store.begin(place.blobId());
                ContentKey key = open(place.wrappedKey(), place.packetId());
                SegmentOutput out = SegmentOutput.resumable(growing.channel(), key, place.blobId(), place.limit())) {
            ResumableSteps.Begun begun = filling.fill(place, growing, out);
            kept = true;
            begun.replaced().forEach(uploads::drop);
            return begun;
        } catch (IOException e) {
            throw failure(e, place.blobId());
        } finally {
            if (!kept) {
                uploads.drop(place.blobId());
            }
        }
    }

    private void copy(ResumableUpload part, ContentKey key, OutputStream out) throws IOException {
        try (SeekableByteChannel channel = store.open(part.blobId());
                SegmentInput in = SegmentInput.open(channel, key, part.blobId(), part.length())) {
            in.transferTo(out, 0, part.length());
        }
    }

    /** @return the blob that the file replaced; null when none, or when the upload goes on */
    private UUID write(
            Caller caller,
            UUID spaceId,
            ResumableSteps.Stand stand,
            UploadChunk chunk,
            ContentStore.Growing growing,
            int maxFiles)
            throws IOException {
        ResumableUpload upload = stand.upload();
        try (ContentKey key = open(stand.wrappedKey(), upload.packetId());
                SegmentOutput out = SegmentOutput.resume(
                        growing.channel(), key, upload.blobId(), stand.limit(), upload.offset(), upload.suspended())) {
            long known = take(upload.id(), upload.offset(), chunk, growing, out);
            if (upload.length() != null && out.size() == upload.length()) {
                return finish(caller, spaceId, upload.id(), growing, out, maxFiles);
            }
            keep(upload.id(), known, growing, out);
            return null;
        } catch (ContentTooLargeException e) {
            throw upload.length() == null
                    ? new LgspException(ErrorCode.PACKET_TOO_LARGE, stand.limit())
                    : new LgspException(ErrorCode.REQUEST_TOO_LARGE, upload.length() - chunk.offset());
        }
    }

    private UUID finish(
            Caller caller, UUID spaceId, UUID id, ContentStore.Growing growing, SegmentOutput out, int maxFiles)
            throws IOException {
        SealedContent sealed = out.finish();
        growing.commit();
        return steps.finish(caller, spaceId, id, sealed.size(), Digest.of(sealed.sha256()), maxFiles);
    }

    /** Takes the bytes of a chunk and compares its digests; returns the offset that is durable so far. */
    private long take(UUID id, long before, UploadChunk chunk, ContentStore.Growing growing, SegmentOutput out)
            throws IOException {
        List<MessageDigest> digests = new ArrayList<>();
        chunk.checks().forEach(check -> digests.add(check.begin()));
        long known = before;
        byte[] buffer = new byte[BUFFER];
        while (true) {
            int n;
            try {
                n = chunk.bytes().read(buffer);
            } catch (IOException brokenOff) {
                LOG.log(Level.INFO, "upload " + id + " broke off after " + out.size() + " bytes: " + brokenOff);
                if (digests.isEmpty()) {
                    keep(id, known, growing, out);
                }
                throw new LgspException(ErrorCode.UPLOAD_INCOMPLETE);
            }
            if (n < 0) {
                break;
            }
            out.write(buffer, 0, n);
            for (MessageDigest digest : digests) {
                digest.update(buffer, 0, n);
            }
            if (digests.isEmpty() && out.size() - known >= STRIDE) {
                keep(id, known, growing, out);
                known = out.size();
            }
        }
        for (int i = 0; i < digests.size(); i++) {
            UploadChunk.Check check = chunk.checks().get(i);
            if (!MessageDigest.isEqual(digests.get(i).digest(), check.expected())) {
                throw new LgspException(check.refusal());
            }
        }
        return known;
    }

    /** Makes durable what has arrived: first the segments, then the row that counts them. */
    private void keep(UUID id, long known, ContentStore.Growing growing, SegmentOutput out) throws IOException {
        if (out.size() > known) {
            growing.force();
            steps.arrived(id, known, out.size(), out.suspend());
        }
    }

    private ContentStore.Growing grow(UUID blobId) throws IOException {
        return store.resume(blobId).orElseThrow(() -> new LgspException(ErrorCode.UPLOAD_IN_USE));
    }

    private ContentKey open(byte[] wrappedKey, UUID packetId) {
        return keys.openForIntake(packetId, wrappedKey).key();
    }

    private static void requireRoom(UploadChunk chunk, long limit) {
        if (chunk.size() > limit - chunk.offset()) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, limit - chunk.offset());
        }
    }

    private static void requireNothingMore(UploadChunk chunk) throws IOException {
        if (chunk.size() > 0 || chunk.bytes().read() >= 0) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, 0);
        }
    }

    private static LgspException failure(IOException e, UUID blobId) {
        if (e instanceof NoSuchFileException) {
            // It was given up, or its time ended, a moment ago.
            return new LgspException(ErrorCode.NOT_FOUND);
        }
        if (e instanceof ContentCorruptedException) {
            LOG.log(Level.ERROR, "blob " + blobId + ", which is coming in, is damaged", e);
            return new LgspException(ErrorCode.UPLOADED_CONTENT_DAMAGED);
        }
        return Uploads.storageFailure(e);
    }
}
