package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * OAuth 1.0a with two legs: the figures of RFC 5849, bodies, and what is refused. Long, because one scheme is read best in one place, beside the steps
 * by which the requests of the tests are signed.
 */
class OAuth1SchemeTest {
    private static final String SECRET = "lgsp_test_sk_k3Jx9QmT2vWn7RzB5cYd8HfL1pSg4Ua6";
    private static final String COMMON =
            "oauth_consumer_key=AK1&oauth_nonce=n1&oauth_signature_method=%s&oauth_timestamp=1767225600";

    private final OAuth1Scheme scheme = new OAuth1Scheme(() -> Duration.ofSeconds(300));

    @Test
    void the_example_of_rfc_5849_section_1_2_holds() {
        var request = new TestRequest()
                .method("POST")
                .path("/initiate")
                .header(
                        "Authorization",
                        """
                        OAuth realm="Photos",
                           oauth_consumer_key="dpf43f3p2l4k3l03",
                           oauth_signature_method="HMAC-SHA1",
                           oauth_timestamp="137131200",
                           oauth_nonce="wIjqoS",
                           oauth_callback="http%3A%2F%2Fprinter.example.com%2Fready",
                           oauth_signature="74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D\"""");

        assertThat(holds(request, "https://photos.example.net", "kd94hf93k423kf44"))
                .isTrue();
        assertThat(holds(request, "http://photos.example.net", "kd94hf93k423kf44"))
                .isFalse();
        assertThat(holds(request, "https://photos.example.net", "kd94hf93k423kf45"))
                .isFalse();
        assertThat(read(request).needs()).containsExactly(WaiverKind.HMAC_SHA1);
    }

