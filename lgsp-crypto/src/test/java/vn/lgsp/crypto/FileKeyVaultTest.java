package vn.lgsp.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeyVaultTest {
    private static final byte[] SECRET = "mật khẩu của một ứng dụng".getBytes(UTF_8);

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void createKey() throws IOException {
        file = home.resolve("keys/master.key");
        FileKeyVault.create(file);
    }

    @Test
    void created_key_is_for_its_owner_only_and_leaves_no_draft() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        try (var list = Files.list(file.getParent())) {
            assertThat(list).containsExactly(file);
        }
    }

    @Test
    void an_existing_key_is_never_overwritten() throws IOException {
        var before = Files.readAllBytes(file);

        assertThatThrownBy(() -> FileKeyVault.create(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void what_was_wrapped_opens_again_also_after_a_restart() {
        var wrapped = FileKeyVault.open(file).wrap(SECRET, "secret:1");

        assertThat(FileKeyVault.open(file).unwrap(wrapped, "secret:1")).isEqualTo(SECRET);
    }

    @Test
    void the_same_secret_wrapped_twice_looks_different_and_never_contains_it() {
        var vault = FileKeyVault.open(file);

        var first = vault.wrap(SECRET, "secret:1");

        assertThat(first).isNotEqualTo(vault.wrap(SECRET, "secret:1"));
        assertThat(new String(first, UTF_8)).doesNotContain("mật");
    }

    @Test
    void another_context_does_not_open_it() {
        var vault = FileKeyVault.open(file);
        var wrapped = vault.wrap(SECRET, "secret:1");

        assertThatExceptionOfType(KeyVaultException.class).isThrownBy(() -> vault.unwrap(wrapped, "secret:2"));
    }

    @Test
    void every_changed_bit_is_noticed() {
        var vault = FileKeyVault.open(file);
        var wrapped = vault.wrap(SECRET, "secret:1");

        for (var i = 0; i < wrapped.length; i++) {
            var changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(KeyVaultException.class)
                    .as("byte " + i)
                    .isThrownBy(() -> vault.unwrap(changed, "secret:1"));
        }
        assertThatExceptionOfType(KeyVaultException.class).isThrownBy(() -> vault.unwrap(new byte[10], "secret:1"));
    }

    @Test
    void what_may_have_been_changed_is_tried_without_an_exception() {
        var vault = FileKeyVault.open(file);
        var wrapped = vault.wrap(SECRET, "secret:1");

        assertThat(vault.tryUnwrap(wrapped, "secret:1")).contains(SECRET);
        assertThat(vault.tryUnwrap(wrapped, "secret:2")).isEmpty();
        wrapped[wrapped.length - 1] ^= 1;
        assertThat(vault.tryUnwrap(wrapped, "secret:1")).isEmpty();
        assertThat(vault.tryUnwrap(new byte[0], "secret:1")).isEmpty();
    }

    @Test
    void another_master_key_does_not_open_it_and_the_message_names_both() throws IOException {
        var other = home.resolve("other.key");
        FileKeyVault.create(other);
        var wrapped = FileKeyVault.open(file).wrap(SECRET, "secret:1");

        assertThatExceptionOfType(KeyVaultException.class)
                .isThrownBy(() -> FileKeyVault.open(other).unwrap(wrapped, "secret:1"))
                .withMessageContaining(FileKeyVault.open(file).masterKeyId())
                .withMessageContaining(FileKeyVault.open(other).masterKeyId());
    }

    @Test
    void the_id_is_stable_and_is_no_part_of_the_key() throws IOException {
        var id = FileKeyVault.open(file).masterKeyId();

        assertThat(id).matches("[0-9a-f]{8}").isEqualTo(FileKeyVault.open(file).masterKeyId());
        assertThat(Files.readString(file)).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
    void a_key_open_to_others_is_refused(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(KeyVaultException.class)
                .isThrownBy(() -> FileKeyVault.open(file))
                .withMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "not base64 at all!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nsecond line\n"})
    void a_file_that_is_no_key_is_refused_without_quoting_it(String content) throws IOException {
        Files.writeString(file, content);

        assertThatExceptionOfType(KeyVaultException.class)
                .isThrownBy(() -> FileKeyVault.open(file))
                .withMessageContaining("is not a master key")
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Test
    void a_missing_key_says_to_restore_the_backup() {
        assertThatExceptionOfType(KeyVaultException.class)
                .isThrownBy(() -> FileKeyVault.open(home.resolve("none.key")))
                .withMessageContaining("restore");
    }
}
