package vn.lgsp.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private final String text = Configuration.text(6000, Path.of("/srv/o'clock/log"));

    @Test
    void what_was_answered_is_on_the_disk() {
        assertThat(text).contains("fsync = on", "synchronous_commit = on", "full_page_writes = on");
    }

    @Test
    void nobody_outside_this_machine_can_connect() {
        assertThat(text).contains("listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "port = 6000");
    }

    @Test
    void a_quote_in_the_path_does_not_end_the_value() {
        assertThat(text).contains("log_directory = '/srv/o''clock/log'");
    }

    @Test
    void the_server_fills_in_its_own_placeholders() {
        assertThat(text).contains("log_filename = 'postgresql-%a.log'", "log_line_prefix = '%m [%p] %q%u@%d '");
    }
}
