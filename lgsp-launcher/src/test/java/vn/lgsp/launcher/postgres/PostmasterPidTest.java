package vn.lgsp.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.launcher.postgres.PostmasterPid.Verdict;

class PostmasterPidTest {

    private static final Path DATA = Path.of("/srv/lgsp/postgresql/data");
    private static final List<String> OURS =
            List.of("/srv/lgsp/postgresql/bin-17/bin/postgres", "-D", "/srv/lgsp/postgresql/data");

    @TempDir
    private Path directory;

    @Test
    void without_the_file_there_is_nothing_to_do() {
        assertThat(judge(false, Optional.empty(), List.of())).isEqualTo(Verdict.NONE);
    }

    @Test
    void a_living_server_on_the_same_data_was_left_behind() {
        assertThat(judge(true, Optional.of(new PostmasterPid(42)), OURS)).isEqualTo(Verdict.ALIVE);
    }

    @Test
    void a_dead_process_leaves_a_stale_file() {
        assertThat(judge(true, Optional.of(new PostmasterPid(42)), List.of())).isEqualTo(Verdict.STALE);
    }

    @Test
    void another_program_under_the_same_number_is_left_alone() {
        assertThat(judge(true, Optional.of(new PostmasterPid(42)), List.of("/usr/bin/vi", DATA.toString())))
                .isEqualTo(Verdict.STALE);
    }

    @Test
    void a_server_on_other_data_is_left_alone() {
        List<String> other = List.of("/usr/lib/postgresql/17/bin/postgres", "-D", "/var/lib/postgresql/17/main");

        assertThat(judge(true, Optional.of(new PostmasterPid(42)), other)).isEqualTo(Verdict.STALE);
    }

    @Test
    void an_unreadable_file_is_stale() {
        assertThat(judge(true, Optional.empty(), OURS)).isEqualTo(Verdict.STALE);
    }

    @Test
    void the_first_line_is_the_process() throws Exception {
        Files.writeString(directory.resolve("postmaster.pid"), "6945\n/srv/data\n1795379256\n54320\n\n127.0.0.1\n");

        assertThat(PostmasterPid.readFrom(directory)).contains(new PostmasterPid(6945));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x\n"})
    void a_file_that_was_cut_off_by_a_crash_names_no_process(String text) throws Exception {
        Files.writeString(directory.resolve("postmaster.pid"), text);

        assertThat(PostmasterPid.readFrom(directory)).isEmpty();
    }

    @Test
    void the_system_tells_the_command_line_of_a_living_process_only() {
        assertThat(PostmasterPid.commandLineOf(ProcessHandle.current().pid())).isNotEmpty();
        assertThat(PostmasterPid.commandLineOf(Integer.MAX_VALUE)).isEmpty();
    }

    private static Verdict judge(boolean exists, Optional<PostmasterPid> content, List<String> commandLine) {
        return PostmasterPid.judge(DATA, exists, content, pid -> commandLine);
    }
}
