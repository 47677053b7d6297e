package vn.lgsp.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The directory of everything the platform keeps, and what lies where in it. */
public record Home(Path root) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final long MEBIBYTE = 1024L * 1024L;

    public Path lockFile() {
        return root.resolve("lgsp.lock");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path postgresql() {
        return root.resolve("postgresql");
    }

    /** Working files of the application server; made new at each start. */
    public Path server() {
        return root.resolve("server");
    }

    /** Keys of the listener for TLS; made new at each start. */
    public Path tls() {
        return root.resolve("tls");
    }

    /** Credentials and files of the demonstration. */
    public Path demo() {
        return root.resolve("demo");
    }

    /** Creates what is missing, for the owner only, and asks for enough free space. */
    public void prepare(Settings settings) throws StartFailure {
        createPrivate(root);
        createPrivate(keys());
        createPrivate(logs());
        createPrivate(settings.contentDirectory());
        if (!Files.isWritable(root)) {
            throw new StartFailure(StartError.HOME_NOT_WRITABLE, root, "read-only");
        }
        requireFreeSpace(root, settings.minimumFreeMebibytes());
        requireFreeSpace(settings.contentDirectory(), settings.minimumFreeMebibytes());
    }

    /** Creates a directory that only the owner may enter; one that exists keeps its permissions. */
    public static void createPrivate(Path directory) throws StartFailure {
        try {
            if (!Files.isDirectory(directory)) {
                FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
                Files.createDirectories(directory, ownerOnly);
            }
        } catch (IOException e) {
            throw StartFailure.ofWriting(directory, e);
        }
    }

    private static void requireFreeSpace(Path directory, long minimumMebibytes) throws StartFailure {
        try {
            long free = Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
            if (free < minimumMebibytes) {
                throw new StartFailure(StartError.DISK_FULL, directory, free, minimumMebibytes);
            }
        } catch (IOException e) {
            throw StartFailure.ofWriting(directory, e);
        }
    }
}
