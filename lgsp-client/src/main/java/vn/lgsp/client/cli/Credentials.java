package vn.lgsp.client.cli;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import vn.lgsp.client.transport.JsonRecords;
import vn.lgsp.client.transport.Texts;

/**
 * Who asks, and where.
 *
 * @param endpoint address of the platform
 * @param accessKey the application's access key
 * @param secret its secret
 * @param agency identifier code of its agency; may be null
 */
record Credentials(URI endpoint, String accessKey, String secret, String agency) {

    private static final long LARGEST = 64 * 1024;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /**
     * Reads a file of credentials, which only its owner may read or write.
     *
     * @throws UsageException when it is not there, open to others, or not understood
     */
    static Credentials load(Path file, Texts texts) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new UsageException(texts, "credentials-missing", file.toString());
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new UsageException(texts, "credentials-open", file.toString());
            }
            try (InputStream in = Files.newInputStream(file);
                    var reader = JsonRecords.json().createReader(in)) {
                return of(reader.readObject());
            }
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException wrong) {
            throw new UsageException(texts, "credentials-wrong", file.toString());
        } catch (IOException unreadable) {
            throw new LocalFailureException(texts, unreadable);
        }
    }

    private static Credentials of(JsonObject object) {
        return new Credentials(
                URI.create(object.getString("endpoint")),
                object.getString("accessKey"),
                object.getString("secret"),
                object.getString("agency", null));
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return accessKey + " @ " + endpoint;
    }
}
