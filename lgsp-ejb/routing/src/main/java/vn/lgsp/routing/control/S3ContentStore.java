package vn.lgsp.routing.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.model.Ids;

/** Keeps blobs as objects of a bucket in an S3-compatible store, for several machines or much content (Điều 4.3, 5.6). */
public final class S3ContentStore implements ContentStore, AutoCloseable {
    private static final int UUID_LENGTH = 36;

    /** Who asks whether the store can be used is answered soon. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final S3Bucket bucket;
    private final S3Bucket impatient;
    private final S3Names names;
    private final BlobLocks locks;

    /** Makes the client; the store is not called. */
    public S3ContentStore(S3Settings.Place place, BlobLocks locks) {
        this.bucket = new S3Bucket(place);
        this.impatient = bucket.impatient(SOON);
        this.names = new S3Names(place.prefix());
        this.locks = locks;
    }

    @Override
    public Writing create(UUID blobId) {
        return new S3Writing(bucket, names.whole(blobId));
    }

    @Override
    public Growing begin(UUID blobId) throws IOException {
        // An empty list says that the blob exists, although nothing has come in yet.
        bucket.put(names.list(blobId), new byte[0], 0);
        return resume(blobId).orElseThrow(() -> new IOException("blob " + blobId + " is new and yet locked"));
    }

    @Override
    public Optional<Growing> resume(UUID blobId) throws IOException {
        Optional<BlobLocks.Held> lock = locks.tryLock(blobId);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        boolean kept = false;
        try {
            Growing growing = new S3Growing(bucket, names, blobId, lock.get(), written(blobId));
            kept = true;
            return Optional.of(growing);
        } finally {
            if (!kept) {
                lock.get().close();
            }
        }
    }

    /** The pieces of a blob that grows. A writer who did not know yet that his time was over may have left another in the place of one. */
    private List<S3Names.Piece> written(UUID blobId) throws IOException {
        List<S3Bucket.Entry> objects = bucket.list(names.folder(blobId));
        if (objects.isEmpty()) {
            throw new NoSuchFileException(blobId.toString());
        }
        List<S3Names.Piece> found = objects.stream()
                .flatMap(object -> S3Names.piece(object).stream())
                .toList();
        return follow(blobId, found);
    }

    @Override
    public SeekableByteChannel open(UUID blobId) throws IOException {
        List<S3Bucket.Entry> objects = bucket.list(names.folder(blobId));
        for (S3Bucket.Entry object : objects) {
            if (object.name().equals(names.whole(blobId))) {
                return new S3Reading(bucket, List.of(new S3Names.Piece(object.name(), 0, object.size())));
            }
        }
        S3Bucket.Entry list = objects.stream()
                .filter(object -> object.name().equals(names.list(blobId)) && object.size() > 0)
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException(blobId.toString()));
        return new S3Reading(bucket, follow(blobId, listed(objects, list)));
    }

    private List<S3Names.Piece> listed(List<S3Bucket.Entry> objects, S3Bucket.Entry list) throws IOException {
        ByteBuffer text = ByteBuffer.allocate((int) list.size());
        bucket.read(list.name(), 0, text);
        String folder = list.name().substring(0, list.name().lastIndexOf('/') + 1);
        Set<String> counting = new String(text.array(), US_ASCII)
                .lines()
                .map(last -> folder + last)
                .collect(Collectors.toSet());
        return objects.stream()
                .filter(object -> counting.contains(object.name()))
                .flatMap(object -> S3Names.piece(object).stream())
                .toList();
    }

    /** In order, up to the first gap: what lies behind one is not the blob. */
    private static List<S3Names.Piece> follow(UUID blobId, List<S3Names.Piece> found) throws IOException {
        List<S3Names.Piece> pieces = new ArrayList<>();
        long end = 0;
        for (S3Names.Piece piece : found.stream()
                .sorted(Comparator.comparingLong(S3Names.Piece::from))
                .toList()) {
            if (piece.from() < end) {
                throw new ContentCorruptedException(blobId, -1, "two pieces are stored for one place");
            }
            if (piece.from() > end) {
                break;
            }
            pieces.add(piece);
            end = piece.end();
        }
        return pieces;
    }

    @Override
    public void delete(UUID blobId) throws IOException {
        List<S3Bucket.Entry> objects = bucket.list(names.folder(blobId));
        for (S3Bucket.Entry object : objects) {
            bucket.delete(object.name());
        }
        // A blob that is whole has no parts that wait.
        if (objects.stream().noneMatch(object -> object.name().equals(names.whole(blobId)))) {
            for (S3Bucket.Unfinished upload : bucket.unfinished(names.folder(blobId))) {
                bucket.abort(upload);
            }
        }
    }

    /** Two nodes that begin at the same instant may both write one; the later stays, and both find it when they look again. */
    @Override
    public UUID identity() throws IOException {
        String name = names.identity();
        if (bucket.list(name).isEmpty()) {
            byte[] fresh = Ids.next().toString().getBytes(US_ASCII);
            bucket.put(name, fresh, fresh.length);
        }
        ByteBuffer text = ByteBuffer.allocate(UUID_LENGTH);
        bucket.read(name, 0, text);
        try {
            return UUID.fromString(new String(text.array(), US_ASCII));
        } catch (IllegalArgumentException broken) {
            throw new StoreUnavailableException("the object " + name + " is broken", broken);
        }
    }

    @Override
    public void check() throws IOException {
        impatient.check();
    }

    @Override
    public OptionalLong freeBytes() {
        return OptionalLong.empty();
    }

    @Override
    public Stream<UUID> untouchedSince(Instant instant) throws IOException {
        Map<UUID, Instant> touched = new HashMap<>();
        for (S3Bucket.Entry object : bucket.list(names.prefix())) {
            note(touched, object.name(), object.modified());
        }
        for (S3Bucket.Unfinished upload : bucket.unfinished(names.prefix())) {
            note(touched, upload.name(), bucket.touched(upload));
        }
        return touched.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(instant))
                .map(Map.Entry::getKey)
                .toList()
                .stream();
    }

    private void note(Map<UUID, Instant> touched, String name, Instant at) {
        names.blob(name).ifPresent(blob -> touched.merge(blob, at, (one, other) -> one.isAfter(other) ? one : other));
    }

    @Override
    public void close() {
        bucket.close();
        impatient.close();
    }
}
