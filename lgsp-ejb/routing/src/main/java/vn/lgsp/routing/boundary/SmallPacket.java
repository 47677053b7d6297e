package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.model.Digest;

/**
 * A packet that a source sends whole: request, content and policy together (Điều 8.2–8.4). Nothing is checked yet: every part may be null or
 * wrong.
 *
 * @param policy what the source chooses; null where it leaves that to the data type and the platform
 * @param files all of them small
 */
public record SmallPacket(PacketRequest request, PolicyChoice policy, List<SmallFile> files) {

    /**
     * A file with its bytes.
     *
     * @param mediaType null counts as application/octet-stream
     * @param digest what the source computed; null where it relies on the signature of the request, which covers the bytes
     */
    public record SmallFile(String name, String mediaType, byte[] content, Digest digest) {}
}
