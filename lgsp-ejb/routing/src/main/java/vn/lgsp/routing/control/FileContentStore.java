package vn.lgsp.routing.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.lgsp.model.Ids;

/**
 * Keeps blobs as files in one directory, spread over 256 folders by the last two digits of their ids. A blob is written beside its final
 * place and moved there when it is durable, so that what has a final name is whole.
 */
public final class FileContentStore implements ContentStore {
    private static final String UNFINISHED = ".part";

    /** Tells a directory of content from the empty place where its disk should be. */
    private static final String MARK = "content-store";

    private final Set<UUID> growing = ConcurrentHashMap.newKeySet();
    private final Path directory;

    /** Prepares the directory, which need not exist. */
    public FileContentStore(Path directory) {
        this.directory = directory.toAbsolutePath();
        try {
            Files.createDirectories(this.directory);
            Files.writeString(mark(), Ids.next().toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException marked) {
            // By an earlier start, or by another node.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UUID identity() throws IOException {
        try {
            return UUID.fromString(Files.readString(mark()));
        } catch (NoSuchFileException | IllegalArgumentException missing) {
            throw away(missing);
        }
    }

    @Override
    public void check() throws IOException {
        if (!marked() || !Files.isWritable(directory)) {
            throw away(null);
        }
    }

    @Override
    public OptionalLong freeBytes() throws IOException {
        return OptionalLong.of(Files.getFileStore(directory).getUsableSpace());
    }

    private Path mark() {
        return directory.resolve(MARK);
    }

    private boolean marked() {
        return Files.exists(mark());
    }

    private StoreUnavailableException away(Throwable cause) {
        return new StoreUnavailableException("the directory of content is away or cannot be written", cause);
    }

    @Override
    public Writing create(UUID blobId) throws IOException {
        Path target = path(blobId);
        Files.createDirectories(target.getParent());
        Path part = part(target);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FileWriting(channel, part, target);
    }

    @Override
    public Growing begin(UUID blobId) throws IOException {
        Path target = path(blobId);
        Files.createDirectories(target.getParent());
        Files.createFile(part(target));
        syncDirectory(target.getParent());
        syncDirectory(directory);
        return resume(blobId).orElseThrow(() -> new IOException("blob " + blobId + " is new and yet locked"));
    }

    /**
     * Goes on. The system's lock keeps other processes out and goes with a process that dies; it knows nothing of other channels of the same
     * process, and is lost when one of those is closed, so that this process keeps its own account.
     */
    @Override
    public Optional<Growing> resume(UUID blobId) throws IOException {
        if (!growing.add(blobId)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        Optional<Growing> opened = Optional.empty();
        try {
            Path target = path(blobId);
            channel = openToGrow(target);
            if (channel.tryLock() != null) {
                opened = Optional.of(new FileGrowing(channel, part(target), target, () -> growing.remove(blobId)));
            }
            return opened;
        } finally {
            if (opened.isEmpty()) {
                if (channel != null) {
                    channel.close();
                }
                growing.remove(blobId);
            }
        }
    }

    private static FileChannel openToGrow(Path target) throws IOException {
        try {
            return FileChannel.open(part(target), StandardOpenOption.WRITE);
        } catch (NoSuchFileException moved) {
            return FileChannel.open(target, StandardOpenOption.WRITE);
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + UNFINISHED);
    }

    @Override
    public SeekableByteChannel open(UUID blobId) throws IOException {
        try {
            return FileChannel.open(path(blobId), StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw marked() ? missing : away(missing);
        }
    }

    @Override
    public void delete(UUID blobId) throws IOException {
        Files.deleteIfExists(path(blobId));
        Files.deleteIfExists(part(path(blobId)));
    }

    @Override
    public Stream<UUID> untouchedSince(Instant instant) throws IOException {
        return Files.find(
                        directory,
                        2,
                        (path, attributes) -> attributes.isRegularFile()
                                && !path.getParent().equals(directory)
                                && attributes.lastModifiedTime().toInstant().isBefore(instant))
                .map(path -> path.getFileName().toString().replace(UNFINISHED, ""))
                .map(UUID::fromString);
    }

    private Path path(UUID blobId) {
        String name = blobId.toString();
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static void syncDirectory(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private record FileWriting(FileChannel file, Path part, Path target) implements Writing {

        @Override
        public WritableByteChannel channel() {
            return file;
        }

        @Override
        public void commit() throws IOException {
            file.force(true);
            file.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            syncDirectory(target.getParent());
            syncDirectory(target.getParent().getParent());
        }

        @Override
        public void close() throws IOException {
            file.close();
            Files.deleteIfExists(part);
        }
    }

    private record FileGrowing(FileChannel channel, Path part, Path target, Runnable atEnd) implements Growing {

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        /** Moves it to its final place, under the lock still: whoever waits for that sees a blob that is done. */
        @Override
        public void commit() throws IOException {
            channel.force(true);
            if (Files.exists(part)) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                syncDirectory(target.getParent());
            }
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                atEnd.run();
            }
        }
    }
}
