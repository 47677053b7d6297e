package vn.lgsp.authentication.control;

import org.greenbytes.http.sfv.ByteSequenceItem;

/** The bytes of a byte sequence. */
final class Octets {
    private Octets() {}

    static byte[] of(ByteSequenceItem item) {
        var buffer = item.get().duplicate();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
