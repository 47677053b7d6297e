package vn.lgsp.routing.boundary;

import java.io.IOException;
import java.io.OutputStream;

/** A file that a destination takes: decrypted and verified, segment by segment, as it streams. To be closed. */
public interface Download extends AutoCloseable {

    /** Name, kind, bytes and SHA-256. */
    PacketView.FileView file();

    /**
     * Writes a range of the plain content. No byte of a segment is written before the segment was verified.
     *
     * @param from first byte, from 0
     * @param length bytes
     * @throws vn.lgsp.model.error.LgspException CONTENT_CORRUPTED when the stored bytes were changed; the packet is quarantined and both
     *     sides are told (Điều 5.2); UNAVAILABLE when the store does not answer
     * @throws IOException when the reader is gone
     */
    void transferTo(OutputStream out, long from, long length) throws IOException;

    @Override
    void close();
}
