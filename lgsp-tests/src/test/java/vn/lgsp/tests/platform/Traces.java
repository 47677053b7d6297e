package vn.lgsp.tests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a request could have left behind in the database and on disk, remembered before it is sent. */
public final class Traces {
    private final PlatformProcess platform;
    private final Map<String, Long> rows;
    private final List<Path> blobs;

    private Traces(PlatformProcess platform) {
        this.platform = platform;
        this.rows = platform.database().rows();
        this.blobs = platform.blobs().all();
    }

    /** Looks before. */
    public static Traces before(PlatformProcess platform) {
        return new Traces(platform);
    }

    /** The files at or below a place in which a text stands as it is. */
    public static List<Path> of(String text, Path place) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new Blobs(place)
                .all().stream().filter(file -> contains(file, bytes)).toList();
    }

    private static boolean contains(Path file, String bytes) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows before, by table. */
    public Map<String, Long> rows() {
        return rows;
    }

    /** Looks again: no row more or less, no file more. */
    public void assertNothingLeft() {
        assertThat(platform.database().rows()).as("rows").isEqualTo(rows);
        assertThat(blobs)
                .as("files before, of those after")
                .containsAll(platform.blobs().all());
    }
}
