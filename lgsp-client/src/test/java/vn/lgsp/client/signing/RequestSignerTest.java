package vn.lgsp.client.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The profile lgsp-1 against the vectors that every implementation shares. */
class RequestSignerTest {

    private static final URI INBOX = URI.create("https://lgsp.example.vn/api/v1/inbox");

    static List<Arguments> vectors() throws IOException {
        try (InputStream in = RequestSignerTest.class.getResourceAsStream("/vectors/lgsp-1.json");
                var reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
                    .map(vector -> Arguments.of(vector.getString("name"), vector))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signsEachVector(String name, JsonObject vector) {
        SignedRequest signed = signer(vector).sign(request(vector));

        assertThat(signed.base()).isEqualTo(vector.getString("base"));
        assertThat(signed.signatureInput()).isEqualTo(vector.getString("signatureInput"));
        assertThat(signed.signature()).isEqualTo(vector.getString("signature"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void hashesTheBodyOfEachVector(String name, JsonObject vector) {
        String expected = vector.getJsonObject("headers").getString("Content-Digest", null);
        String actual = vector.containsKey("body")
                ? ContentDigest.of(vector.getString("body").getBytes(StandardCharsets.UTF_8))
                : null;

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void anotherSecretGivesAnotherSignature(String name, JsonObject vector) {
        RequestSigner other = new RequestSigner(
                vector.getString("accessKey"),
                vector.getString("secret") + "x",
                clock(vector),
                () -> vector.getString("nonce"));

        SignedRequest signed = other.sign(request(vector));

        assertThat(signed.base()).isEqualTo(vector.getString("base"));
        assertThat(signed.signature()).isNotEqualTo(vector.getString("signature"));
    }

    @Test
    void neverUsesANonceTwice() {
        RequestSigner signer = new RequestSigner("K", "s");
        SignableRequest request = new SignableRequest("GET", INBOX, Map.of());

        SignedRequest first = signer.sign(request);
        SignedRequest second = signer.sign(request);

        assertThat(first.signatureInput()).matches(".*;nonce=\"[A-Za-z0-9_-]{22}\";tag=\"lgsp-1\"");
        assertThat(second.signatureInput()).isNotEqualTo(first.signatureInput());
        assertThat(second.signature()).isNotEqualTo(first.signature());
    }

    @Test
    void refusesABodyWithoutItsType() {
        SignableRequest request =
                new SignableRequest("PUT", INBOX, Map.of("content-digest", ContentDigest.of(new byte[0])));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestSigner("K", "s").sign(request))
                .withMessageContaining("Content-Type");
    }

    @Test
    void refusesBlankKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestSigner(" ", "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestSigner("K", ""));
    }

    @Test
    void hashesAFileAsItHashesItsBytes(@TempDir Path folder) throws IOException {
        byte[] content = "Công văn".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("cong-van.txt"), content);

        assertThat(ContentDigest.of(file)).isEqualTo(ContentDigest.of(content));
    }

    @Test
    void findsTheSha256AmongOtherDigests() {
        String digest = ContentDigest.of(new byte[] {1});

        assertThat(ContentDigest.sha256In("md5=:AAAA:, " + digest)).contains(digest);
        assertThat(ContentDigest.sha256In("md5=:AAAA:")).isEmpty();
        assertThat(ContentDigest.sha256In("sha-256=:AAAA:")).isEmpty();
        assertThat(ContentDigest.sha256In(null)).isEmpty();
    }

    private static RequestSigner signer(JsonObject vector) {
        return new RequestSigner(
                vector.getString("accessKey"),
                vector.getString("secret"),
                clock(vector),
                () -> vector.getString("nonce"));
    }

    private static Clock clock(JsonObject vector) {
        return Clock.fixed(Instant.ofEpochSecond(vector.getInt("created")), ZoneOffset.UTC);
    }

    private static SignableRequest request(JsonObject vector) {
        Map<String, String> headers = new HashMap<>();
        vector.getJsonObject("headers")
                .forEach((header, value) -> headers.put(header, ((JsonString) value).getString()));
        return new SignableRequest(vector.getString("method"), URI.create(vector.getString("uri")), headers);
    }
}
