package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnUrlsTest {
    private static final OwnUrls OWN = new OwnUrls(
            () -> List.of(BaseUrl.parse("https://lgsp.example.vn"), BaseUrl.parse("https://lgsp.noi-bo.vn")));

    @ParameterizedTest
    @CsvSource({
        "https://lgsp.example.vn, https://lgsp.example.vn",
        "https://lgsp.example.vn/, https://lgsp.example.vn",
        "HTTPS://LGSP.Example.VN:443, https://lgsp.example.vn",
        "http://lgsp.example.vn:80, http://lgsp.example.vn",
        "https://lgsp.example.vn:80, https://lgsp.example.vn:80",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void addresses_are_normalised(String text, String url) {
        assertThat(BaseUrl.parse(text)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lgsp.example.vn",
                "ftp://lgsp.example.vn",
                "https://lgsp.example.vn/lgsp",
                "https://a@lgsp.example.vn",
                "https://lgsp.example.vn?x",
                "https://lgsp.example.vn#x",
                "https://",
                ""
            })
    void anything_but_scheme_host_and_port_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.parse(text));
    }

    @Test
    void the_host_header_only_decides_what_is_tried_first() {
        assertThat(candidates("lgsp.noi-bo.vn", "10.0.0.1", 8080))
                .containsExactly("https://lgsp.noi-bo.vn", "https://lgsp.example.vn");
        assertThat(candidates("LGSP.EXAMPLE.VN", "10.0.0.1", 8080)).startsWith("https://lgsp.example.vn");
        assertThat(candidates("evil.example", "10.0.0.1", 8080))
                .containsExactly("https://lgsp.example.vn", "https://lgsp.noi-bo.vn");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1, http://127.0.0.1:8080",
        "localhost:8080, 127.0.0.1, http://localhost:8080",
        "LocalHost:8080, 0:0:0:0:0:0:0:1, http://localhost:8080",
        "[::1]:8080, ::1, http://[::1]:8080"
    })
    void a_request_within_this_machine_may_name_it(String host, String listener, String url) {
        assertThat(candidates(host, listener, 8080)).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 10.0.0.1",
        "127.0.0.1:8081, 127.0.0.1",
        "127.0.0.1, 127.0.0.1",
        "127.0.0.2:8080, 127.0.0.1",
        "localhost.evil.example:8080, 127.0.0.1",
        "localhost:8080, localhost",
        "evil.example:8080, 127.0.0.1",
        "localhost:8080@evil.example, 127.0.0.1",
        "localhost:99999, 127.0.0.1"
    })
    void nothing_else_of_the_request_is_believed(String host, String listener) {
        assertThat(candidates(host, listener, 8080))
                .containsExactly("https://lgsp.example.vn", "https://lgsp.noi-bo.vn");
    }

    @Test
    void port_80_is_left_out_within_this_machine_too() {
        assertThat(candidates("localhost", "127.0.0.1", 80)).contains("http://localhost");
        assertThat(candidates("localhost:80", "127.0.0.1", 80)).contains("http://localhost");
    }

    @Test
    void two_host_headers_name_nothing() {
        var request = new TestRequest()
                .header("Host", "localhost:8080")
                .listener("http", "127.0.0.1", 8080)
                .build();

        assertThat(OWN.candidates(request)).hasSize(2);
    }

    private static List<String> candidates(String host, String listener, int port) {
        var request = new TestRequest()
                .without("Host")
                .header("Host", host)
                .listener("http", listener, port)
                .build();
        return OWN.candidates(request).stream().map(BaseUrl::toString).toList();
    }
}
