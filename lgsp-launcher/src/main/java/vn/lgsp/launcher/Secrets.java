package vn.lgsp.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Secrets in files that only the owner may read; made once, never printed, never on a command line. */
public final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** The text of a secret file, or empty when there is none. */
    public static Optional<String> read(Path file) throws StartFailure {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.US_ASCII).trim());
        } catch (IOException e) {
            throw new StartFailure(e, StartError.HOME_NOT_WRITABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /** A new secret of 32 random bytes in Base64, written to a new file of mode 600 and to the disk itself. */
    public static String create(Path file) throws StartFailure {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String text = Base64.getEncoder().encodeToString(secret);
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, text + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw StartFailure.ofWriting(file, e);
        }
        return text;
    }
}
