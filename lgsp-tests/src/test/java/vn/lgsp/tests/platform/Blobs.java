package vn.lgsp.tests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The encrypted files of a platform, as the disk shows them; those of an S3 store lie in a folder for each blob. */
public record Blobs(Path directory) {

    /** All files, unfinished ones too. */
    public List<Path> all() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                // One went away while we looked.
                return all();
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that belong to this blob: none, the finished one, or one that is being written. */
    public List<Path> of(UUID blob) {
        return all().stream()
                .filter(file -> file.getFileName().toString().startsWith(blob.toString())
                        || file.getParent().endsWith(blob.toString()))
                .toList();
    }

    /** Inverts one bit in the middle of a blob: what a tired disk does. */
    public void damage(UUID blob) {
        Path file = of(blob).get(0);
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
