package vn.lgsp.crypto;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Opens sealed content, whole or in ranges (Điều 9.3). Each segment is verified before the first of its bytes is handed on; only the
 * segments of the range are read. Memory is two segments whatever the size.
 *
 * <p>The channel stays the caller's to close. Not safe for several threads.
 */
public final class SegmentInput implements AutoCloseable {
    private final SeekableByteChannel channel;
    private final SecretKey key;
    private final UUID fileId;
    private final long size;
    private final SegmentFormat.Place place;
    private final Cipher cipher = SegmentFormat.cipher();
    private final byte[] sealed = new byte[SegmentFormat.SEALED];
    private final byte[] plain = new byte[SegmentFormat.SEGMENT];

    private SegmentInput(SeekableByteChannel channel, ContentKey key, UUID fileId, long size) {
        this.channel = channel;
        this.key = key.forCipher();
        this.fileId = fileId;
        this.size = size;
        this.place = new SegmentFormat.Place(fileId);
    }

    /**
     * Opens content.
     *
     * @param channel the stored bytes, from position 0
     * @param key the packet's key; must stay open while content is taken
     * @param fileId the id given when the content was sealed
     * @param plaintextSize the recorded size of the content, bytes
     * @return the opened content
     * @throws ContentCorruptedException when header or length are not what that size needs
     * @throws IOException when the channel fails
     */
    public static SegmentInput open(SeekableByteChannel channel, ContentKey key, UUID fileId, long plaintextSize)
            throws IOException {
        if (plaintextSize < 0 || plaintextSize > Long.MAX_VALUE / 2) {
            throw new IllegalArgumentException("No content has " + plaintextSize + " bytes.");
        }
        var input = new SegmentInput(channel, key, fileId, plaintextSize);
        input.requireHeader();
        input.requireLength();
        return input;
    }

    /** @return size of the content, bytes */
    public long size() {
        return size;
    }

    /**
     * Verifies, decrypts and hands on a range.
     *
     * @param out where the content goes
     * @param from first byte of the range, from 0
     * @param length bytes of the range
     * @throws IndexOutOfBoundsException when the range is not inside the content
     * @throws ContentCorruptedException when a segment is not what was sealed; bytes of the segments before it were handed on
     * @throws IOException when the channel or {@code out} fails
     */
    public void transferTo(OutputStream out, long from, long length) throws IOException {
        if (from < 0 || length < 0 || length > size - from) {
            throw new IndexOutOfBoundsException("Bytes %d to %d+%d of %d.".formatted(from, from, length, size));
        }
        if (length == 0 && size > 0) {
            return;
        }
        var segment = from / SegmentFormat.SEGMENT;
        channel.position(SegmentFormat.HEADER + segment * SegmentFormat.SEALED);
        var skip = (int) (from % SegmentFormat.SEGMENT);
        var left = length;
        do {
            var opened = open(segment);
            var taken = (int) Math.min(left, opened - skip);
            out.write(plain, skip, taken);
            left -= taken;
            skip = 0;
            segment++;
        } while (left > 0);
    }

    /** Erases the buffers. The channel is not closed. */
    @Override
    public void close() {
        Arrays.fill(plain, (byte) 0);
    }

    /** Reads the segment at the channel's position into {@link #plain} and returns its length. */
    private int open(long segment) throws IOException {
        var last = segment == SegmentFormat.segments(size) - 1;
        var length = last ? (int) (size - segment * SegmentFormat.SEGMENT) : SegmentFormat.SEGMENT;
        var stored = length + SegmentFormat.OVERHEAD;
        try {
            readFully(ByteBuffer.wrap(sealed, 0, stored));
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(SegmentFormat.TAG * 8, sealed, 0, SegmentFormat.NONCE));
            cipher.updateAAD(place.of(segment, last));
            return cipher.doFinal(sealed, SegmentFormat.NONCE, stored - SegmentFormat.NONCE, plain, 0);
        } catch (AEADBadTagException e) {
            throw new ContentCorruptedException(fileId, segment, "changed, out of place, or sealed under another key");
        } catch (EOFException e) {
            throw new ContentCorruptedException(fileId, segment, "cut off while it was read");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a segment.", e);
        }
    }

    private void requireHeader() throws IOException {
        var header = ByteBuffer.allocate(SegmentFormat.HEADER);
        channel.position(0);
        try {
            readFully(header);
        } catch (EOFException e) {
            throw new ContentCorruptedException(fileId, -1, "the file is shorter than its header");
        }
        if (!header.flip().equals(SegmentFormat.header())) {
            throw new ContentCorruptedException(fileId, -1, "the header is not that of sealed content, version 1");
        }
    }

    private void requireLength() throws IOException {
        var expected = SegmentFormat.storedSize(size);
        var found = channel.size();
        if (found < expected) {
            var segment = (found - SegmentFormat.HEADER) / SegmentFormat.SEALED;
            throw new ContentCorruptedException(
                    fileId, segment, "cut off: %d bytes are stored, %d were sealed".formatted(found, expected));
        }
        if (found > expected) {
            throw new ContentCorruptedException(
                    fileId,
                    SegmentFormat.segments(size),
                    "prolonged: %d bytes are stored, %d were sealed".formatted(found, expected));
        }
    }

    private void readFully(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
    }
}
