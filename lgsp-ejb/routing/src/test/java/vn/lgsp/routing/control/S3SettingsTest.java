package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file with the keys of an S3-compatible store")
class S3SettingsTest {
    private static final String SECRET = "khoa-bi-mat";

    @TempDir
    private Path directory;

    @Test
    @DisplayName("is read when nobody else can read it")
    void ownerOnly() throws IOException {
        Properties read = S3Settings.read(file("rw-------", "access-key=a\nsecret-key=" + SECRET + "\n"));
        assertThat(read).containsEntry("access-key", "a").containsEntry("secret-key", SECRET);
    }

    @Test
    @DisplayName("is refused when others can, when it is missing and when it is not well-formed; the key is not told")
    void refused() throws IOException {
        Path open = file("rw-r-----", "secret-key=" + SECRET);
        assertThatThrownBy(() -> S3Settings.read(open))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("600");
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> S3Settings.read(missing)).isInstanceOf(IllegalStateException.class);
        Path broken = file("rw-------", "secret-key=\\u12" + SECRET);
        assertThatThrownBy(() -> S3Settings.read(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining(SECRET);
    }

    private Path file(String mode, String text) throws IOException {
        Path file = Files.createTempFile(directory, "keys", "");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
