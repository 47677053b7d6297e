package vn.lgsp.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals content as its bytes arrive (Điều 8.3): encrypts in segments of 64 KiB, computes SHA-256 of the plaintext and counts. Memory is two
 * segments whatever the size. Only {@link #finish} makes the content complete: what was closed without it is refused by
 * {@link SegmentInput}.
 *
 * <p>The channel stays the caller's to force and close. Not safe for several threads.
 */
public final class SegmentOutput extends OutputStream {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WritableByteChannel sink;
    private final SecretKey key;
    private final UUID fileId;
    private final SegmentFormat.Place place;
    private final long limit;
    private final Cipher cipher = SegmentFormat.cipher();
    private final MessageDigest sha256;
    private final byte[] plain = new byte[SegmentFormat.SEGMENT];
    private final byte[] sealed = new byte[SegmentFormat.SEALED];
    private final byte[] nonce = new byte[SegmentFormat.NONCE];
    private int filled;
    private long size;
    private long index;
    private boolean over;

    /**
     * Begins and writes the header.
     *
     * @param sink where the sealed bytes go, from its current position
     * @param key the packet's key; must stay open until this stream is finished
     * @param fileId the file's id, authenticated with each segment
     * @param limit the largest size allowed, bytes
     * @throws IOException when the header cannot be written
     */
    public SegmentOutput(WritableByteChannel sink, ContentKey key, UUID fileId, long limit) throws IOException {
        this(sink, key, fileId, limit, javaSha256());
        writeFully(SegmentFormat.header());
    }

    private SegmentOutput(WritableByteChannel sink, ContentKey key, UUID fileId, long limit, MessageDigest sha256) {
        this.sink = Objects.requireNonNull(sink);
        this.key = key.forCipher();
        this.fileId = fileId;
        this.place = new SegmentFormat.Place(fileId);
        this.limit = limit;
        this.sha256 = sha256;
    }

    /**
     * Begins content that can be interrupted; see {@link #suspend}.
     *
     * @param sink where the sealed bytes go, from its current position
     * @param key the packet's key; must stay open until this stream is closed
     * @param fileId the file's id, authenticated with each segment
     * @param limit the largest size allowed, bytes
     * @return the stream
     * @throws IOException when the header cannot be written
     */
    public static SegmentOutput resumable(WritableByteChannel sink, ContentKey key, UUID fileId, long limit)
            throws IOException {
        var begun = new SegmentOutput(sink, key, fileId, limit, new ResumableSha256());
        begun.writeFully(SegmentFormat.header());
        return begun;
    }

    /**
     * Goes on after an interruption. Whatever the sink holds beyond the state given is cut off.
     *
     * @param sink the sealed bytes so far
     * @param key the packet's key; must stay open until this stream is closed
     * @param fileId the id that the content was begun with
     * @param limit the largest size allowed, bytes
     * @param size the size of the content when it was suspended, bytes
     * @param suspended what {@link #suspend} returned
     * @return the stream
     * @throws ContentCorruptedException when the state is not that of this content, or less is stored than it says
     * @throws IOException when the sink fails
     */
    public static SegmentOutput resume(
            SeekableByteChannel sink, ContentKey key, UUID fileId, long limit, long size, byte[] suspended)
            throws IOException {
        var state = Suspension.open(suspended, key.forCipher(), fileId, size);
        var end = SegmentFormat.HEADER + state.index() * SegmentFormat.SEALED;
        if (sink.size() < end) {
            throw new ContentCorruptedException(
                    fileId, state.index(), "%d bytes are stored, %d were sealed".formatted(sink.size(), end));
        }
        sink.truncate(end);
        sink.position(end);
        var resumed = new SegmentOutput(sink, key, fileId, limit, new ResumableSha256(state.digest()));
        resumed.index = state.index();
        resumed.size = size;
        resumed.filled = state.tail().length;
        System.arraycopy(state.tail(), 0, resumed.plain, 0, resumed.filled);
        Arrays.fill(state.tail(), (byte) 0);
        return resumed;
    }

    private static MessageDigest javaSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /**
     * Takes more content.
     *
     * @throws ContentTooLargeException when the content would pass the limit; nothing of {@code bytes} was taken
     * @throws IOException when the sink fails, or after {@link #finish} or {@link #close}
     */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireOpen();
        if (length > limit - size) {
            throw new ContentTooLargeException(limit);
        }
        sha256.update(bytes, offset, length);
        size += length;
        var from = offset;
        var left = length;
        while (left > 0) {
            // A full segment is sealed only when more content follows: the last one is marked as such.
            if (filled == SegmentFormat.SEGMENT) {
                seal(plain, 0, filled, false);
                filled = 0;
            }
            if (filled == 0 && left > SegmentFormat.SEGMENT) {
                seal(bytes, from, SegmentFormat.SEGMENT, false);
                from += SegmentFormat.SEGMENT;
                left -= SegmentFormat.SEGMENT;
            } else {
                var taken = Math.min(left, SegmentFormat.SEGMENT - filled);
                System.arraycopy(bytes, from, plain, filled, taken);
                filled += taken;
                from += taken;
                left -= taken;
            }
        }
    }

    /**
     * Seals the last segment. The stream takes nothing more.
     *
     * @return size and digest of the content
     * @throws IOException when the sink fails, or when the stream is finished or closed already
     */
    public SealedContent finish() throws IOException {
        requireOpen();
        seal(plain, 0, filled, true);
        close();
        return new SealedContent(size, sha256.digest(), SegmentFormat.storedSize(size));
    }

    /**
     * The state from which {@link #resume} goes on, sealed under the same key. It stands for everything taken so far, once the sink is
     * durable; the stream can take more.
     *
     * @return the sealed state, at most 64 KiB and a little more
     * @throws IOException when the stream is finished or closed
     * @throws IllegalStateException when the content was not begun by {@link #resumable}
     */
    public byte[] suspend() throws IOException {
        requireOpen();
        if (!(sha256 instanceof ResumableSha256 resumable)) {
            throw new IllegalStateException("This content was not begun to be suspended.");
        }
        return new Suspension(index, resumable.state(), Arrays.copyOf(plain, filled)).seal(key, fileId, size);
    }

    /** @return bytes of content taken so far */
    public long size() {
        return size;
    }

    /** Ends without completing the content, unless {@link #finish} did; erases the buffer. The channel is not closed. */
    @Override
    public void close() {
        over = true;
        Arrays.fill(plain, (byte) 0);
    }

    private void seal(byte[] bytes, int offset, int length, boolean last) throws IOException {
        RANDOM.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, SegmentFormat.NONCE);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(SegmentFormat.TAG * 8, nonce));
            cipher.updateAAD(place.of(index, last));
            var written = cipher.doFinal(bytes, offset, length, sealed, SegmentFormat.NONCE);
            index++;
            writeFully(ByteBuffer.wrap(sealed, 0, SegmentFormat.NONCE + written));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a segment.", e);
        }
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            sink.write(bytes);
        }
    }

    private void requireOpen() throws IOException {
        if (over) {
            throw new IOException("The content was finished or closed.");
        }
    }
}
