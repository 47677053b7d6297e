package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
 * AWS Signature V4: published figures, what clients make of it, and what is refused. Long, because one scheme is read best in one place, beside the
 * steps by which the requests of the tests are signed.
 */
class SigV4SchemeTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String SUITE_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String TIME = "20260101T000000Z";
    private static final String SECRET = "lgsp_test_sk_k3Jx9QmT2vWn7RzB5cYd8HfL1pSg4Ua6";

    private final SigV4Scheme scheme = new SigV4Scheme();

    /** Signatures of the test suite that AWS publishes for signers: key AKIDEXAMPLE, 2015-08-30 12:36:00, us-east-1, service. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET  | /          |                              | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            POST | /          |                              | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b
            GET  | /          | Param2=value2&Param1=value1  | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
            GET  | /          | Param1=value1&Param1=value2  | 5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694
            GET  | /%E1%88%B4 |                              | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85
            GET  | /          | %E1%88%B4=bar                | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04
            """)
    void signatures_of_the_published_suite_hold(String method, String path, String query, String signature) {
        var request = suite(method, path, query, "host;x-amz-date", signature);

        assertThat(holds(request, "https://example.amazonaws.com", SUITE_SECRET))
                .isTrue();
        assertThat(holds(request, "https://example.amazonaws.com", SUITE_SECRET + "x"))
                .isFalse();
        assertThat(holds(request, "https://other.amazonaws.com", SUITE_SECRET)).isFalse();
    }

    @Test
    void header_values_of_the_published_suite_are_trimmed_and_joined() {
        var trimmed = suite(
                        "GET",
                        "/",
                        null,
                        "host;my-header1;my-header2;x-amz-date",
                        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")
                .header("My-Header1", " value1")
                .header("My-Header2", " \"a   b   c\"");
        var several = suite(
                        "GET",
                        "/",
                        null,
                        "host;my-header1;x-amz-date",
                        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea")
                .header("My-Header1", "value2")
                .header("My-Header1", "value2")
                .header("My-Header1", "value1");

        assertThat(holds(trimmed, "https://example.amazonaws.com", SUITE_SECRET))
                .isTrue();
        assertThat(holds(several, "https://example.amazonaws.com", SUITE_SECRET))
                .isTrue();
    }

    @Test
    void a_form_of_the_published_suite_is_signed_with_its_body() {
        var signature = "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a";
        var request = suite("POST", "/", null, "content-type;host;x-amz-date", signature)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Length", "13")
                .plainBody("Param1=value1");

        assertThat(holds(request, "https://example.amazonaws.com", SUITE_SECRET))
                .isTrue();
        assertThat(holds(request.plainBody("Param1=value2"), "https://example.amazonaws.com", SUITE_SECRET))
                .isFalse();
    }

    @Test
    void the_published_example_of_the_service_s3_holds() {
        var request = new TestRequest()
                .path("/test.txt")
                .header("Range", "bytes=0-9")
                .header("X-Amz-Content-Sha256", EMPTY)
                .header("X-Amz-Date", "20130524T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

        assertThat(holds(request, "https://examplebucket.s3.amazonaws.com", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
                .isTrue();
    }

    @Test
    void it_tells_who_when_and_with_what() {
        var claim = read(get("/api/v1/inbox", null, "/api/v1/inbox", ""));

        assertThat(claim.scheme()).isEqualTo(SignatureScheme.SIGNATURE_V4);
        assertThat(claim.accessKey()).isEqualTo("AK1");
        assertThat(claim.algorithm()).isEqualTo("hmac-sha256");
        assertThat(claim.created()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(claim.window()).isEqualTo(Duration.ofSeconds(900));
        assertThat(claim.nonce()).isEqualTo(HexFormat.of().formatHex(claim.signature()));
        assertThat(claim.needs()).isEmpty();
        assertThat(new String(claim.texts().get(0), ISO_8859_1))
                .isEqualTo("GET\n/api/v1/inbox\n\nhost:lgsp.example.vn\nx-lgsp-date:" + TIME + "\n\nhost;x-lgsp-date\n"
                        + EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # path sent         | query sent        | path signed         | query signed
            /a:b                | x=1               | /a%3Ab              | x=1
            /a:b                | x=1               | /a:b                | x=1
            /S%E1%BB%9F         | q=S%e1%bb%9f      | /S%25E1%25BB%259F   | q=S%E1%BB%9F
            /S%E1%BB%9F         | q=S%e1%bb%9f      | /S%E1%BB%9F         | q=S%e1%bb%9f
            /a                  | b=2&a=1           | /a                  | a=1&b=2
            /a                  | q=x+y             | /a                  | q=x%20y
            /a                  | q=x%2By&r=p%2Fq   | /a                  | q=x%2By&r=p%2Fq
            /a                  | q=p/q             | /a                  | q=p%2Fq
            /a                  | a                 | /a                  | a=
            /a                  | a                 | /a                  | a
            /a                  | n=1&n=2           | /a                  | n=1&n=2
            /a                  | n=2&n=1           | /a                  | n=2&n=1
            /a                  | a-=1&a=2          | /a                  | a=2&a-=1
            """)
    void what_clients_sign_for_what_they_send_holds(String path, String query, String signedPath, String signedQuery) {
        assertThat(holds(get(path, query, signedPath, signedQuery))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # path sent         | query sent        | path signed         | query signed
            /a%2Bb              | x=1               | /a%2Bb              | x=1
            /a%253Ab            | x=1               | /a%253Ab            | x=1
            /b/../a             | x=1               | /a                  | x=1
            //a                 | x=1               | /a                  | x=1
            /a/./b              | x=1               | /a/b                | x=1
            /a/                 | x=1               | /a                  | x=1
            /A                  | x=1               | /a                  | x=1
            /a                  | q=x+y             | /a                  | q=x%2By
            /a                  | n=2&n=1           | /a                  | n=1&n=2
            /a                  | x=1&y=2           | /a                  | x=1
            /a                  | x=1               | /a                  | x=2
            """)
    void a_request_for_something_else_is_not_signed(String path, String query, String signedPath, String signedQuery) {
        assertThat(holds(get(path, query, signedPath, signedQuery))).isFalse();
    }

    @Test
    void the_service_s3_signs_the_path_once() {
        var canonical = canonical("GET", "/a%2Bb", "", "host:lgsp.example.vn\nx-lgsp-date:" + TIME + "\n", EMPTY);
        var request = new TestRequest().path("/a%2Bb");

        assertThat(holds(sign(request, canonical, "host;x-lgsp-date", "s3"))).isTrue();
        assertThat(holds(sign(new TestRequest().path("/a%2Bb"), canonical, "host;x-lgsp-date", "exchange")))
                .isFalse();
    }

    @Test
    void the_host_is_an_address_of_the_platform_whatever_the_header_says() {
        var canonical = canonical("GET", "/a", "", "host:evil.example\nx-lgsp-date:" + TIME + "\n", EMPTY);
        var request = new TestRequest().path("/a").without("Host").header("Host", "evil.example");

        assertThat(holds(sign(request, canonical, "host;x-lgsp-date", "exchange")))
                .isFalse();
    }

    @Test
    void another_region_or_service_or_vendor_than_signed_is_wrong() {
        var request = get("/a", null, "/a", "");
        assertThat(holds(request)).isTrue();
        var authorization = request.build().lines("authorization").get(0);

        for (var changed : List.of(
                authorization.replace("haiduong", "haiphong"), authorization.replace("/exchange/", "/exchangf/"))) {
            assertThat(holds(request.without("Authorization").header("Authorization", changed)))
                    .isFalse();
        }
        request.without("Authorization")
                .header("X-Amz-Date", TIME)
                .header("Authorization", authorization.replace("LGSP4", "AWS4").replace("lgsp4", "aws4"));
        assertThat(holds(request)).isFalse();
    }

    @Test
    void the_body_in_memory_is_what_was_signed() {
        var request = post("{\"a\":1}", sha256("{\"a\":1}"));

        assertThat(holds(request)).isTrue();
        var body = read(request).body();
        assertThat(body.fits("{\"a\":1}".getBytes(UTF_8))).isTrue();
        assertThat(body.fits("{\"a\":2}".getBytes(UTF_8))).isFalse();
        assertThat(holds(request.plainBody("{\"a\":2}"))).isFalse();
    }

    @Test
    void a_body_that_streams_needs_a_digest_that_is_signed() {
        refused(ErrorCode.DIGEST_MISSING, "", post("{}", sha256("{}")).streamed());

        var signedHeader = "content-type:application/json\nhost:lgsp.example.vn\nx-lgsp-content-sha256:" + sha256("{}")
                + "\nx-lgsp-date:" + TIME + "\n";
        var names = "content-type;host;x-lgsp-content-sha256;x-lgsp-date";
        for (var payload : List.of(sha256("{}"), EMPTY)) {
            var request = new TestRequest()
                    .method("PUT")
                    .body("{}")
                    .without("Content-Digest")
                    .streamed()
                    .header("X-Lgsp-Content-Sha256", sha256("{}"));
            sign(request, canonical("PUT", "/api/v1/inbox", "", signedHeader, payload, names), names, "exchange");
            assertThat(holds(request)).isTrue();
            assertThat(read(request).body().sha256()).isPresent();
            assertThat(read(request).body().fits("{}".getBytes(UTF_8))).isTrue();
            assertThat(read(request).body().fits("{ }".getBytes(UTF_8))).isFalse();
        }
    }

    @Test
    void an_unsigned_digest_does_not_let_the_last_line_be_that_of_nothing() {
        var headers = "content-type:application/json\nhost:lgsp.example.vn\nx-lgsp-date:" + TIME + "\n";
        var names = "content-type;host;x-lgsp-date";
        var request = new TestRequest()
                .method("PUT")
                .body("{}")
                .without("Content-Digest")
                .streamed()
                .header("X-Lgsp-Content-Sha256", sha256("{}"));
        sign(request, canonical("PUT", "/api/v1/inbox", "", headers, EMPTY, names), names, "exchange");

        assertThat(holds(request)).isFalse();
    }

    @Test
    void content_digest_binds_the_body_and_has_to_be_signed() {
        var digest = "sha-256=:" + java.util.Base64.getEncoder().encodeToString(TestRequest.sha("SHA-256", "{}")) + ":";
        var headers = "content-digest:" + digest + "\ncontent-type:application/json\nhost:lgsp.example.vn\nx-lgsp-date:"
                + TIME + "\n";
        var names = "content-digest;content-type;host;x-lgsp-date";
        var request = new TestRequest()
                .method("PUT")
                .body("{}")
                .streamed()
                .without("Content-Digest")
                .header("Content-Digest", digest);
        sign(request, canonical("PUT", "/api/v1/inbox", "", headers, EMPTY, names), names, "exchange");
        assertThat(holds(request)).isTrue();
        assertThat(read(request).body().fits("{}".getBytes(UTF_8))).isTrue();
        assertThat(read(request).body().fits("[]".getBytes(UTF_8))).isFalse();

        sign(request.without("Authorization"), "", "content-type;host;x-lgsp-date", "exchange");
        refused(ErrorCode.SIGNATURE_NOT_COVERING, "content-digest", request);
    }

    @Test
    void an_unsigned_payload_needs_a_waiver() {
        var open = post("{}", "UNSIGNED-PAYLOAD").header("X-Lgsp-Content-Sha256", "UNSIGNED-PAYLOAD");

        assertThat(holds(open)).isTrue();
        assertThat(read(open).needs()).containsExactly(WaiverKind.OPEN_BODY);
        assertThat(read(get("/a", null, "/a", "").header("X-Lgsp-Content-Sha256", "UNSIGNED-PAYLOAD"))
                        .needs())
                .isEmpty();
    }

    @Test
    void two_digests_that_disagree_are_refused() {
        var request = post("{}", sha256("{}"))
                .header("X-Lgsp-Content-Sha256", sha256("[]"))
                .header(
                        "Content-Digest",
                        "sha-256=:" + java.util.Base64.getEncoder().encodeToString(TestRequest.sha("SHA-256", "{}"))
                                + ":");
        var signed =
                request.build().lines("authorization").get(0).replace("content-type", "content-digest;content-type");

        refused(
                ErrorCode.BODY_DIGEST_MISMATCH,
                "",
                request.without("Authorization").header("Authorization", signed));
    }

    @ParameterizedTest
    @CsvSource({"host,content-type;x-lgsp-date", "content-type,host;x-lgsp-date", "idempotency-key,content-type;host"})
    void what_gives_a_request_its_meaning_is_signed(String left, String signed) {
        var request = post("{}", sha256("{}")).header("Idempotency-Key", "a");
        if (!left.equals("idempotency-key")) {
            request.without("Idempotency-Key");
        }

        refused(ErrorCode.SIGNATURE_NOT_COVERING, left, sign(request.without("Authorization"), "", signed, "exchange"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Credential    | LGSP4-HMAC-SHA256 SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s, SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/aws4_request, SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=AK1/2026011/r/s/lgsp4_request, SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=AK1/20260101//s/lgsp4_request, SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=a/AK1/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=00
            Credential    | LGSP4-HMAC-SHA256 Credential=AK1/20260102/r/s/lgsp4_request, SignedHeaders=host, Signature=HEX
            SignedHeaders | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, Signature=HEX
            SignedHeaders | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=x-a;host, Signature=HEX
            SignedHeaders | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host;host, Signature=HEX
            SignedHeaders | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=Host, Signature=HEX
            SignedHeaders | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=authorization;host, Signature=HEX
            SignedHeaders | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=, Signature=HEX
            Signature     | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host
            Signature     | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=ABCD
            Signature     | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=UPPER
            Signature     | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=HEX, Signature=HEX
            Authorization | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=HEX, Other=1
            Authorization | LGSP4-HMAC-SHA256
            Authorization | lgsp4-hmac-sha256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host, Signature=HEX
            x-a           | LGSP4-HMAC-SHA256 Credential=AK1/20260101/r/s/lgsp4_request, SignedHeaders=host;x-a, Signature=HEX
            """)
    void a_header_of_another_form_is_refused(String field, String authorization) {
        var request = new TestRequest()
                .header("X-Lgsp-Date", TIME)
                .header(
                        "Authorization",
                        authorization.replace("HEX", EMPTY).replace("UPPER", EMPTY.toUpperCase(java.util.Locale.ROOT)));

        assertThat(scheme.recognises(request.build())).isTrue();
        refused(ErrorCode.SIGNATURE_MALFORMED, field, request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-01T00:00:00Z", "20260230T000000Z", "20260101T000000", "20260101T240000Z"})
    void a_time_of_another_form_is_refused(String time) {
        var request = get("/a", null, "/a", "").without("X-Lgsp-Date");

        refused(ErrorCode.SIGNATURE_MALFORMED, "X-Lgsp-Date", request);
        refused(ErrorCode.SIGNATURE_MALFORMED, "X-Lgsp-Date", request.header("X-Lgsp-Date", time));
        request.without("X-Lgsp-Date").header("X-Lgsp-Date", TIME).header("X-Lgsp-Date", TIME);
        refused(ErrorCode.SIGNATURE_MALFORMED, "X-Lgsp-Date", request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Signature=00&X-Amz-Algorithm=AWS4-HMAC-SHA256",
                "a=1&x-lgsp-signature=0",
                "X-Amz-Credential=a"
            })
    void a_signature_in_the_query_is_refused_by_name(String query) {
        var request = new TestRequest().query(query);

        assertThat(scheme.recognises(request.build())).isTrue();
        refused(ErrorCode.SIGNATURE_METHOD_REFUSED, null, request);
        refused(ErrorCode.SIGNATURE_METHOD_REFUSED, null, get("/a", query, "/a", query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "", "00"})
    void signatures_in_the_middle_of_a_body_are_not_read(String value) {
        refused(
                ErrorCode.SIGNATURE_MALFORMED,
                "X-Lgsp-Content-Sha256",
                post("{}", sha256("{}")).header("X-Lgsp-Content-Sha256", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%zz", "q=%a", "q=Sở"})
    void a_query_that_is_not_well_encoded_is_refused(String query) {
        refused(ErrorCode.SIGNATURE_MALFORMED, "query", get("/a", query, "/a", ""));
    }

    @Test
    void other_requests_are_somebody_elses() {
        assertThat(scheme.recognises(new TestRequest().build())).isFalse();
        assertThat(scheme.recognises(new TestRequest()
                        .header("Authorization", "Bearer AWS4-HMAC-SHA256")
                        .build()))
                .isFalse();
        assertThat(scheme.recognises(
                        new TestRequest().query("q=X-Amz-Signature=").build()))
                .isFalse();
    }

    private static TestRequest suite(String method, String path, String query, String headers, String signature) {
        return new TestRequest()
                .method(method)
                .path(path)
                .query(query)
                .header("X-Amz-Date", "20150830T123600Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="
                                + headers + ", Signature=" + signature);
    }

    private static TestRequest get(String path, String query, String signedPath, String signedQuery) {
        var headers = "host:lgsp.example.vn\nx-lgsp-date:" + TIME + "\n";
        return sign(
                new TestRequest().path(path).query(query),
                canonical("GET", signedPath, signedQuery, headers, EMPTY),
                "host;x-lgsp-date",
                "exchange");
    }

    private static TestRequest post(String body, String payload) {
        var headers = "content-type:application/json\nhost:lgsp.example.vn\nx-lgsp-date:" + TIME + "\n";
        var names = "content-type;host;x-lgsp-date";
        return sign(
                new TestRequest()
                        .method("POST")
                        .plainBody(body)
                        .header("Content-Type", "application/json")
                        .header("Content-Length", String.valueOf(body.length())),
                canonical("POST", "/api/v1/inbox", "", headers, payload, names),
                names,
                "exchange");
    }

    private static String canonical(String method, String path, String query, String headers, String payload) {
        return canonical(method, path, query, headers, payload, "host;x-lgsp-date");
    }

    private static String canonical(
            String method, String path, String query, String headers, String payload, String names) {
        return String.join("\n", method, path, query, headers, names, payload);
    }

    /** Signs as the documentation of AWS says, step by step. */
    private static TestRequest sign(TestRequest request, String canonical, String names, String service) {
        var scope = "20260101/haiduong/" + service + "/lgsp4_request";
        var key = ("LGSP4" + SECRET).getBytes(US_ASCII);
        for (var part : scope.split("/")) {
            key = TestRequest.hmac(key, part);
        }
        var toSign = "LGSP4-HMAC-SHA256\n" + TIME + "\n" + scope + "\n" + sha256(canonical);
        return request.without("X-Lgsp-Date")
                .header("X-Lgsp-Date", TIME)
                .header(
                        "Authorization",
                        "LGSP4-HMAC-SHA256 Credential=AK1/" + scope + ", SignedHeaders=" + names + ", Signature="
                                + HexFormat.of().formatHex(TestRequest.hmac(key, toSign)));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(TestRequest.sha("SHA-256", text));
    }

    private boolean holds(TestRequest request) {
        return holds(request, "https://lgsp.example.vn", SECRET);
    }

    private boolean holds(TestRequest request, String address, String secret) {
        var claim = scheme.read(request.build(), List.of(BaseUrl.parse(address)));
        var key = claim.derivation().key(secret.getBytes(US_ASCII));
        return claim.texts().stream()
                .anyMatch(text ->
                        Algorithm.HMAC_SHA256.verify(key, claim.framing().of(text), claim.signature()));
    }

    private Claim read(TestRequest request) {
        return scheme.read(request.build(), List.of(BaseUrl.parse("https://lgsp.example.vn")));
    }

    private void refused(ErrorCode code, String argument, TestRequest request) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> read(request))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    if (argument != null && !argument.isEmpty()) {
                        assertThat(e.arguments()).containsExactly(argument);
                    }
                });
    }
}
