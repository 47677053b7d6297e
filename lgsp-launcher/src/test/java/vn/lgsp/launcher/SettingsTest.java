package vn.lgsp.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void an_empty_environment_listens_on_the_loopback_and_embeds_the_database() throws StartFailure {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.database()).isEmpty();
        assertThat(settings.databasePort()).isEmpty();
        assertThat(settings.home()).isEqualTo(Path.of("var").toAbsolutePath());
    }

    @Test
    void content_and_key_lie_in_the_home_unless_an_absolute_path_says_otherwise() throws StartFailure {
        Settings settings = Settings.from(Map.of("LGSP_HOME", "/srv/lgsp", "LGSP_CONTENT_DIR", "/big/content"));

        assertThat(settings.masterKeyFile()).isEqualTo(Path.of("/srv/lgsp/keys/master.key"));
        assertThat(settings.contentDirectory()).isEqualTo(Path.of("/big/content"));
    }

    @Test
    void a_blank_value_counts_as_none() throws StartFailure {
        assertThat(Settings.from(Map.of("LGSP_HTTP_PORT", " ", "LGSP_DB_URL", ""))
                        .httpPort())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://127.0.0.1:8080",
        "'::', http://127.0.0.1:8080",
        "::1, http://[::1]:8080",
        "lgsp.example, http://lgsp.example:8080"
    })
    void the_address_of_the_node_can_be_called_whatever_it_listens_on(String host, String url) throws StartFailure {
        assertThat(Settings.from(Map.of("LGSP_HTTP_HOST", host)).nodeUrl()).isEqualTo(url);
    }

    @Test
    void the_public_address_loses_its_last_slash() throws StartFailure {
        assertThat(Settings.from(Map.of("LGSP_PUBLIC_URL", "https://lgsp.example/"))
                        .publicUrl())
                .isEqualTo("https://lgsp.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "eighty", "80 80"})
    void a_port_that_is_none_is_refused_by_name(String port) {
        StartFailure failure = refused(Map.of("LGSP_HTTP_PORT", port));

        assertThat(failure.error()).isEqualTo(StartError.SETTING_INVALID);
        assertThat(failure.arguments()).contains("LGSP_HTTP_PORT", port);
    }

    @Test
    void port_0_is_any_free_port_and_part_of_the_address() throws StartFailure {
        Settings settings = Settings.from(Map.of("LGSP_HTTP_PORT", "0"));

        assertThat(settings.httpPort()).isPositive();
        assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:" + settings.httpPort());
    }

    @Test
    void an_own_database_has_address_and_account_in_settings_of_their_own() throws StartFailure {
        Settings settings = Settings.from(Map.of(
                "LGSP_DB_URL", "postgresql://db:5432/lgsp", "LGSP_DB_USER", "app", "LGSP_DB_PASSWORD", "secret"));

        assertThat(settings.database())
                .contains(new Settings.OwnDatabase("jdbc:postgresql://db:5432/lgsp", "app", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/lgsp",
                "postgresql://app:secret@db/lgsp",
                "jdbc:postgresql://db/lgsp?user=app&password=secret"
            })
    void an_address_of_another_database_or_with_a_password_in_it_is_refused_without_repeating_it(String url) {
        StartFailure failure = refused(Map.of("LGSP_DB_URL", url));

        assertThat(failure.error()).isEqualTo(StartError.SETTING_INVALID);
        assertThat(Texts.in("vi").of(failure)).contains("LGSP_DB_URL").doesNotContain("secret");
    }

    @Test
    void a_password_is_never_part_of_a_text() {
        assertThat(new Settings.OwnDatabase("jdbc:postgresql://db/lgsp", "app", "secret"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void without_a_port_there_is_no_listener_for_tls() throws StartFailure {
        assertThat(Settings.from(Map.of()).tls()).isEmpty();
        assertThat(Settings.from(Map.of("LGSP_TLS_PORT", "0")).tls()).isEmpty();
    }

    @Test
    void the_listener_for_tls_listens_where_the_other_does_and_finds_its_files_in_the_home() throws StartFailure {
        Settings.Tls tls = Settings.from(Map.of(
                        "LGSP_HOME", "/srv/lgsp",
                        "LGSP_HTTP_HOST", "10.0.0.5",
                        "LGSP_TLS_PORT", "8443",
                        "LGSP_TLS_TRUST", "ca/one.pem, /etc/ssl/two.pem,",
                        "LGSP_TLS_KEY_STORE", "keys/tls.p12",
                        "LGSP_TLS_KEY_STORE_PASSWORD", "secret"))
                .tls()
                .orElseThrow();

        assertThat(tls.host()).isEqualTo("10.0.0.5");
        assertThat(tls.port()).isEqualTo(8443);
        assertThat(tls.trust()).containsExactly(Path.of("/srv/lgsp/ca/one.pem"), Path.of("/etc/ssl/two.pem"));
        assertThat(tls.keyStore()).contains(Path.of("/srv/lgsp/keys/tls.p12"));
        assertThat(tls).asString().isEqualTo("https://10.0.0.5:8443").doesNotContain("secret");
    }

    @Test
    void a_port_for_tls_that_is_none_is_refused_by_name() {
        assertThat(refused(Map.of("LGSP_TLS_PORT", "tls")).arguments()).contains("LGSP_TLS_PORT", "tls");
    }

    private static StartFailure refused(Map<String, String> environment) {
        return catchThrowableOfType(StartFailure.class, () -> Settings.from(environment));
    }
}
