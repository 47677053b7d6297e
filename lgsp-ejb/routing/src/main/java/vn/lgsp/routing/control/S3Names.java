package vn.lgsp.routing.control;

import java.util.Optional;
import java.util.UUID;

/**
 * How the objects of a blob are called: {@code <prefix><blob>/whole} for one that came in one go; for one that grew, its pieces
 * {@code <prefix><blob>/<position>-<writer>} and, once it is committed, the list of those that count, {@code <prefix><blob>/pieces}.
 *
 * <p>The writer in the name keeps one who lost the lock and does not know it yet from replacing what his successor has written.
 */
record S3Names(String prefix) {
    private static final String WHOLE = "whole";
    private static final String LIST = "pieces";
    private static final int HEX = 16;

    /** A piece of a blob: the position of its first byte and its size. */
    record Piece(String name, long from, long size) {
        long end() {
            return from + size;
        }
    }

    /** The object that says which store this is. */
    String identity() {
        return prefix + "content-store";
    }

    String folder(UUID blobId) {
        return prefix + blobId + "/";
    }

    String whole(UUID blobId) {
        return folder(blobId) + WHOLE;
    }

    String list(UUID blobId) {
        return folder(blobId) + LIST;
    }

    String piece(UUID blobId, long from, String writer) {
        return folder(blobId) + "%016x-%s".formatted(from, writer);
    }

    /** The blob that an object belongs to; empty for one that is none of ours. */
    Optional<UUID> blob(String name) {
        int end = name.indexOf('/', prefix.length());
        if (!name.startsWith(prefix) || end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(name.substring(prefix.length(), end)));
        } catch (IllegalArgumentException stranger) {
            return Optional.empty();
        }
    }

    /** The piece that an object is; empty for one that is none. */
    static Optional<Piece> piece(S3Bucket.Entry object) {
        String last = object.name().substring(object.name().lastIndexOf('/') + 1);
        if (last.length() <= HEX || last.charAt(HEX) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Piece(object.name(), Long.parseUnsignedLong(last.substring(0, HEX), 16), object.size()));
        } catch (NumberFormatException stranger) {
            return Optional.empty();
        }
    }
}
