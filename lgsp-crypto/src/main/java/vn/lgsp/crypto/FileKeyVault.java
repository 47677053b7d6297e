package vn.lgsp.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * A vault whose master key lies in a file: 32 bytes in Base64 on one line. Where the file system knows POSIX permissions, the file must
 * not be accessible to group or others.
 */
public final class FileKeyVault implements KeyVault {
    private static final int MAX_FILE_SIZE = 128;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final MasterKey key;

    private FileKeyVault(MasterKey key) {
        this.key = key;
    }

    /**
     * Loads the master key.
     *
     * @param file the key file
     * @return the vault
     * @throws KeyVaultException when the file is missing, readable by others, or does not hold a key; the message says what to do
     */
    public static FileKeyVault open(Path file) {
        byte[] content = null;
        byte[] bytes = null;
        try {
            requireOwnerOnly(file);
            if (Files.size(file) > MAX_FILE_SIZE) {
                throw new KeyVaultException("%s is not a master key: it is too long.".formatted(file));
            }
            content = Files.readAllBytes(file);
            bytes = decode(content, file);
            return new FileKeyVault(new MasterKey(bytes));
        } catch (NoSuchFileException e) {
            throw new KeyVaultException(
                    "There is no master key at %s: restore it from its backup; without it stored content and secrets stay closed."
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new KeyVaultException("The master key %s cannot be read: %s".formatted(file, e.getMessage()), e);
        } finally {
            erase(content);
            erase(bytes);
        }
    }

    /**
     * Makes a new master key. An existing file is never overwritten, and a crash leaves either no key or a whole one.
     *
     * @param file where the key will lie; missing directories are made, for the owner only
     * @throws FileAlreadyExistsException when there is a file already
     * @throws IOException when the file cannot be written
     */
    public static void create(Path file) throws IOException {
        var target = file.toAbsolutePath();
        var directory = target.getParent();
        Files.createDirectories(directory, attributes(directory, OWNER_DIRECTORY));
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        var draft = directory.resolve(target.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try {
            writeRandomKey(draft, attributes(directory, OWNER_ONLY));
            publish(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceDirectory(directory);
    }

    @Override
    public String masterKeyId() {
        return key.id();
    }

    @Override
    public byte[] wrap(byte[] plaintext, String context) {
        return key.wrap(plaintext, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String context) {
        return key.unwrap(wrapped, context);
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        var permissions = view.readAttributes().permissions();
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new KeyVaultException("The master key %s is open to others (%s): run chmod 600 on it."
                    .formatted(file, PosixFilePermissions.toString(permissions)));
        }
    }

    private static byte[] decode(byte[] content, Path file) {
        var end = content.length;
        while (end > 0 && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
            end--;
        }
        var line = Arrays.copyOf(content, end);
        try {
            var bytes = Base64.getDecoder().decode(line);
            if (bytes.length != MasterKey.LENGTH) {
                erase(bytes);
                throw new KeyVaultException("%s is not a master key: it must be 32 bytes in Base64.".formatted(file));
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            // The cause would quote characters of the key.
            throw new KeyVaultException("%s is not a master key: it must be one line of Base64.".formatted(file));
        } finally {
            erase(line);
        }
    }

    private static void writeRandomKey(Path draft, FileAttribute<?>[] attributes) throws IOException {
        var bytes = new byte[MasterKey.LENGTH];
        new SecureRandom().nextBytes(bytes);
        var encoded = Base64.getEncoder().encode(bytes);
        try (var channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), attributes)) {
            for (var part : new ByteBuffer[] {ByteBuffer.wrap(encoded), ByteBuffer.wrap("\n".getBytes(US_ASCII))}) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            channel.force(true);
        } finally {
            erase(bytes);
            erase(encoded);
        }
    }

    /** A hard link appears at once and never replaces a file; a move is the next best where links are unknown. */
    private static void publish(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, target);
        }
    }

    private static void forceDirectory(Path directory) throws IOException {
        if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
            try (var channel = FileChannel.open(directory)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path where, Set<PosixFilePermission> permissions) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static void erase(byte[] bytes) {
        if (bytes != null) {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
