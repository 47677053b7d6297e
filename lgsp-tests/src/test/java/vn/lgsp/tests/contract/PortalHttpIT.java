package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The portal over HTTP, for whoever has not signed in")
class PortalHttpIT {
    private static final String SIGN_IN = "/dang-nhap";

    private final PlatformProcess platform = SharedPlatform.get();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @DisplayName("one policy, without anything inline, and no session for a stranger")
    void headers() throws Exception {
        HttpResponse<byte[]> page = get(SIGN_IN);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("content-security-policy")).hasSize(1);
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("set-cookie")).isEmpty();
        assertThat(page.headers().firstValue("x-request-id")).isPresent();
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    @DisplayName("pages come compressed to whoever takes it, and are the same")
    void compressed() throws Exception {
        HttpResponse<byte[]> plain = get("/assets/portal.css");
        HttpResponse<byte[]> compressed = get("/assets/portal.css", "Accept-Encoding", "gzip");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept-Encoding"));
        assertThat(compressed.body().length).isLessThan(plain.body().length / 3);
        assertThat(unzip(compressed.body())).isEqualTo(plain.body());
    }

    @Test
    @DisplayName("an error page is not said to be compressed")
    void errorPages() throws Exception {
        HttpResponse<byte[]> page = get("/khong-co-trang-nay.xhtml", "Accept-Encoding", "gzip");
        assertThat(page.headers().firstValue("content-encoding").isEmpty()
                        || new String(unzip(page.body()), StandardCharsets.UTF_8).contains("</html>"))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("asks for sign-in")
    @ValueSource(
            strings = {
                "/",
                "/goi-tin",
                "/goi-tin.xhtml",
                "/thu-vien",
                "/xuat/csv?trang=/goi-tin",
                "/tra-cuu/nhanh?q=so",
                "/tra-cuu/don-vi?q=so",
                "/index.xhtml"
            })
    void signInFirst(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElseThrow()).startsWith("/portal" + SIGN_IN);
    }

    @Test
    @DisplayName("a form from elsewhere is refused")
    void foreignForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.base() + "/portal" + SIGN_IN))
                .header("Origin", "https://example.org")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=a"))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.base() + "/portal" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzip(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
}
