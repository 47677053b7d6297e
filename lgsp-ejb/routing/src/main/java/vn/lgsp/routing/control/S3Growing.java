package vn.lgsp.routing.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A blob that grows: whatever is made durable at once becomes an object of its own, at most 8 MiB. Objects cannot be prolonged, and put
 * together again they would have to be copied; so they stay, and the commit writes the list of those that count.
 */
final class S3Growing extends S3Channel implements ContentStore.Growing, SeekableByteChannel {
    private final S3Bucket bucket;
    private final S3Names names;
    private final UUID blobId;
    private final BlobLocks.Held lock;
    private final String writer;
    private final List<S3Names.Piece> pieces;
    private final S3Buffer buffer = new S3Buffer();
    private int proved;

    /** @param pieces those that are there, one after the other without a gap */
    S3Growing(S3Bucket bucket, S3Names names, UUID blobId, BlobLocks.Held lock, List<S3Names.Piece> pieces) {
        this.bucket = bucket;
        this.names = names;
        this.blobId = blobId;
        this.lock = lock;
        this.writer = UUID.randomUUID().toString().substring(0, 8);
        this.pieces = new ArrayList<>(pieces);
        this.proved = pieces.size();
    }

    @Override
    public SeekableByteChannel channel() {
        return this;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        requireOpen();
        int count = source.remaining();
        while (source.hasRemaining()) {
            buffer.take(source);
            if (buffer.full()) {
                send();
            }
        }
        return count;
    }

    private void send() throws IOException {
        if (buffer.filled() > 0) {
            String name = names.piece(blobId, stored(), writer);
            bucket.put(name, buffer.bytes(), buffer.filled());
            pieces.add(new S3Names.Piece(name, stored(), buffer.filled()));
            buffer.clear();
        }
    }

    private long stored() {
        return pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).end();
    }

    /** Whoever goes on may only begin where something was made durable, or at the beginning. */
    @Override
    public SeekableByteChannel truncate(long newSize) throws IOException {
        requireOpen();
        if (buffer.filled() > 0) {
            throw new IllegalStateException("a blob is cut before it is written to");
        }
        if (newSize < stored()) {
            // The list goes first: what it names is there as long as it is. An empty one says that the blob has begun.
            bucket.put(names.list(blobId), new byte[0], 0);
        }
        while (stored() > newSize) {
            S3Names.Piece last = pieces.get(pieces.size() - 1);
            if (last.from() < newSize) {
                keepBeginning(last, (int) (newSize - last.from()));
            }
            bucket.delete(last.name());
            pieces.remove(last);
        }
        proved = pieces.size();
        return this;
    }

    private void keepBeginning(S3Names.Piece piece, int length) throws IOException {
        ByteBuffer kept = ByteBuffer.allocate(length);
        bucket.read(piece.name(), 0, kept);
        String name = names.piece(blobId, piece.from(), writer);
        bucket.put(name, kept.array(), length);
        pieces.add(pieces.size() - 1, new S3Names.Piece(name, piece.from(), length));
    }

    @Override
    public void force() throws IOException {
        requireOpen();
        send();
        try {
            lock.require();
            proved = pieces.size();
        } catch (StoreUnavailableException lost) {
            withdraw();
            throw lost;
        }
    }

    /** Takes back what may stand beside the work of a successor. */
    private void withdraw() throws IOException {
        while (pieces.size() > proved) {
            bucket.delete(pieces.remove(pieces.size() - 1).name());
        }
    }

    @Override
    public void commit() throws IOException {
        force();
        byte[] list = pieces.stream()
                .map(piece -> piece.name().substring(names.folder(blobId).length()))
                .collect(Collectors.joining("\n"))
                .getBytes(US_ASCII);
        bucket.put(names.list(blobId), list, list.length);
    }

    @Override
    public long position() {
        return size();
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition != size()) {
            throw new IllegalArgumentException("a blob grows at its end only");
        }
        return this;
    }

    @Override
    public long size() {
        return stored() + buffer.filled();
    }

    @Override
    public int read(ByteBuffer target) {
        throw new NonReadableChannelException();
    }

    @Override
    public void close() throws IOException {
        super.close();
        lock.close();
    }
}
