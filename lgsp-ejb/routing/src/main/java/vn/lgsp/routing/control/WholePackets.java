package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.routing.boundary.SmallPacket;

/** Checks packets that come whole, as far as the database is not needed for it. */
@ApplicationScoped
public class WholePackets {
    private static final int LONGEST_TYPE = 127;

    @Inject
    private Grants grants;

    @Inject
    private SmallContent small;

    /**
     * Checks one of the packets of a request.
     *
     * @param caller who sends it
     * @param index its place in the request
     * @param maxFiles how many files a packet may have
     * @throws LgspException REQUEST_INVALID naming the fields, TOO_MANY_FILES, FILE_NAME_INVALID, CONTENT_MISMATCH
     */
    public WholePacket check(Caller caller, int index, SmallPacket packet, int maxFiles) {
        grants.requireWellFormed(packet.request());
        if (packet.policy() != null) {
            Planner.requireSensible(packet.policy().notBefore(), packet.policy().deadline(), Journal.now());
        }
        List<SmallPacket.SmallFile> given = packet.files();
        if (given == null || given.isEmpty()) {
            throw invalid("files", "items", 1, maxFiles);
        }
        if (given.size() > maxFiles) {
            throw new LgspException(ErrorCode.TOO_MANY_FILES, maxFiles);
        }
        List<WholePacket.File> files = new ArrayList<>(given.size());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            WholePacket.File file = file("files[" + i + "]", given.get(i));
            if (!names.add(file.name())) {
                throw invalid("files[" + i + "].name", "duplicate");
            }
            files.add(file);
        }
        return new WholePacket(caller, index, packet.request(), packet.policy(), files, hash(packet, files));
    }

    private WholePacket.File file(String field, SmallPacket.SmallFile file) {
        if (file == null || file.content() == null) {
            throw invalid(field + ".content", "required");
        }
        if (file.content().length > small.most()) {
            throw invalid(field + ".content", "bytes", small.most());
        }
        if (file.mediaType() != null
                && (file.mediaType().isBlank() || file.mediaType().length() > LONGEST_TYPE)) {
            throw invalid(field + ".mediaType", "length", 1, LONGEST_TYPE);
        }
        if (file.mediaType() != null && file.mediaType().chars().anyMatch(Character::isISOControl)) {
            throw invalid(field + ".mediaType", "control-character");
        }
        String name = file.name() == null ? null : Normalizer.normalize(file.name(), Normalizer.Form.NFC);
        Intake.requireName(name);
        Digest digest = Digest.ofContent(file.content());
        if (file.digest() != null && !file.digest().equals(digest)) {
            throw new LgspException(ErrorCode.CONTENT_MISMATCH, name, digest);
        }
        return new WholePacket.File(name, file.mediaType(), file.content(), digest);
    }

    private static byte[] hash(SmallPacket packet, List<WholePacket.File> files) {
        if (packet.request().idempotencyKey() == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(Grants.canonical(packet.request()));
        text.append("\u0000whole\u0000").append(packet.policy());
        for (WholePacket.File file : files) {
            text.append('\u0000').append(file.name()).append('\u0000').append(file.mediaType());
            text.append('\u0000').append(file.digest());
        }
        return IdempotencyKeys.hash(text.toString());
    }

    private static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }
}
