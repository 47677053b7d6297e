package vn.lgsp.tests.platform;

import static org.assertj.core.api.Assertions.assertThat;

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
