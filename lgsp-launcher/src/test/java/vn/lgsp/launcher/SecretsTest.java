package vn.lgsp.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void a_new_secret_is_32_bytes_for_the_owner_only_and_reads_back_the_same() throws Exception {
        Path file = directory.resolve("keys/db.password");

        String secret = Secrets.create(file);

        assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
        assertThat(Secrets.read(file)).contains(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void an_existing_secret_is_never_overwritten() throws Exception {
        Path file = directory.resolve("db.password");
        String first = Secrets.create(file);

        assertThatThrownBy(() -> Secrets.create(file)).isInstanceOf(StartFailure.class);
        assertThat(Secrets.read(file)).contains(first);
    }

    @Test
    void no_file_is_no_secret() throws StartFailure {
        assertThat(Secrets.read(directory.resolve("none"))).isEmpty();
    }
}