    @Test
    void the_base_string_of_rfc_5849_section_3_4_1_is_made_without_its_token() {
        var request = new TestRequest()
                .method("POST")
                .path("/request")
                .query("b5=%3D%253D&a3=a&c%40=&a2=r%20b")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Length", "9")
                .plainBody("c2&a3=2+q")
                .header(
                        "Authorization",
                        "OAuth realm=\"Example\", oauth_consumer_key=\"9djdj82h48djs9d2\", "
                                + "oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131201\", "
                                + "oauth_nonce=\"7d8f3e4a\", oauth_signature=\"bYT5CMsGcbgUdFHObYMEfcx6bsw%3D\"");

        var claim = scheme.read(request.build(), List.of(BaseUrl.parse("http://example.com:80")));
        assertThat(new String(claim.texts().get(0), US_ASCII))
                .isEqualTo(
                        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                                + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                                + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201");
    }

    @Test
    void it_tells_who_when_and_with_what() {
        var claim = read(get("a=1", "a=1", "HMAC-SHA256"));

        assertThat(claim.scheme()).isEqualTo(SignatureScheme.OAUTH1);
        assertThat(claim.accessKey()).isEqualTo("AK1");
        assertThat(claim.algorithm()).isEqualTo("hmac-sha256");
        assertThat(claim.created()).isEqualTo(Instant.ofEpochSecond(1767225600));
        assertThat(claim.nonce()).isEqualTo("oauth1:1767225600:n1");
        assertThat(claim.needs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # sent               | signed, sorted
            q=S%e1%bb%9f         | q=S%E1%BB%9F
            q=x+y                | q=x%20y
            b=2&a=1              | a=1&b=2
            a                    | a=
            z=p/q                | z=p%2Fq
            n=1&n=2              | n=1&n=2
            """)
    void what_clients_sign_for_what_they_send_holds(String sent, String signed) {
        for (var method : List.of("HMAC-SHA1", "HMAC-SHA256")) {
            var request = get(sent, signed, method);
            if (signed.compareTo("oauth") > 0) {
                request = oauth(new TestRequest().query(sent), "GET", COMMON.formatted(method) + "&" + signed, method);
            }
            assertThat(holds(request)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a=1&b=3  | a=1&b=2
            a=1      | a=1&b=2
            a=1&b=2  | a=1
            a=x+y    | a=x%2By
            """)
    void another_query_is_wrong(String sent, String signed) {
        assertThat(holds(get(sent, signed, "HMAC-SHA256"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n=2&n=1", "n=b&n=a&n=c", "n=1&n"})
    void parameters_of_one_name_have_one_order(String query) {
        refused(ErrorCode.SIGNATURE_MALFORMED, "query", get(query, "", "HMAC-SHA256"));
    }

    @Test
    void a_public_key_signs_with_sha_256_only() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var request = rsa(pair, "RSA-SHA256", "SHA256withRSA");
        var claim = read(request);

        assertThat(claim.algorithm()).isEqualTo("rsa-v1_5-sha256");
        assertThat(Algorithm.RSA_V1_5_SHA256.verify(
                        new PublicHalf(Algorithm.Kind.RSA, pair.getPublic().getEncoded()),
                        claim.texts().get(0),
                        claim.signature()))
                .isTrue();
        refused(ErrorCode.SIGNATURE_METHOD_REFUSED, "RSA-SHA1", rsa(pair, "RSA-SHA1", "SHA1withRSA"));
    }

    private static TestRequest rsa(KeyPair pair, String method, String algorithm) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update(base("GET", COMMON.formatted(method)).getBytes(US_ASCII));
        return withHeader(new TestRequest(), COMMON.formatted(method), signature.sign());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAINTEXT", "RSA-SHA1", "RSA-SHA512", "HMAC-SHA512", "hmac-sha256", "none"})
    void other_methods_are_refused_by_name(String method) {
        refused(ErrorCode.SIGNATURE_METHOD_REFUSED, method, get("", "", method));
        refused(
                ErrorCode.SIGNATURE_METHOD_REFUSED,
                "PLAINTEXT",
                new TestRequest()
                        .header(
                                "Authorization",
                                "OAuth oauth_consumer_key=\"AK1\",oauth_signature_method=\"PLAINTEXT\",oauth_signature=\"a%26\""));
    }

    @Test
    void a_form_is_signed_as_parameters() {
        var request = form(
                "title=V%2Fv+th%E1%BB%AD&a=1", "a=1&" + COMMON.formatted("HMAC-SHA256") + "&title=V%2Fv%20th%E1%BB%AD");

        assertThat(holds(request)).isTrue();
        assertThat(read(request).needs()).isEmpty();
        assertThat(read(request).body().fits("title=V%2Fv+th%E1%BB%AD&a=1".getBytes(UTF_8)))
                .isTrue();
        assertThat(read(request).body().fits("a=1".getBytes(UTF_8))).isFalse();
        assertThat(holds(request.plainBody("title=V%2Fv+th%E1%BB%AD&a=2"))).isFalse();
        refused(ErrorCode.SIGNATURE_MALFORMED, "body", request.plainBody("a=2&a=1"));
    }

    private static TestRequest form(String body, String signed) {
        return oauth(
                new TestRequest()
                        .method("POST")
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .header("Content-Length", String.valueOf(body.length()))
                        .plainBody(body),
                "POST",
                signed,
                "HMAC-SHA256");
    }

    @Test
    void another_body_needs_a_hash_or_a_waiver() {
        var open = json(null);
        assertThat(holds(open)).isTrue();
        assertThat(read(open).needs()).containsExactly(WaiverKind.OPEN_BODY);

        var sha256 = json(TestRequest.sha("SHA-256", "{}"));
        assertThat(holds(sha256)).isTrue();
        assertThat(read(sha256).needs()).isEmpty();
        assertThat(read(sha256).body().fits("{}".getBytes(UTF_8))).isTrue();
        assertThat(read(sha256).body().fits("[]".getBytes(UTF_8))).isFalse();
        assertThat(read(sha256.streamed()).body().sha256()).isPresent();

        var sha1 = json(TestRequest.sha("SHA-1", "{}"));
        assertThat(holds(sha1)).isTrue();
        assertThat(read(sha1).needs()).containsExactly(WaiverKind.HMAC_SHA1);
        assertThat(read(sha1).body().fits("{}".getBytes(UTF_8))).isTrue();
        assertThat(read(sha1).body().fits("[]".getBytes(UTF_8))).isFalse();
    }

    @Test
    void a_hash_of_another_length_is_none() {
        refused(ErrorCode.SIGNATURE_MALFORMED, "oauth_body_hash", json(new byte[16]));
        refused(ErrorCode.SIGNATURE_MALFORMED, "oauth_body_hash", json(new byte[64]));
    }

    @Test
    void a_request_without_a_body_may_say_so() {
        var hash = URLEncoder.encode(Base64.getEncoder().encodeToString(TestRequest.sha("SHA-256", "")), UTF_8);
        var request = oauth(
                new TestRequest(),
                "GET",
                "oauth_body_hash=" + hash + "&" + COMMON.formatted("HMAC-SHA256"),
                "HMAC-SHA256");

        assertThat(holds(request)).isTrue();
        assertThat(read(request).body().fits(new byte[0])).isTrue();
        assertThat(read(request).body().fits(new byte[1])).isFalse();
        assertThat(read(get("", "", "HMAC-SHA256")).body().isOpen()).isFalse();
    }

    private static TestRequest json(byte[] hash) {
        var parameters = COMMON.formatted("HMAC-SHA256");
        if (hash != null) {
            parameters = "oauth_body_hash="
                    + URLEncoder.encode(Base64.getEncoder().encodeToString(hash), UTF_8) + "&" + parameters;
        }
        return oauth(new TestRequest().method("POST").body("{}"), "POST", parameters, "HMAC-SHA256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Authorization          | OAuth
            Authorization          | OAuth x
            Authorization          | OAuth oauth_nonce="1" oauth_timestamp="1"
            Authorization          | OAuth oauth_nonce=1
            Authorization          | OAuth oauth_nonce="1",
            unknown                | OAuth unknown="1"
            oauth_nonce            | OAuth oauth_nonce="%"
            oauth_nonce            | OAuth oauth_nonce="1", oauth_nonce="1"
            realm                  | OAuth realm="1", realm="1"
            oauth_signature_method | OAuth oauth_consumer_key="1"
            oauth_token            | OAuth KEY, SIGN, TIME, oauth_nonce="1", oauth_signature="AA", oauth_token="t"
            oauth_version          | OAuth KEY, SIGN, TIME, oauth_nonce="1", oauth_signature="AA", oauth_version="2.0"
            oauth_consumer_key     | OAuth SIGN, TIME, oauth_nonce="1", oauth_signature="AA"
            oauth_consumer_key     | OAuth SIGN, TIME, oauth_nonce="1", oauth_signature="AA", oauth_consumer_key=""
            oauth_consumer_key     | OAuth SIGN, TIME, oauth_nonce="1", oauth_signature="AA", oauth_consumer_key="%E1%BB%9F"
            oauth_timestamp        | OAuth KEY, SIGN, oauth_nonce="1", oauth_signature="AA"
            oauth_timestamp        | OAuth KEY, SIGN, oauth_nonce="1", oauth_signature="AA", oauth_timestamp="-1"
            oauth_timestamp        | OAuth KEY, SIGN, oauth_nonce="1", oauth_signature="AA", oauth_timestamp="01"
            oauth_timestamp        | OAuth KEY, SIGN, oauth_nonce="1", oauth_signature="AA", oauth_timestamp="1767225600000000"
            oauth_nonce            | OAuth KEY, SIGN, TIME, oauth_signature="AA"
            oauth_nonce            | OAuth KEY, SIGN, TIME, oauth_signature="AA", oauth_nonce="a%00"
            oauth_signature        | OAuth KEY, SIGN, TIME, oauth_nonce="1"
            oauth_signature        | OAuth KEY, SIGN, TIME, oauth_nonce="1", oauth_signature="*"
            """)
    void a_header_of_another_form_is_refused(String field, String header) {
        var request = new TestRequest()
                .header(
                        "Authorization",
                        header.replace("KEY", "oauth_consumer_key=\"AK1\"")
                                .replace("SIGN", "oauth_signature_method=\"HMAC-SHA256\"")
                                .replace("TIME", "oauth_timestamp=\"1767225600\""));

        assertThat(scheme.recognises(request.build())).isTrue();
        refused(ErrorCode.SIGNATURE_MALFORMED, field, request);
    }

    @Test
    void a_nonce_that_is_too_long_is_refused() {
        var request = oauth(
                new TestRequest(), "GET", COMMON.formatted("HMAC-SHA256").replace("n1", "n".repeat(97)), "HMAC-SHA256");

        refused(ErrorCode.SIGNATURE_MALFORMED, "oauth_nonce", request);
    }

    @Test
    void parameters_of_the_scheme_have_one_place() {
        refused(
                ErrorCode.SIGNATURE_METHOD_REFUSED,
                "oauth_signature (query)",
                new TestRequest().query("a=1&oauth_signature=AA"));
        refused(ErrorCode.SIGNATURE_MALFORMED, "oauth_…", get("oauth_nonce=n2", "", "HMAC-SHA256"));
        refused(ErrorCode.SIGNATURE_MALFORMED, "oauth_…", form("oauth%5Fsignature=1", COMMON.formatted("HMAC-SHA256")));
    }

    @Test
    void other_requests_are_somebody_elses() {
        assertThat(scheme.recognises(new TestRequest().build())).isFalse();
        assertThat(scheme.recognises(new TestRequest()
                        .header("Authorization", "OAuth2 oauth_nonce")
                        .build()))
                .isFalse();
        assertThat(scheme.recognises(new TestRequest()
                        .query("q=oauth_signature=1&x_oauth_signature=")
                        .build()))
                .isFalse();
    }

    private static TestRequest get(String query, String signed, String method) {
        return oauth(
                new TestRequest().query(query),
                "GET",
                (signed.isEmpty() ? "" : signed + "&") + COMMON.formatted(method),
                method);
    }

    private static String base(String method, String parameters) {
        return method + "&" + encoded("https://lgsp.example.vn/api/v1/inbox") + "&" + encoded(parameters);
    }

    /** Signs as RFC 5849 says; {@code parameters} are normalised already. */
    private static TestRequest oauth(TestRequest request, String httpMethod, String parameters, String method) {
        var key = (SECRET + "&").getBytes(US_ASCII);
        var base = base(httpMethod, parameters);
        var signature = method.equals("HMAC-SHA1")
                ? Algorithm.mac("HmacSHA1", key, base.getBytes(ISO_8859_1))
                : TestRequest.hmac(key, base);
        return withHeader(request, parameters, signature);
    }

    private static TestRequest withHeader(TestRequest request, String parameters, byte[] signature) {
        var header = new StringBuilder("OAuth realm=\"LGSP\"");
        for (var parameter : parameters.split("&")) {
            if (parameter.startsWith("oauth_")) {
                header.append(", ").append(parameter.replace("=", "=\"")).append('"');
            }
        }
        header.append(", oauth_signature=\"")
                .append(encoded(Base64.getEncoder().encodeToString(signature)))
                .append('"');
        return request.header("Authorization", header.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private boolean holds(TestRequest request) {
        return holds(request, "https://lgsp.example.vn", SECRET);
    }

    private boolean holds(TestRequest request, String address, String secret) {
        var claim = scheme.read(request.build(), List.of(BaseUrl.parse(address)));
        var key = claim.derivation().key(secret.getBytes(US_ASCII));
        var algorithm = Algorithm.labelled(claim.algorithm()).orElseThrow();
        return claim.texts().stream()
                .anyMatch(text -> algorithm.verify(key, claim.framing().of(text), claim.signature()));
    }

    private Claim read(TestRequest request) {
        return scheme.read(request.build(), List.of(BaseUrl.parse("https://lgsp.example.vn")));
    }

    private void refused(ErrorCode code, String argument, TestRequest request) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> read(request))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.arguments()).containsExactly(argument);
                });
    }
}
