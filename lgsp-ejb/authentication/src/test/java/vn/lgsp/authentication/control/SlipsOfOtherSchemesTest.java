package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.authentication.boundary.SignatureExplanation;
import vn.lgsp.authentication.boundary.SignatureExplanation.Outcome;
import vn.lgsp.authentication.boundary.SignatureExplanation.Slip;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.registry.Environment;

/** What the signature debugger says of AWS Signature V4, OAuth 1.0a and the header of older software. */
class SlipsOfOtherSchemesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String BODY = "a=1&title=S%E1%BB%9F";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path home;

    private Verification verification;
    private StoredKey key;
    private String secret;

    @BeforeEach
    void issueKey() throws IOException {
        FileKeyVault.create(home.resolve("master.key"));
        var vault = FileKeyVault.open(home.resolve("master.key"));
        var keys = new CountedKeys();
        secret = KeyFormat.newSecret(Environment.TEST);
        key = CountedKeys.issued(vault, secret, "hmac-sha256", NOW);
        keys.stored.put(key.accessKey(), key);
        verification = new Verification(
                Schemes.all(() -> Duration.ofSeconds(300)),
                new OwnUrls(() -> List.of(BaseUrl.parse("https://lgsp.example.vn"))),
                keys,
                vault,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new AuthenticationLog());
    }

    @Test
    void a_right_signature_v4_is_shown_as_its_canonical_request() {
        var found = explain(aws(canonical(), derived(secret)));

        assertThat(found.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(found.scheme()).isEqualTo(SignatureScheme.SIGNATURE_V4);
        assertThat(found.text()).isEqualTo(canonical());
        assertThat(found.windowSeconds()).isEqualTo(900);
        assertThat(found.bodyFits()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Slip.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OTHER_PROTOCOL", "PARAMETERS_LEFT_OUT"})
    void mistakes_with_signature_v4_are_found(Slip slip) {
        var text = canonical();
        var signing = derived(secret);
        switch (slip) {
            case CRLF -> text = text.replace("\n", "\r\n");
            case LINE_BREAK_AT_END -> text = text + "\n";
            case OTHER_HOST -> text = text.replace("host:lgsp.example.vn", "host:10.0.0.5:8443");
            case QUERY_LEFT_OUT -> text = text.replace("q=S%E1%BB%9F", "");
            case ENCODING_UNDONE -> text = text.replace("S%E1%BB%9F", "Sở");
            case METHOD_IN_LOWER_CASE -> text = text.replace("POST\n", "post\n");
            case BODY_LEFT_OUT -> text = text.replace(hex(BODY), hex(""));
            case KEY_NOT_DERIVED -> signing = secret.getBytes(US_ASCII);
            case SECRET_DECODED -> signing = derived(Base64.getUrlDecoder().decode(secret.substring(13, 56)));
            case SECRET_WITH_LINE_BREAK -> signing = derived(secret + "\n");
            case SECRET_WITHOUT_PREFIX -> signing = derived(secret.substring(13));
            case OTHER_PROTOCOL, PARAMETERS_LEFT_OUT -> throw new IllegalArgumentException("not in this scheme");
        }

        var found = explain(aws(text, signing));

        assertThat(found.outcome()).isEqualTo(Outcome.EXPLAINED);
        assertThat(found.slips()).containsExactly(slip);
    }

    @Test
    void a_line_break_that_was_lost_when_the_body_was_pasted_does_not_matter() {
        var text = canonical().replace(hex(BODY), hex(BODY + "\n"));

        assertThat(explain(aws(text, derived(secret))).outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(explain(aws(text.replace("POST\n", "post\n"), derived(secret)))
                        .slips())
                .containsExactly(Slip.METHOD_IN_LOWER_CASE);
        assertThat(explain(aws(canonical().replace(hex(BODY), hex(BODY + " ")), derived(secret)))
                        .outcome())
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void a_right_oauth_signature_is_shown_as_its_base_string() {
        var found = explain(oauth(oauthBase("POST", "https://lgsp.example.vn", true, true), secret + "&"));

        assertThat(found.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(found.scheme()).isEqualTo(SignatureScheme.OAUTH1);
        assertThat(found.text()).isEqualTo(oauthBase("POST", "https://lgsp.example.vn", true, true));
        assertThat(found.bodyFits()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Slip.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARAMETERS_LEFT_OUT", "ENCODING_UNDONE", "CRLF", "SECRET_DECODED"})
    void mistakes_with_oauth_are_found(Slip slip) {
        var own = "https://lgsp.example.vn";
        var base = oauthBase("POST", own, true, true);
        var signing = secret + "&";
        switch (slip) {
            case LINE_BREAK_AT_END -> base = base + "\n";
            case OTHER_PROTOCOL -> base = oauthBase("POST", "http://lgsp.example.vn", true, true);
            case OTHER_HOST -> base = oauthBase("POST", "https://10.0.0.5:8443", true, true);
            case QUERY_LEFT_OUT -> base = oauthBase("POST", own, false, true);
            case BODY_LEFT_OUT -> base = oauthBase("POST", own, true, false);
            case METHOD_IN_LOWER_CASE -> base = oauthBase("post", own, true, true);
            case KEY_NOT_DERIVED -> signing = secret;
            case SECRET_WITH_LINE_BREAK -> signing = secret + "%0A&";
            case SECRET_WITHOUT_PREFIX -> signing = secret.substring(13) + "&";
            default -> throw new IllegalArgumentException("not in this scheme");
        }

        var found = explain(oauth(base, signing));

        assertThat(found.outcome()).isEqualTo(Outcome.EXPLAINED);
        assertThat(found.slips()).containsExactly(slip);
    }

    @Test
    void another_secret_stays_unexplained() {
        var other = KeyFormat.newSecret(Environment.TEST);

        assertThat(explain(aws(canonical(), derived(other))).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(explain(oauth(oauthBase("POST", "https://lgsp.example.vn", true, true), other + "&"))
                        .outcome())
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void the_header_of_older_software_is_right_or_explained() {
        assertThat(explain(header(secret)).outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(explain(header(secret)).text()).isEmpty();
        assertThat(explain(header(secret.substring(13))).slips()).containsExactly(Slip.SECRET_WITHOUT_PREFIX);
        assertThat(explain(header(KeyFormat.newSecret(Environment.TEST))).outcome())
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void what_is_refused_is_refused_as_the_platform_would() {
        var two = aws(canonical(), derived(secret)).replace("X-Amz-Date", "lgspaccesstoken: e30=\nX-Amz-Date");

        assertThat(explain(two).refusal().code()).isEqualTo(ErrorCode.SIGNATURE_AMBIGUOUS);
    }

    private String aws(String canonical, byte[] signing) {
        var toSign = "AWS4-HMAC-SHA256\n20260101T000000Z\n20260101/haiduong/exchange/aws4_request\n" + hex(canonical);
        return """
                POST /api/v1/agencies?q=S%%E1%%BB%%9F HTTP/1.1
                Host: 10.0.0.5:8443
                X-Amz-Date: 20260101T000000Z
                Content-Type: %s
                Content-Length: 1
                Authorization: AWS4-HMAC-SHA256 Credential=%s/20260101/haiduong/exchange/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=%s

                %s"""
                .formatted(FORM, key.accessKey(), HexFormat.of().formatHex(TestRequest.hmac(signing, toSign)), BODY);
    }

    private static String canonical() {
        return String.join(
                "\n",
                "POST",
                "/api/v1/agencies",
                "q=S%E1%BB%9F",
                "content-type:" + FORM,
                "host:lgsp.example.vn",
                "x-amz-date:20260101T000000Z",
                "",
                "content-type;host;x-amz-date",
                hex(BODY));
    }

    private static byte[] derived(String text) {
        return derived(text.getBytes(US_ASCII));
    }

    private static byte[] derived(byte[] bytes) {
        var signing = new byte[bytes.length + 4];
        System.arraycopy("AWS4".getBytes(US_ASCII), 0, signing, 0, 4);
        System.arraycopy(bytes, 0, signing, 4, bytes.length);
        for (var part : List.of("20260101", "haiduong", "exchange", "aws4_request")) {
            signing = TestRequest.hmac(signing, part);
        }
        return signing;
    }

    private String oauth(String base, String signing) {
        return """
                POST /api/v1/agencies?q=S%%E1%%BB%%9F HTTP/1.1
                Host: 10.0.0.5:8443
                Content-Type: %s
                Content-Length: 1
                Authorization: OAuth oauth_consumer_key="%s", oauth_nonce="n1", oauth_signature_method="HMAC-SHA256", oauth_timestamp="%d", oauth_signature="%s"

                %s"""
                .formatted(
                        FORM,
                        key.accessKey(),
                        NOW.getEpochSecond(),
                        encoded(Base64.getEncoder().encodeToString(TestRequest.hmac(signing.getBytes(US_ASCII), base))),
                        BODY);
    }

    private String oauthBase(String method, String own, boolean query, boolean form) {
        var parameters = (form ? "a=1&" : "")
                + "oauth_consumer_key=" + key.accessKey() + "&oauth_nonce=n1&oauth_signature_method=HMAC-SHA256"
                + "&oauth_timestamp=" + NOW.getEpochSecond()
                + (query ? "&q=S%E1%BB%9F" : "")
                + (form ? "&title=S%E1%BB%9F" : "");
        return method + "&" + encoded(own + "/api/v1/agencies") + "&" + encoded(parameters);
    }

    private String header(String sent) {
        var json = "{\"AccessKey\":\"%s\",\"SecretKey\":\"%s\"}".formatted(key.accessKey(), sent);
        return "GET https://lgsp.example.vn/api/v1/inbox\nlgspaccesstoken: "
                + Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(TestRequest.sha("SHA-256", text));
    }

    private SignatureExplanation explain(String text) {
        return verification.explain(PastedRequest.parse(text), any -> true);
    }
}
