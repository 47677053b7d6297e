package vn.lgsp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://lgsp.example.vn", "https://lgsp.example.vn/", "http://127.0.0.1:8080", "http://[::1]:1"
            })
    void takesSafeAddresses(String address) {
        assertThat(new Endpoint(URI.create(address), false).at("/api/v1/time").getPath())
                .isEqualTo("/api/v1/time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lgsp.example.vn",
                "http://127.0.0.1.example.vn",
                "ftp://lgsp.example.vn",
                "lgsp.example.vn",
                "https://user@lgsp.example.vn",
                "https://lgsp.example.vn/?a=b",
                "https:///api"
            })
    void refusesUnsafeOnes(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(URI.create(address), false));
    }

    @Test
    void takesPlainHttpElsewhereOnlyWhenAllowed() {
        assertThat(new Endpoint(URI.create("http://10.1.2.3:8080"), true)).hasToString("http://10.1.2.3:8080");
    }

    @Test
    void followsAddressesByTheirPath() {
        Endpoint endpoint = new Endpoint(URI.create("https://gate.example.vn/lgsp"), false);

        assertThat(endpoint.pathOf("https://elsewhere.example/api/v1/spaces/1/files/a%20b?x=1"))
                .isEqualTo("/api/v1/spaces/1/files/a%20b?x=1");
        assertThat(endpoint.pathOf("/lgsp/api/v1/time")).isEqualTo("/api/v1/time");
        assertThat(endpoint.at("/api/v1/time")).hasToString("https://gate.example.vn/lgsp/api/v1/time");
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint.pathOf("https://elsewhere.example/admin"));
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint.pathOf("/api/../admin"));
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint.pathOf("not an address"));
    }

    @Test
    void encodesAllButUnreservedCharacters() {
        assertThat(Endpoint.encode("Công văn+1/2.pdf~-_")).isEqualTo("C%C3%B4ng%20v%C4%83n%2B1%2F2.pdf~-_");
    }
}
