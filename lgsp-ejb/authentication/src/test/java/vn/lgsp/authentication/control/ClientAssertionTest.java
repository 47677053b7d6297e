package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

class ClientAssertionTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);
    private static final List<String> ISSUERS = List.of("https://lgsp.example.vn", "http://127.0.0.1:8080");
    private static final String HEADER = "{\"alg\":\"HS256\"}";

    private static String claims(String more) {
        return "{\"iss\":\"k\",\"sub\":\"k\",\"aud\":\"https://lgsp.example.vn\",\"jti\":\"12345678\",\"iat\":1767225600,\"exp\":1767225660"
                + more + "}";
    }

    private static String jwt(String header, String claims) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(UTF_8)) + "." + base64.encodeToString(claims.getBytes(UTF_8))
                + ".AAAA";
    }

    private static Claim read(String assertion) {
        return ClientAssertion.read(assertion, ISSUERS, NOW);
    }

    private static void assertRefused(String assertion, String member) {
        assertThatThrownBy(() -> read(assertion)).isInstanceOfSatisfying(LgspException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.ASSERTION_NOT_USABLE);
            assertThat(refusal.arguments()).containsExactly(member);
        });
    }

    @Test
    void what_is_claimed_is_read_and_nothing_is_verified() {
        var text = jwt(HEADER, claims(",\"x\":{\"y\":[1]}"));

        var claim = read(text);

        assertThat(claim.scheme()).isEqualTo(SignatureScheme.CLIENT_ASSERTION);
        assertThat(claim.accessKey()).isEqualTo("k");
        assertThat(claim.algorithm()).isEqualTo("hmac-sha256");
        assertThat(claim.nonce()).isEqualTo("12345678");
        assertThat(claim.texts())
                .containsExactly(text.substring(0, text.lastIndexOf('.')).getBytes(UTF_8));
        assertThat(claim.needs()).isEmpty();
        assertThat(claim.body().isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HS256, hmac-sha256",
        "RS256, rsa-v1_5-sha256",
        "PS256, ps256",
        "PS512, rsa-pss-sha512",
        "ES256, ecdsa-p256-sha256",
        "EdDSA, ed25519"
    })
    void algorithms_are_those_of_keys(String name, String label) {
        assertThat(read(jwt("{\"alg\":\"" + name + "\",\"typ\":\"JWT\",\"kid\":\"a-1\"}", claims("")))
                        .algorithm())
                .isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS1", "HS512", "RS1", "hs256", "ES256K", ""})
    void other_algorithms_are_none(String name) {
        assertRefused(jwt("{\"alg\":\"" + name + "\"}", claims("")), "alg");
    }

    @Test
    void a_name_that_is_given_twice_is_refused() {
        assertRefused(jwt("{\"alg\":\"HS256\",\"alg\":\"none\"}", claims("")), "header");
        assertRefused(jwt(HEADER, claims(",\"iss\":\"other\"")), "payload");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"alg\":\"HS256\",\"jku\":\"http://x\"}; jku",
                "{\"alg\":\"HS256\",\"x5t#S256\":\"x\"}; x5t#S256",
                "{\"alg\":\"HS256\",\"Ký\":\"x\"}; header",
                "{\"alg\":\"HS256\",\"kid\":\"a/../b\"}; kid",
                "{\"alg\":\"HS256\",\"kid\":1}; kid",
                "{\"alg\":[\"HS256\"]}; alg",
                "[]; header",
                "{; header"
            })
    void a_header_that_says_more_is_refused(String header, String member) {
        assertRefused(jwt(header, claims("")), member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e10",
                "1767225660.5",
                "-1",
                "1767225660000",
                "\"1767225660\"",
                "null",
                "true",
                "1E400",
                "99999999999999999999999999999999999999999999999999999"
            })
    void what_is_no_time_is_refused(String number) {
        assertRefused(jwt(HEADER, claims("").replace("\"exp\":1767225660", "\"exp\":" + number)), "exp");
        assertRefused(jwt(HEADER, claims("").replace("\"exp\":1767225660", "\"exp\":" + "9".repeat(1_200))), "payload");
    }

    @Test
    void times_are_compared_with_their_ends() {
        assertThat(read(jwt(HEADER, claims("").replace("\"iat\":1767225600", "\"iat\":1767225630"))))
                .isNotNull();
        assertRefused(
                jwt(
                        HEADER,
                        claims("")
                                .replace("\"iat\":1767225600", "\"iat\":1767225631")
                                .replace("1767225660", "1767225690")),
                "iat");
        assertRefused(jwt(HEADER, claims("").replace("1767225660", "1767225661")), "exp");
        assertRefused(
                jwt(HEADER, claims("").replace("1767225600", "1767225540").replace("1767225660", "1767225600")), "exp");
    }

    @Test
    void bits_that_are_left_over_and_padding_are_refused() {
        var good = jwt(HEADER, claims(""));
        assertRefused(good.substring(0, good.length() - 4) + "AAB", "signature");
        assertRefused(good + "=", "client_assertion");
        assertRefused(good + ".AAAA", "client_assertion");
        assertRefused(null, "client_assertion");
    }

    /** Whatever is sent, the reader answers with a refusal of the catalogue or a claim. */
    @Test
    void anything_may_be_sent() {
        var random = new Random(10);
        var good = jwt(HEADER, claims(""));
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder(good);
            for (var changes = random.nextInt(4); changes >= 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), (char)
                        (random.nextInt(20) == 0 ? random.nextInt(400) : "AZaz09-_.".charAt(random.nextInt(9))));
            }
            tryReading(text.toString());
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            tryReading(jwt(new String(bytes, ISO_8859_1), claims("")));
            tryReading(jwt(HEADER, mutated(claims(""), random)));
        }
    }

    private static String mutated(String claims, Random random) {
        var text = new StringBuilder(claims);
        for (var changes = random.nextInt(3); changes >= 0; changes--) {
            text.setCharAt(random.nextInt(text.length()), "{}[]\":,0e-\\u\u0000é ".charAt(random.nextInt(15)));
        }
        return text.toString();
    }

    private static void tryReading(String assertion) {
        try {
            assertThat(read(assertion).accessKey()).hasSizeLessThanOrEqualTo(60);
        } catch (LgspException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.ASSERTION_NOT_USABLE);
        }
    }
}
