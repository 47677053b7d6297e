package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.authentication.boundary.SignatureExplanation;
import vn.lgsp.authentication.boundary.SignatureExplanation.Outcome;
import vn.lgsp.authentication.boundary.SignatureExplanation.Slip;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.model.Ids;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.model.registry.Environment;

/** What the signature debugger says of pasted requests. */
class ExplanationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TARGET = "https://lgsp.example.vn/api/v1/agencies?q=S%E1%BB%9F";

    @TempDir
    Path home;

    private Verification verification;
    private StoredKey key;
    private String secret;

    @BeforeEach
    void issueKey() throws IOException {
        FileKeyVault.create(home.resolve("master.key"));
        var vault = FileKeyVault.open(home.resolve("master.key"));
        secret = KeyFormat.newSecret(Environment.TEST);
        var id = Ids.next();
        key = new StoredKey(
                id,
                KeyFormat.newAccessKey(Environment.TEST),
                new UUID(7, 7),
                Environment.TEST,
                "hmac-sha256",
                vault.wrap(secret.getBytes(US_ASCII), Verification.context(id)),
                null,
                "abcd",
                NOW,
                null,
                null,
                AllowedNetworks.parse(null),
                KeyScope.all());
        verification = new Verification(
                List.of(new MessageSignatureScheme(() -> Duration.ofSeconds(300))),
                new OwnUrls(() -> List.of(BaseUrl.parse("https://lgsp.example.vn"))),
                new OneKey(),
                vault,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new AuthenticationLog());
    }

    @Test
    void a_right_signature_is_right_and_shown_line_by_line() {
        var found = explain(base(), secret.getBytes(US_ASCII));

        assertThat(found.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(found.text()).isEqualTo(base());
        assertThat(found.secondsOff()).isEqualTo(-30);
        assertThat(found.windowSeconds()).isEqualTo(300);
        assertThat(found.slips()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Slip.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BODY_LEFT_OUT", "KEY_NOT_DERIVED"})
    void each_usual_mistake_is_found(Slip slip) {
        var base = base();
        var key = secret.getBytes(US_ASCII);
        switch (slip) {
            case CRLF -> base = base.replace("\n", "\r\n");
            case LINE_BREAK_AT_END -> base = base + "\n";
            case OTHER_PROTOCOL -> base = base.replace("https://", "http://");
            case OTHER_HOST -> base = base.replace("https://lgsp.example.vn/", "https://10.0.0.5:8443/");
            case QUERY_LEFT_OUT -> base = base.replace("?q=S%E1%BB%9F", "");
            case ENCODING_UNDONE ->
                base = base.replace(
                        "S%E1%BB%9F",
                        new String(
                                "Sở".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.ISO_8859_1));
            case METHOD_IN_LOWER_CASE -> base = base.replace(": GET", ": get");
            case PARAMETERS_LEFT_OUT -> base = base.substring(0, base.lastIndexOf('\n'));
            case SECRET_DECODED -> key = Base64.getUrlDecoder().decode(secret.substring(13, 56));
            case SECRET_WITH_LINE_BREAK -> key = (secret + "\n").getBytes(US_ASCII);
            case SECRET_WITHOUT_PREFIX -> key = secret.substring(13).getBytes(US_ASCII);
            case BODY_LEFT_OUT, KEY_NOT_DERIVED -> throw new IllegalArgumentException("not in this scheme");
        }

        var found = explain(base, key);

        assertThat(found.outcome()).isEqualTo(Outcome.EXPLAINED);
        assertThat(found.slips()).containsExactly(slip);
    }

    @Test
    void two_mistakes_at_once_are_found() {
        var found = explain(
                base().replace("\n", "\r\n").replace("https://", "http://"), (secret + "\n").getBytes(US_ASCII));

        assertThat(found.slips())
                .containsExactlyInAnyOrder(Slip.CRLF, Slip.OTHER_PROTOCOL, Slip.SECRET_WITH_LINE_BREAK);
    }

    @Test
    void another_secret_stays_unexplained() {
        var found = explain(base(), KeyFormat.newSecret(Environment.TEST).getBytes(US_ASCII));

        assertThat(found.outcome()).isEqualTo(Outcome.WRONG);
    }

    @Test
    void a_key_of_others_is_not_tried_and_looks_like_one_that_does_not_exist() {
        var pasted = PastedRequest.parse(request(base(), secret.getBytes(US_ASCII), ""));
        var unknown = PastedRequest.parse(request(base(), secret.getBytes(US_ASCII), "")
                .replace(key.accessKey(), KeyFormat.newAccessKey(Environment.TEST)));

        assertThat(verification.explain(pasted, any -> false).outcome()).isEqualTo(Outcome.KEY_OUT_OF_REACH);
        assertThat(verification.explain(unknown, any -> true).outcome()).isEqualTo(Outcome.KEY_OUT_OF_REACH);
    }

    @Test
    void what_cannot_be_read_is_refused_as_the_platform_would() {
        var found = verification.explain(PastedRequest.parse("GET " + TARGET), any -> true);

        assertThat(found.outcome()).isEqualTo(Outcome.NOT_READ);
        assertThat(found.refusal().code()).isEqualTo(ErrorCode.SIGNATURE_MISSING);
    }

    @Test
    void the_lines_of_curl_are_read_as_they_are() {
        var text = request(base(), secret.getBytes(US_ASCII), "");
        var curl = "> " + text.replace("\n", "\n> ");

        assertThat(verification.explain(PastedRequest.parse(curl), any -> true).outcome())
                .isEqualTo(Outcome.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "không phải yêu cầu", "GET / HTTP/1.1\nkhông có dấu hai chấm", "GETTTTTTTTTTTTTT /"})
    void what_is_no_request_is_refused(String text) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> PastedRequest.parse(text))
                .satisfies(e -> assertThat(e.fields()).extracting("field").containsExactly("request"));
    }

    @Test
    void a_long_text_is_refused() {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> PastedRequest.parse("GET / \n" + "a".repeat(70_000)));
    }

    private SignatureExplanation explain(String base, byte[] with) {
        return verification.explain(PastedRequest.parse(request(base, with, "")), any -> true);
    }

    private String base() {
        return "\"@method\": GET\n\"@target-uri\": " + TARGET + "\n\"@signature-params\": " + parameters();
    }

    private String parameters() {
        return "(\"@method\" \"@target-uri\");created=%d;keyid=\"%s\";alg=\"hmac-sha256\";nonce=\"0123456789\";tag=\"lgsp-1\""
                .formatted(NOW.getEpochSecond() - 30, key.accessKey());
    }

    private String request(String base, byte[] with, String body) {
        return """
                GET /api/v1/agencies?q=S%%E1%%BB%%9F HTTP/1.1
                Host: 10.0.0.5:8443
                Signature-Input: lgsp=%s
                Signature: lgsp=:%s:

                %s"""
                .formatted(parameters(), Base64.getEncoder().encodeToString(TestRequest.hmac(with, base)), body);
    }

    /** The one key there is. */
    private final class OneKey implements KeySource {
        @Override
        public Optional<StoredKey> remembered(String accessKey) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredKey> read(String accessKey) {
            return key.accessKey().equals(accessKey) ? Optional.of(key) : Optional.empty();
        }

        @Override
        public void remember(StoredKey good) {
            // Nothing is remembered.
        }
    }
}
