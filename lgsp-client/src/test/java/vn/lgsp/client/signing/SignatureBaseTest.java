package vn.lgsp.client.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The general builder against the examples of RFC 9421. */
class SignatureBaseTest {

    /** The shared secret of RFC 9421 appendix B.1.5. */
    private static final String SHARED_SECRET =
            "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";

    /** The request of RFC 9421 appendix B.2. */
    private static final SignableRequest REQUEST = new SignableRequest(
            "POST",
            URI.create("https://example.com/foo?param=Value&Pet=dog"),
            Map.of("Date", "Tue, 20 Apr 2021 02:07:55 GMT", "Content-Type", "application/json"));

    @Test
    void signsTheHmacExampleOfTheRfc() {
        SignatureBase base = new SignatureBase()
                .cover("date", "@authority", "content-type")
                .parameter("created", 1618884473L)
                .parameter("keyid", "test-shared-secret");

        assertThat(base.of(REQUEST))
                .isEqualTo(
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@authority": example.com
                        "content-type": application/json
                        "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret\"""");
        SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(SHARED_SECRET), "HmacSHA256");
        assertThat(RequestSigner.mac(key, base.of(REQUEST))).isEqualTo("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
    }

    @Test
    void derivesEachComponentAsTheRfcShows() {
        SignableRequest request = new SignableRequest(
                "POST", URI.create("https://www.example.com/path?param=value"), Map.of("X-Spaced", "  a b  "));

        assertThat(request.component("@method")).isEqualTo("POST");
        assertThat(request.component("@target-uri")).isEqualTo("https://www.example.com/path?param=value");
        assertThat(request.component("@authority")).isEqualTo("www.example.com");
        assertThat(request.component("@scheme")).isEqualTo("https");
        assertThat(request.component("@request-target")).isEqualTo("/path?param=value");
        assertThat(request.component("@path")).isEqualTo("/path");
        assertThat(request.component("@query")).isEqualTo("?param=value");
        assertThat(request.component("x-spaced")).isEqualTo("a b");
    }

    @Test
    void writesAnAbsentQueryAsAQuestionMark() {
        SignableRequest request = new SignableRequest("GET", URI.create("https://example.com/"), Map.of());

        assertThat(request.component("@query")).isEqualTo("?");
        assertThat(request.component("@target-uri")).isEqualTo("https://example.com/");
    }

    @Test
    void escapesStringParameters() {
        String parameters = new SignatureBase()
                .cover("@method")
                .parameter("keyid", "a\"b\\c")
                .parameters();

        assertThat(parameters).isEqualTo("(\"@method\");keyid=\"a\\\"b\\\\c\"");
    }

    @Test
    void refusesWhatCannotBeSigned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignatureBase().cover("digest").of(REQUEST))
                .withMessageContaining("no component \"digest\"");
        assertThatIllegalArgumentException().isThrownBy(() -> new SignatureBase().cover("@method", "@method"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignatureBase().cover("Date"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignatureBase().parameter("keyid", "khóa"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignatureBase().cover("x").of(withHeader("a\nb")))
                .withMessageContaining("printable ASCII");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignatureBase().cover("@target-uri").of(get("https://example.com/ủy")));
        assertThatIllegalArgumentException().isThrownBy(() -> get("/api/v1/inbox"));
        assertThatIllegalArgumentException().isThrownBy(() -> get("https://user:word@example.com/"));
    }

    private static SignableRequest withHeader(String value) {
        return new SignableRequest("GET", URI.create("https://example.com/"), Map.of("X", value));
    }

    private static SignableRequest get(String uri) {
        return new SignableRequest("GET", URI.create(uri), Map.of());
    }
}
