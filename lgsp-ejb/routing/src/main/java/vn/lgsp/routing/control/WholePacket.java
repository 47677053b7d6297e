package vn.lgsp.routing.control;

import java.util.List;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.PolicyChoice;

/**
 * A packet that came whole and is in order as far as can be told without the database.
 *
 * @param caller who sends it
 * @param index its place among those that are sent together
 * @param policy null for none
 * @param hash tells whether two of them are the same
 */
public record WholePacket(
        Caller caller, int index, PacketRequest request, PolicyChoice policy, List<File> files, byte[] hash) {

    /** A file; {@code mediaType} may be null. */
    public record File(String name, String mediaType, byte[] content, Digest digest) {}

    /** The key under which the source may repeat it; null when it gave none. */
    public String key() {
        return request.idempotencyKey();
    }

    /** The same at another place. */
    public WholePacket at(int place) {
        return new WholePacket(caller, place, request, policy, files, hash);
    }

    /** Bytes of all files. */
    long size() {
        return files.stream().mapToLong(file -> file.content().length).sum();
    }
}
