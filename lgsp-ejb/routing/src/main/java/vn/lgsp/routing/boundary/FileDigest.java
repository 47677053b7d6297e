package vn.lgsp.routing.boundary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.PacketFile;

/** The digest that one side names for a file. */
public record FileDigest(String name, Digest digest) {

    /**
     * Compares what one side names with what the platform stored.
     *
     * @param different the code of the refusal when a digest differs; its arguments are name and stored digest
     * @throws LgspException CONTENT_MISSING naming a file that is missing, surplus or named twice; or {@code different}
     */
    public static void requireSame(List<FileDigest> named, List<PacketFile> stored, ErrorCode different) {
        Map<String, PacketFile> left = new HashMap<>();
        stored.forEach(file -> left.put(file.name(), file));
        for (FileDigest claim : named) {
            PacketFile file = left.remove(claim.name());
            if (file == null) {
                throw new LgspException(ErrorCode.CONTENT_MISSING, claim.name());
            }
            if (!file.digest().equals(claim.digest())) {
                throw new LgspException(different, file.name(), file.digest());
            }
        }
        if (!left.isEmpty() || stored.isEmpty()) {
            throw new LgspException(
                    ErrorCode.CONTENT_MISSING,
                    left.keySet().stream().sorted().findFirst().orElse("–"));
        }
    }
}
