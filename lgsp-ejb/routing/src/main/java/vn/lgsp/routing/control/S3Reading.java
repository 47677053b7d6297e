package vn.lgsp.routing.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * A blob being read, from any position. Bytes are fetched ahead: little after a jump, more as long as the reading goes straight on, at most
 * 4 MiB.
 */
final class S3Reading extends S3Channel implements SeekableByteChannel {
    private static final int FIRST = 128 * 1024;
    private static final int MOST = 4 * 1024 * 1024;

    private final S3Bucket bucket;
    private final List<S3Names.Piece> pieces;
    private final long size;
    private ByteBuffer ahead = ByteBuffer.allocate(0);
    private long aheadFrom;
    private int next = FIRST;
    private long position;

    /** @param pieces one after the other without a gap, from position 0 */
    S3Reading(S3Bucket bucket, List<S3Names.Piece> pieces) {
        this.bucket = bucket;
        this.pieces = pieces;
        this.size = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).end();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (position >= size) {
            return -1;
        }
        long inside = position - aheadFrom;
        if (inside < 0 || inside >= ahead.limit()) {
            fetch();
            inside = 0;
        }
        int count = (int) Math.min(target.remaining(), ahead.limit() - inside);
        target.put(ahead.duplicate().position((int) inside).limit((int) inside + count));
        position += count;
        return count;
    }

    private void fetch() throws IOException {
        next = position == aheadFrom + ahead.limit() && position > 0 ? Math.min(MOST, next * 2) : FIRST;
        S3Names.Piece piece =
                pieces.stream().filter(one -> position < one.end()).findFirst().orElseThrow();
        int count = (int) Math.min(next, piece.end() - position);
        // Kept only when all of it has come.
        ByteBuffer fresh = ahead.capacity() >= count ? ahead.clear().limit(count) : ByteBuffer.allocate(count);
        ahead = ByteBuffer.allocate(0);
        bucket.read(piece.name(), position - piece.from(), fresh);
        ahead = fresh.flip();
        aheadFrom = position;
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        requireOpen();
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public void close() throws IOException {
        super.close();
        ahead = ByteBuffer.allocate(0);
    }
}
