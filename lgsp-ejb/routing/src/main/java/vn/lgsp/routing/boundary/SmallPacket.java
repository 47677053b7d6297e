package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import vn.lgsp.model.Digest;

/**
 * A packet that a source sends whole: request, content and policy together (Điều 8.2–8.4). Nothing is checked yet: every part may be null or
 * wrong.
 *
 * @param notBefore not to be announced earlier; null for at once
 * @param deadline to be confirmed by then; null for the platform's own limit
 * @param files all of them small
 */
public record SmallPacket(PacketRequest request, Instant notBefore, Instant deadline, List<SmallFile> files) {

    /**
     * A file with its bytes.
     *
     * @param mediaType null counts as application/octet-stream
     * @param digest what the source computed; null where it relies on the signature of the request, which covers the bytes
     */
    public record SmallFile(String name, String mediaType, byte[] content, Digest digest) {}
}
