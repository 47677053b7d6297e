package vn.lgsp.routing.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps blobs as files in {@code lgsp.content.dir}, spread over 256 folders by the last two digits of their ids. A blob is written beside
 * its final place and moved there when it is durable, so that what has a final name is whole.
 */
@ApplicationScoped
public class FileContentStore implements ContentStore {
    private static final String UNFINISHED = ".part";

    @Inject
    @ConfigProperty(name = "lgsp.content.dir", defaultValue = "var/content")
    private String setting;

    private Path directory;

    @PostConstruct
    void prepare() {
        try {
            directory = Path.of(setting).toAbsolutePath();
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Writing create(UUID blobId) throws IOException {
        Path target = path(blobId);
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(blobId + UNFINISHED);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FileWriting(channel, part, target);
    }

    @Override
    public SeekableByteChannel open(UUID blobId) throws IOException {
        return FileChannel.open(path(blobId), StandardOpenOption.READ);
    }

    @Override
    public void delete(UUID blobId) throws IOException {
        Files.deleteIfExists(path(blobId));
        Files.deleteIfExists(path(blobId).resolveSibling(blobId + UNFINISHED));
    }

    @Override
    public Stream<UUID> untouchedSince(Instant instant) throws IOException {
        return Files.find(
                        directory,
                        2,
                        (path, attributes) -> attributes.isRegularFile()
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
}
