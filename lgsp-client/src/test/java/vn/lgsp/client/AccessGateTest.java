package vn.lgsp.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.client.model.Admission;
import vn.lgsp.client.model.ReceivedRequest;
import vn.lgsp.client.signing.ContentDigest;

/** Step 6 of Điều 10: what a destination makes of answers, the platform's and those that somebody forged. */
class AccessGateTest {
    private static final String TYPE = "token-introspection+jwt";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static KeyPair platformKeys;
    private static KeyPair otherKeys;

    private FakePlatform platform;
    private LgspClient client;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        platformKeys = generator.generateKeyPair();
        otherKeys = generator.generateKeyPair();
    }

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform();
        client = platform.builder().attempts(1).build();
    }

    @AfterEach
    void close() {
        client.close();
        platform.close();
    }

    private static ReceivedRequest request() {
        return request(BODY, ContentDigest.of(BODY));
    }

    private static ReceivedRequest request(byte[] body, String digest) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Authorization", List.of("Bearer lgsp_tk_abc"));
        headers.put("Content-Type", List.of("application/json"));
        headers.put("X-Dich-Vu", List.of("tra-cuu"));
        headers.put(
                "Signature-Input",
                List.of("lgsp=(\"@method\" \"content-type\" \"x-dich-vu\" \"authorization\");created=1"));
        headers.put("Signature", List.of("lgsp=:AAAA:"));
        if (digest != null) {
            headers.put("Content-Digest", List.of(digest));
        }
        return new ReceivedRequest("POST", URI.create("https://tracuu.example.vn/a?b=1"), headers, body);
    }

    /** An answer about what was really asked, changed as a test likes it. */
    private interface Forging {
        String answer(Map<String, String> asked, Answer answer) throws GeneralSecurityException;
    }

    /** What a right answer is made of. */
    private static final class Answer {
        private String issuer;
        private String audience;
        private long issued = Instant.now().getEpochSecond();
        private String hash;
        private String nonce;
        private String type = TYPE;
        private String algorithm = "RS256";
        private String kid = "k1";
        private boolean active = true;
        private boolean verified = true;
        private KeyPair keys = platformKeys;
        private byte[] secret;

        private String text() throws GeneralSecurityException {
            String header = "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, type, kid);
            String claims =
                    """
                    {"iss":"%s","aud":"%s","iat":%d,"nonce":"%s","token_introspection":{"active":%s,"sub":"nguon","agency":"000.00.31.H23",\
                    "client_id":"lgsp_test_ak_x","scope":"lookup","request_verified":%s,"request_hash":"%s"}}"""
                            .formatted(issuer, audience, issued, nonce, active, verified, hash);
            String input =
                    BASE64.encodeToString(header.getBytes(UTF_8)) + "." + BASE64.encodeToString(claims.getBytes(UTF_8));
            byte[] signature = new byte[0];
            if (secret != null) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                signature = mac.doFinal(input.getBytes(UTF_8));
            } else if (keys != null) {
                Signature rsa = Signature.getInstance("SHA256withRSA");
                rsa.initSign(keys.getPrivate());
                rsa.update(input.getBytes(UTF_8));
                signature = rsa.sign();
            }
            return input + "." + BASE64.encodeToString(signature);
        }
    }

    private Admission answered(Forging forging) {
        return answered(request(), forging);
    }

    private Admission answered(ReceivedRequest request, Forging forging) {
        platform.then(exchange -> {
            Map<String, String> asked = new HashMap<>();
            for (String pair : new String(lastAsked().body(), UTF_8).split("&")) {
                String[] parts = pair.split("=", 2);
                asked.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
            Answer answer = new Answer();
            answer.issuer = platform.uri().toString();
            answer.audience =
                    exchange.getRequestHeaders().getFirst("Signature-Input").replaceAll(".*keyid=\"([^\"]*)\".*", "$1");
            answer.hash = hash(asked);
            answer.nonce = asked.get("nonce");
            try {
                byte[] text = forging.answer(asked, answer).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/" + TYPE);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
                exchange.close();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
        RSAPublicKey published = (RSAPublicKey) platformKeys.getPublic();
        platform.then(
                200,
                "application/json",
                "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                        .formatted(
                                BASE64.encodeToString(published.getModulus().toByteArray()),
                                BASE64.encodeToString(
                                        published.getPublicExponent().toByteArray())));
        return client.gate().check(request);
    }

    private FakePlatform.Request lastAsked() {
        return platform.requests().get(platform.requests().size() - 1);
    }

    private static String hash(Map<String, String> asked) {
        String text = asked.containsKey("signature")
                ? String.join(
                        "\n",
                        asked.get("token"),
                        asked.get("htm"),
                        asked.get("htu"),
                        asked.getOrDefault("content_digest", ""),
                        asked.get("signature_input"),
                        asked.get("signature"))
                : asked.get("token");
        return BASE64.encodeToString(ContentDigest.sha256().digest(text.getBytes(UTF_8)));
    }

    @Test
    void the_answer_of_the_platform_admits() {
        Admission admission = answered((asked, answer) -> {
            assertThat(asked)
                    .containsEntry("htm", "POST")
                    .containsEntry("htu", "https://tracuu.example.vn/a?b=1")
                    .containsEntry("content_digest", ContentDigest.of(BODY))
                    .containsEntry("covered", "{\"content-type\":\"application/json\",\"x-dich-vu\":\"tra-cuu\"}");
            return answer.text();
        });

        assertThat(admission.allows("lookup")).isTrue();
        assertThat(admission.allows("submit")).isFalse();
        assertThat(admission.status()).isEqualTo(403);
        assertThat(admission.application()).isEqualTo("nguon");
        assertThat(admission.requestVerified()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "aud",
        "iat-old",
        "iat-future",
        "iss",
        "hash",
        "nonce",
        "typ",
        "key",
        "kid",
        "none",
        "no-signature",
        "public-key-as-secret",
        "inactive",
        "unverified",
        "rubbish",
        "two-parts"
    })
    void a_forged_answer_admits_nobody(String how) {
        Admission admission = answered((asked, answer) -> {
            switch (how) {
                case "aud" -> answer.audience = "lgsp_test_ak_other";
                case "iat-old" -> answer.issued -= 120;
                case "iat-future" -> answer.issued += 120;
                case "iss" -> answer.issuer = "https://lgsp.other.vn";
                case "hash" -> {
                    Map<String, String> other = new HashMap<>(asked);
                    other.put("htu", "https://tracuu.example.vn/a?b=2");
                    answer.hash = hash(other);
                }
                case "nonce" -> answer.nonce = "AAAAAAAAAAAAAAAAAAAAAA";
                case "typ" -> answer.type = "JWT";
                case "key" -> answer.keys = otherKeys;
                case "kid" -> answer.kid = "k2";
                case "none" -> {
                    answer.algorithm = "none";
                    answer.keys = null;
                }
                case "no-signature" -> answer.keys = null;
                case "public-key-as-secret" -> {
                    answer.algorithm = "HS256";
                    answer.secret = platformKeys.getPublic().getEncoded();
                }
                case "inactive" -> answer.active = false;
                case "unverified" -> answer.verified = false;
                case "rubbish" -> {
                    return "a.b.c";
                }
                default -> {
                    return answer.text().substring(0, answer.text().lastIndexOf('.'));
                }
            }
            return answer.text();
        });

        assertThat(admission).isEqualTo(Admission.REFUSED);
        assertThat(admission.allows("lookup")).isFalse();
        assertThat(admission.status()).isEqualTo(401);
        assertThat(admission.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_body_that_is_not_the_signed_one_is_not_even_asked_about() {
        byte[] other = "[]".getBytes(UTF_8);

        assertThat(client.gate().check(request(other, ContentDigest.of(BODY)))).isEqualTo(Admission.REFUSED);
        assertThat(client.gate().check(request(other, null))).isEqualTo(Admission.REFUSED);
        assertThat(client.gate().check(request(other, "md5=:AAAA:"))).isEqualTo(Admission.REFUSED);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void without_a_ticket_nobody_is_asked() {
        ReceivedRequest basic = new ReceivedRequest(
                "GET",
                URI.create("https://tracuu.example.vn/"),
                Map.of("authorization", List.of("Basic eDp5")),
                new byte[0]);

        assertThat(client.gate().check(basic)).isEqualTo(Admission.REFUSED);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void a_service_that_wants_more_than_the_ticket_serves_nobody_without_it() {
        platform.then(400, "application/json", "{\"error\":\"invalid_request\",\"code\":\"request-proof-missing\"}");
        ReceivedRequest unsigned = new ReceivedRequest(
                "GET",
                URI.create("https://tracuu.example.vn/"),
                Map.of("authorization", List.of("Bearer lgsp_tk_abc")),
                new byte[0]);

        assertThat(client.gate().check(unsigned)).isEqualTo(Admission.REFUSED);
    }

    @Test
    void when_the_platform_cannot_be_asked_nobody_is_served() {
        platform.thenProblem(503, "unavailable", true);
        assertThatThrownBy(() -> client.gate().check(request())).isInstanceOf(LgspException.class);
    }

    @Test
    void a_question_is_never_repeated_by_itself() {
        platform.thenHangUp();
        LgspClient patient = platform.builder().attempts(4).build();
        assertThatThrownBy(() -> patient.gate().check(request())).isInstanceOf(LgspException.class);
        assertThat(platform.requests()).hasSize(1);
        patient.close();
    }

    @Test
    void what_opens_is_in_no_text() {
        var ticket = new vn.lgsp.client.model.AccessTicket(
                java.util.UUID.randomUUID(), "lgsp_tk_secret", "urn:a", Arrays.asList("x"), Instant.now());
        assertThat(ticket.toString()).doesNotContain("lgsp_tk_secret");
    }
}
