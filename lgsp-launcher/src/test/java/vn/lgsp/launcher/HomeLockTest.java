package vn.lgsp.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    private Path directory;

    @Test
    void a_second_start_is_refused_and_told_who_is_first() throws StartFailure {
        Path file = directory.resolve("lgsp.lock");
        try (HomeLock first = HomeLock.take(file, "http://127.0.0.1:8080")) {
            assertThat(first).isNotNull();

            StartFailure failure =
                    catchThrowableOfType(StartFailure.class, () -> HomeLock.take(file, "http://127.0.0.1:8081"));

            assertThat(failure.error()).isEqualTo(StartError.ALREADY_RUNNING);
            assertThat(Texts.in("en").of(failure))
                    .contains(Long.toString(ProcessHandle.current().pid()), "http://127.0.0.1:8080");
        }
    }

    @Test
    void the_lock_is_free_after_the_first_has_gone_and_a_leftover_file_does_not_matter() throws Exception {
        Path file = directory.resolve("lgsp.lock");
        Files.writeString(file, "4711 http://127.0.0.1:9999 with a long line from long ago");
        HomeLock.take(file, "http://127.0.0.1:8080").close();

        try (HomeLock second = HomeLock.take(file, "http://127.0.0.1:8081")) {
            assertThat(second).isNotNull();
            assertThat(file).content().endsWith("http://127.0.0.1:8081\n").doesNotContain("long ago");
        }
    }
}
