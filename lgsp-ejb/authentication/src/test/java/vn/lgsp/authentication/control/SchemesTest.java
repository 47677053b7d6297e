package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Environment;

/**
 * All schemes before the one core: each lets its own in, none tells which keys exist, and nobody shows two. Long, because it signs in every way by
 * itself.
 */
class SchemesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path home;

    private final CountedKeys keys = new CountedKeys();
    private Verification verification;
    private KeyVault vault;
    private StoredKey key;
    private String secret;

    @BeforeEach
    void issueKey() throws IOException {
        FileKeyVault.create(home.resolve("master.key"));
        vault = FileKeyVault.open(home.resolve("master.key"));
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

    /** The ways of making a request without a body. */
    private enum Way {
        MESSAGE_SIGNATURE,
        SIGNATURE_V4,
        OAUTH1_SHA1,
        OAUTH1_SHA256,
        ACCESS_TOKEN_HEADER
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_request_that_is_right_names_its_key(Way way) {
        var verified =
                verification.verify(signed(way, key.accessKey(), secret, 0).build());

        assertThat(verified.key()).isSameAs(key);
        assertThat(way.name()).startsWith(verified.claim().scheme().name());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void wrong_secret_and_unknown_key_are_told_the_same_at_the_same_cost(Way way) {
        var known = refused(
                ErrorCode.SIGNATURE_INVALID, signed(way, key.accessKey(), KeyFormat.newSecret(Environment.TEST), 0));
        assertThat(keys.reads).isEqualTo(1);
        keys.reads = 0;
        var unknown =
                refused(ErrorCode.SIGNATURE_INVALID, signed(way, KeyFormat.newAccessKey(Environment.TEST), secret, 0));
        assertThat(keys.reads).isEqualTo(1);

        assertThat(unknown.arguments()).isEqualTo(known.arguments()).isEmpty();
        assertThat(unknown.fields()).isEqualTo(known.fields()).isEmpty();
        assertThat(unknown.getMessage()).isEqualTo(known.getMessage());
        assertThat(unknown.getClass()).isEqualTo(known.getClass());
        assertThat(keys.remembered).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_wrong_secret_costs_a_look_up_also_when_the_key_is_at_hand(Way way) {
        verification.verify(signed(way, key.accessKey(), secret, 0).build());
        keys.reads = 0;

        refused(ErrorCode.SIGNATURE_INVALID, signed(way, key.accessKey(), KeyFormat.newSecret(Environment.TEST), 0));
        assertThat(keys.reads).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_key_of_another_kind_is_never_tried(Way way) throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var rsa = CountedKeys.registered(pair.getPublic().getEncoded(), "rsa-v1_5-sha256", NOW);
        keys.stored.put(rsa.accessKey(), rsa);

        // What an attacker has: the public key, as if it were the secret of a MAC.
        var guess = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        if (way == Way.ACCESS_TOKEN_HEADER) {
            guess = guess.substring(0, 150);
        }
        refused(ErrorCode.SIGNATURE_INVALID, signed(way, rsa.accessKey(), guess, 0));
    }

    @ParameterizedTest
    @CsvSource({"secret-sent", "hmac-sha1"})
    void ways_that_need_a_waiver_do_not_exist_as_message_signatures(String algorithm) {
        var parameters =
                "(\"@method\" \"@target-uri\");created=%d;keyid=\"%s\";alg=\"%s\";nonce=\"0123456789\";tag=\"lgsp-1\""
                        .formatted(NOW.getEpochSecond(), key.accessKey(), algorithm);
        var base = "\"@method\": GET\n\"@target-uri\": https://lgsp.example.vn/api/v1/inbox\n\"@signature-params\": "
                + parameters;
        var bytes = secret.getBytes(US_ASCII);

        refused(
                ErrorCode.SIGNATURE_INVALID,
                new TestRequest()
                        .input("lgsp=" + parameters)
                        .signature(
                                "lgsp",
                                algorithm.equals("hmac-sha1")
                                        ? Algorithm.mac("HmacSHA1", bytes, base.getBytes(US_ASCII))
                                        : bytes));
    }

    @Test
    void a_registered_public_key_signs_oauth() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var rsa = CountedKeys.registered(pair.getPublic().getEncoded(), "rsa-v1_5-sha256", NOW);
        keys.stored.put(rsa.accessKey(), rsa);
        var parameters = oauthParameters(rsa.accessKey(), "RSA-SHA256", 0);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(oauthBase(parameters).getBytes(US_ASCII));
        var bytes = signature.sign();

        assertThat(verification.verify(withOauth(parameters, bytes).build()).key())
                .isSameAs(rsa);
        bytes[7] ^= 1;
        refused(ErrorCode.SIGNATURE_INVALID, withOauth(parameters, bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNATURE_V4, -900, true",
        "SIGNATURE_V4, -901, false",
        "SIGNATURE_V4, 900, true",
        "SIGNATURE_V4, 901, false",
        "OAUTH1_SHA256, -300, true",
        "OAUTH1_SHA256, -301, false",
        "OAUTH1_SHA256, 301, false",
        "OAUTH1_SHA1, 300, true"
    })
    void each_scheme_has_its_window(Way way, long off, boolean good) {
        var request = signed(way, key.accessKey(), secret, off);

        if (good) {
            assertThat(verification.verify(request.build()).key()).isSameAs(key);
        } else {
            refused(ErrorCode.SIGNATURE_OUTSIDE_WINDOW, request);
            assertThat(keys.reads).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNATURE_V4, Signature-Input, lgsp=()",
        "SIGNATURE_V4, Signature, lgsp=::",
        "SIGNATURE_V4, lgspaccesstoken, e30=",
        "OAUTH1_SHA256, Signature-Input, lgsp=()",
        "OAUTH1_SHA256, lgspaccesstoken, e30=",
        "ACCESS_TOKEN_HEADER, Signature-Input, lgsp=()",
        "MESSAGE_SIGNATURE, lgspaccesstoken, e30=",
        "MESSAGE_SIGNATURE, Authorization, AWS4-HMAC-SHA256 x",
        "MESSAGE_SIGNATURE, Authorization, OAuth x"
    })
    void marks_of_two_schemes_are_refused_before_any_key_is_looked_up(Way way, String header, String value) {
        refused(
                ErrorCode.SIGNATURE_AMBIGUOUS,
                signed(way, key.accessKey(), secret, 0).header(header, value));
        assertThat(keys.reads).isZero();
    }

    @ParameterizedTest
    @CsvSource({"X-Amz-Signature=00", "oauth_signature=00"})
    void so_are_marks_in_the_query(String query) {
        for (var way : List.of(Way.MESSAGE_SIGNATURE, Way.ACCESS_TOKEN_HEADER)) {
            refused(
                    ErrorCode.SIGNATURE_AMBIGUOUS,
                    signed(way, key.accessKey(), secret, 0).query(query));
        }
        assertThat(keys.reads).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"SIGNATURE_V4", "OAUTH1_SHA256"})
    void two_authorizations_are_refused(Way way) {
        var request = signed(way, key.accessKey(), secret, 0);
        request.header("Authorization", request.build().lines("authorization").get(0));

        refused(ErrorCode.SIGNATURE_MALFORMED, request);
        assertThat(keys.reads).isZero();
    }

    @Test
    void a_secret_that_travels_needs_a_channel_that_nobody_listens_to() {
        var open = signed(Way.ACCESS_TOKEN_HEADER, key.accessKey(), secret, 0)
                .listener("http", "10.1.2.3", 8080)
                .without("Host")
                .header("Host", "10.1.2.3:8080");

        refused(ErrorCode.CHANNEL_NOT_CONFIDENTIAL, open);
        assertThat(keys.reads).isZero();
        assertThat(verification
                        .verify(open.listener("https", "10.1.2.3", 8443).build())
                        .claim()
                        .scheme())
                .isEqualTo(SignatureScheme.ACCESS_TOKEN_HEADER);
    }

    private TestRequest signed(Way way, String accessKey, String withSecret, long off) {
        return switch (way) {
            case MESSAGE_SIGNATURE -> messageSignature(accessKey, withSecret, off);
            case SIGNATURE_V4 -> signatureV4(accessKey, withSecret, off);
            case OAUTH1_SHA1 -> oauth(accessKey, withSecret, "HMAC-SHA1", off);
            case OAUTH1_SHA256 -> oauth(accessKey, withSecret, "HMAC-SHA256", off);
            case ACCESS_TOKEN_HEADER ->
                new TestRequest()
                        .header(
                                "LgspAccessToken",
                                Base64.getEncoder()
                                        .encodeToString("{\"AccessKey\":\"%s\",\"SecretKey\":\"%s\"}"
                                                .formatted(accessKey, withSecret)
                                                .getBytes(UTF_8)));
        };
    }

    private static TestRequest messageSignature(String accessKey, String withSecret, long off) {
        var parameters =
                "(\"@method\" \"@target-uri\");created=%d;keyid=\"%s\";alg=\"hmac-sha256\";nonce=\"0123456789\";tag=\"lgsp-1\""
                        .formatted(NOW.getEpochSecond() + off, accessKey);
        var base = "\"@method\": GET\n\"@target-uri\": https://lgsp.example.vn/api/v1/inbox\n\"@signature-params\": "
                + parameters;
        return new TestRequest()
                .input("lgsp=" + parameters)
                .signature("lgsp", TestRequest.hmac(withSecret.getBytes(US_ASCII), base));
    }

    private static TestRequest signatureV4(String accessKey, String withSecret, long off) {
        var time = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(NOW.plusSeconds(off));
        var scope = time.substring(0, 8) + "/haiduong/exchange/aws4_request";
        var canonical =
                "GET\n/api/v1/inbox\n\nhost:lgsp.example.vn\nx-amz-date:" + time + "\n\nhost;x-amz-date\n" + EMPTY;
        var signingKey = ("AWS4" + withSecret).getBytes(US_ASCII);
        for (var part : scope.split("/")) {
            signingKey = TestRequest.hmac(signingKey, part);
        }
        var toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + HexFormat.of().formatHex(TestRequest.sha("SHA-256", canonical));
        return new TestRequest()
                .header("X-Amz-Date", time)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope
                                + ",SignedHeaders=host;x-amz-date,Signature="
                                + HexFormat.of().formatHex(TestRequest.hmac(signingKey, toSign)));
    }

    private static TestRequest oauth(String accessKey, String withSecret, String method, long off) {
        var parameters = oauthParameters(accessKey, method, off);
        var signingKey = (encoded(withSecret) + "&").getBytes(US_ASCII);
        var base = oauthBase(parameters);
        return withOauth(
                parameters,
                method.equals("HMAC-SHA1")
                        ? Algorithm.mac("HmacSHA1", signingKey, base.getBytes(US_ASCII))
                        : TestRequest.hmac(signingKey, base));
    }

    private static String oauthParameters(String accessKey, String method, long off) {
        return "oauth_consumer_key=%s&oauth_nonce=n1&oauth_signature_method=%s&oauth_timestamp=%d"
                .formatted(accessKey, method, NOW.getEpochSecond() + off);
    }

    private static String oauthBase(String parameters) {
        return "GET&" + encoded("https://lgsp.example.vn/api/v1/inbox") + "&" + encoded(parameters);
    }

    private static TestRequest withOauth(String parameters, byte[] signature) {
        return new TestRequest()
                .header(
                        "Authorization",
                        "OAuth " + parameters.replace("=", "=\"").replace("&", "\", ") + "\", oauth_signature=\""
                                + encoded(Base64.getEncoder().encodeToString(signature)) + "\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private LgspException refused(ErrorCode code, TestRequest request) {
        var refusal = new LgspException[1];
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> verification.verify(request.build()))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    refusal[0] = e;
                });
        return refusal[0];
    }
}
