package vn.lgsp.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path directory;

    @Test
    void everything_in_a_new_home_is_for_its_owner_only() throws Exception {
        Settings settings = settings(Map.of());
        Home home = new Home(settings.home());

        home.prepare(settings);

        for (Path made : new Path[] {home.root(), home.keys(), home.logs(), settings.contentDirectory()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .as(made.toString())
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_disk_with_less_space_than_asked_for_is_refused() throws Exception {
        Settings settings = settings(Map.of("LGSP_MIN_FREE_MIB", Integer.toString(Integer.MAX_VALUE)));

        StartFailure failure =
                catchThrowableOfType(StartFailure.class, () -> new Home(settings.home()).prepare(settings));

        assertThat(failure.error()).isEqualTo(StartError.DISK_FULL);
    }

    @Test
    void a_home_below_a_file_is_refused_with_its_name() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Settings settings =
                Settings.from(Map.of("LGSP_HOME", file.resolve("home").toString()));

        StartFailure failure =
                catchThrowableOfType(StartFailure.class, () -> new Home(settings.home()).prepare(settings));

        assertThat(failure.error()).isEqualTo(StartError.HOME_NOT_WRITABLE);
        assertThat(Texts.in("vi").of(failure)).contains(file.toString());
    }

    @Test
    void a_tree_is_copied_whole_and_deleted_whole_without_following_links() throws IOException {
        Path from = Files.createDirectories(directory.resolve("from/deep"));
        Files.writeString(from.resolve("file"), "text");
        Path kept = Files.writeString(directory.resolve("kept"), "kept");
        Path to = directory.resolve("to");

        Trees.copy(directory.resolve("from"), to);
        Files.createSymbolicLink(to.resolve("link"), kept);
        assertThat(to.resolve("deep/file")).hasContent("text");

        Trees.delete(to);
        assertThat(to).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    private Settings settings(Map<String, String> more) throws StartFailure {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("LGSP_HOME", directory.resolve("home").toString());
        return Settings.from(environment);
    }
}
