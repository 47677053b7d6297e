package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSignInFileTest {
    @TempDir
    private Path home;

    @Test
    void only_its_owner_can_read_the_note() throws IOException {
        Path note = home.resolve("first-sign-in.txt");
        FirstSignInFile.write(note, "quantri", "abcd-efgh");
        assertThat(note).content().contains("quantri", "abcd-efgh", "Mật khẩu", "Password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_note_of_an_older_installation_is_replaced_and_no_draft_stays() throws IOException {
        Path note = home.resolve("first-sign-in.txt");
        Files.writeString(note, "old");
        FirstSignInFile.write(note, "quantri", "abcd-efgh");
        assertThat(note).content().doesNotContain("old");
        assertThat(home).isDirectoryContaining(path -> path.equals(note));
        assertThat(Files.list(home)).hasSize(1);
    }

    @Test
    void the_random_password_satisfies_the_policy_and_is_never_the_same() {
        String password = FirstSignInFile.randomPassword();
        assertThatCode(() -> new PasswordPolicy().check("quantri", null, password))
                .doesNotThrowAnyException();
        assertThat(FirstSignInFile.randomPassword()).isNotEqualTo(password);
    }
}
