package vn.lgsp.client.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** SHA-256 digests in the notation of RFC 9530 section 2: {@code sha-256=:base64:}. */
public final class ContentDigest {

    private static final String PREFIX = "sha-256=:";
    private static final int BASE64_LENGTH = 44;
    private static final int BUFFER_BYTES = 64 * 1024;

    private ContentDigest() {}

    /**
     * The digest of bytes in memory.
     *
     * @param content the bytes; may be empty
     */
    public static String of(byte[] content) {
        return format(sha256().digest(content));
    }

    /**
     * The digest of a file, read once in small pieces.
     *
     * @throws IOException when the file cannot be read
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return format(digest.digest());
    }

    /**
     * Writes a raw SHA-256 in the notation of the header.
     *
     * @param sha256 32 bytes
     */
    public static String format(byte[] sha256) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes, not " + sha256.length);
        }
        return PREFIX + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    /**
     * Finds the SHA-256 in a {@code Content-Digest} or {@code Repr-Digest} header, which may name several algorithms.
     *
     * @param header the header's value; null is the same as an empty one
     * @return the digest in its normal form, or nothing when the header names no well-formed SHA-256
     */
    public static Optional<String> sha256In(String header) {
        if (header == null) {
            return Optional.empty();
        }
        for (String member : header.split(",", 16)) {
            String candidate = member.strip();
            if (candidate.startsWith(PREFIX)
                    && candidate.endsWith(":")
                    && candidate.length() == PREFIX.length() + BASE64_LENGTH + 1) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** A fresh SHA-256, for content that is hashed while it streams. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}
