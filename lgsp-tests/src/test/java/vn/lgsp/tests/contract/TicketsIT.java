package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Jwt;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

/** Longer than other tests: every case in which nothing may be given stands beside the one in which it is. */
@DisplayName("Asking for a ticket, and who gets none (Điều 10.1, 10.2)")
class TicketsIT {
    private static final String TOKEN = "/oauth2/token";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);

    private Offer offer() {
        return Offer.of(platform, destination, null, "lookup", "submit").permit(source, "lookup");
    }

    private Answer ask(Application application, Map<String, String> form) {
        return application.call("POST", TOKEN).form(form).send();
    }

    private Call asserting(Application application, Offer offer, String assertion) {
        Map<String, String> form = offer.asking();
        form.put("client_assertion_type", TYPE);
        form.put("client_assertion", assertion);
        return application.call("POST", TOKEN).form(form).unsigned();
    }

    private static void refused(Answer answer, int status, String error, String code) {
        answer.refused(status, code);
        assertThat(answer.get("error").asText()).isEqualTo(error);
        assertThat(answer.get("error_description").asText()).matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    @Test
    @DisplayName("a signed request gets a ticket for what it may call, and only its hash is stored")
    void signed() {
        Offer offer = offer();

        Answer answer = ask(source, offer.asking()).expect(200);

        assertThat(answer.get("scope").asText()).isEqualTo("lookup");
        assertThat(answer.get("resource").asText()).isEqualTo(offer.resource());
        assertThat(answer.get("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.get("access").get("sign_requests").asBoolean()).isTrue();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        String ticket = answer.get("access_token").asText();
        assertThat(platform.database()
                        .count(
                                "select count(*) from access_ticket where id = ? and token_hash = sha256(?)",
                                UUID.fromString(answer.get("access").get("id").asText()),
                                ticket.getBytes(UTF_8)))
                .isEqualTo(1);
        assertThat(platform.database()
                        .count("select count(*) from access_ticket t where t::text like ?", "%" + ticket + "%"))
                .isZero();
    }

    @Test
    @DisplayName("a client assertion signed with the secret does too, once")
    void assertion() {
        Offer offer = offer();
        String assertion = Jwt.of(source).by(source);

        asserting(source, offer, assertion).send().expect(200);
        refused(asserting(source, offer, assertion).send(), 401, "invalid_client", "nonce-replayed");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, rsa-v1_5-sha256, RS256, PS256",
        "RSA, rsa-pss-sha512, PS512, RS256",
        "RSA, rsa-pss-sha512, PS256, RS256",
        "EC, ecdsa-p256-sha256, ES256, ",
        "Ed25519, ed25519, EdDSA, "
    })
    @DisplayName(
            "a private key signs with the algorithm that it is registered for, and no other; its public half is no secret")
    void privateKeys(String kind, String registered, String algorithm, String other) throws GeneralSecurityException {
        Offer offer = offer();
        KeyPair keys = pair(kind);
        String accessKey = KeyFormat.newAccessKey(Environment.TEST);
        platform.database()
                .update(
                        """
                        insert into access_key (id, access_key, application_id, environment, algorithm, public_key, hint, created_at, not_before)
                        select gen_random_uuid(), ?, application_id, environment, ?, ?, right(?, 4), now(), now() - interval '1 minute'
                        from access_key where access_key = ?
                        """,
                        accessKey,
                        registered,
                        keys.getPublic().getEncoded(),
                        accessKey,
                        source.credentials().accessKey());
        String issuer = platform.base().toString();

        asserting(source, offer, Jwt.of(accessKey, issuer).byKey(algorithm, keys))
                .send()
                .expect(200);
        if (other != null) {
            refused(
                    asserting(source, offer, Jwt.of(accessKey, issuer).byKey(other, keys))
                            .send(),
                    401,
                    "invalid_client",
                    "signature-invalid");
        }
        for (byte[] known : List.of(keys.getPublic().getEncoded(), pem(keys).getBytes(UTF_8))) {
            refused(
                    asserting(source, offer, Jwt.of(accessKey, issuer).bySecret(known))
                            .send(),
                    401,
                    "invalid_client",
                    "signature-invalid");
        }
        refused(
                asserting(source, offer, Jwt.of(accessKey, issuer).byKey(algorithm, pair(kind)))
                        .send(),
                401,
                "invalid_client",
                "signature-invalid");
    }

    private static KeyPair pair(String kind) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + java.util.Base64.getMimeEncoder()
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @TestFactory
    @DisplayName("an assertion that is not right in one thing is refused for it")
    Stream<DynamicTest> assertions() {
        long now = Instant.now().getEpochSecond();
        String issuer = platform.base().toString();
        Map<String, UnaryOperator<Jwt>> wrong = Map.ofEntries(
                Map.entry("aud as a list", jwt -> jwt.claim("aud", List.of(issuer))),
                Map.entry("aud of another platform", jwt -> jwt.claim("aud", "https://lgsp.other.vn")),
                Map.entry("aud with a slash more", jwt -> jwt.claim("aud", issuer + "/")),
                Map.entry("aud is the endpoint", jwt -> jwt.claim("aud", issuer + TOKEN)),
                Map.entry("no aud", jwt -> jwt.claim("aud", null)),
                Map.entry(
                        "sub of another",
                        jwt -> jwt.claim("sub", bystander.credentials().accessKey())),
                Map.entry("no iss", jwt -> jwt.claim("iss", null)),
                Map.entry("no jti", jwt -> jwt.claim("jti", null)),
                Map.entry("a short jti", jwt -> jwt.claim("jti", "1")),
                Map.entry("a long jti", jwt -> jwt.claim("jti", "1".repeat(129))),
                Map.entry("exp too far", jwt -> jwt.claim("exp", now + 3_600)),
                Map.entry("exp is over", jwt -> jwt.claim("iat", now - 120).claim("exp", now - 60)),
                Map.entry("exp before iat", jwt -> jwt.claim("exp", now - 1)),
                Map.entry("no exp", jwt -> jwt.claim("exp", null)),
                Map.entry("exp is a text", jwt -> jwt.claim("exp", Long.toString(now + 60))),
                Map.entry("exp beyond all numbers", jwt -> jwt.claim("exp", new java.math.BigInteger("9".repeat(30)))),
                Map.entry(
                        "iat in the future", jwt -> jwt.claim("iat", now + 200).claim("exp", now + 260)),
                Map.entry("no iat", jwt -> jwt.claim("iat", null)),
                Map.entry("nbf in the future", jwt -> jwt.claim("nbf", now + 200)),
                Map.entry("kid as a path", jwt -> jwt.header("kid", "../../dev/null")),
                Map.entry("kid as SQL", jwt -> jwt.header("kid", "' union select 'x")),
                Map.entry("jku", jwt -> jwt.header("jku", "http://127.0.0.1/keys")),
                Map.entry("x5u", jwt -> jwt.header("x5u", "http://127.0.0.1/cert")),
                Map.entry("x5c", jwt -> jwt.header("x5c", List.of("MII"))),
                Map.entry("jwk", jwt -> jwt.header("jwk", Map.of("kty", "oct", "k", "AA"))),
                Map.entry("crit", jwt -> jwt.header("crit", List.of("b64"))),
                Map.entry("another typ", jwt -> jwt.header("typ", "token-introspection+jwt")),
                Map.entry("alg none in the header of a signed one", jwt -> jwt.header("alg", "none")),
                Map.entry("alg in small letters", jwt -> jwt.header("alg", "hs256")),
                Map.entry("too long", jwt -> jwt.claim("note", "x".repeat(5_000))));
        Offer offer = offer();
        return wrong.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> refused(
                                asserting(
                                                source,
                                                offer,
                                                one.getValue()
                                                        .apply(Jwt.of(source))
                                                        .by(source))
                                        .send(),
                                401,
                                "invalid_client",
                                "assertion-not-usable")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "e30.e30.e30",
                "e30.e30.e30=",
                "💣.💣.💣",
                "null",
                "eyJhbGciOiJIUzI1NiJ9..AA"
            })
    @DisplayName("what is no assertion is refused")
    void noAssertion(String text) {
        Offer offer = offer();
        Answer answer = asserting(source, offer, text).send();
        assertThat(answer.status()).as("%s", answer).isIn(400, 401);
        assertThat(answer.get("error").asText()).isIn("invalid_client", "invalid_request");
    }

    @Test
    @DisplayName(
            "an unsigned one, one with the wrong secret and one of an unknown key are refused; the last two in the same words")
    void wrongSecret() {
        Offer offer = offer();
        String unknown = KeyFormat.newAccessKey(Environment.TEST);

        refused(
                asserting(source, offer, Jwt.of(source).unsigned()).send(),
                401,
                "invalid_client",
                "assertion-not-usable");
        Answer wrong = asserting(source, offer, Jwt.of(source).by(bystander)).send();
        Answer stranger = asserting(
                        source,
                        offer,
                        Jwt.of(unknown, platform.base().toString()).by(source))
                .send();

        refused(wrong, 401, "invalid_client", "signature-invalid");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.text().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .isEqualTo(wrong.text().replaceAll("\"requestId\":\"[^\"]*\"", ""));
        assertThat(wrong.header("WWW-Authenticate")).isNull();
    }

    @Test
    @DisplayName("two ways to say who asks are one too many, and so is a client_id of somebody else")
    void oneWay() {
        Offer offer = offer();
        Map<String, String> both = offer.asking();
        both.put("client_assertion_type", TYPE);
        both.put("client_assertion", Jwt.of(source).by(source));
        refused(ask(source, both), 400, "invalid_request", "request-malformed");

        Map<String, String> other = offer.asking();
        other.put("client_id", bystander.credentials().accessKey());
        refused(ask(source, other), 401, "invalid_client", "assertion-not-usable");
        other.put("client_id", source.credentials().accessKey());
        ask(source, other).expect(200);

        Map<String, String> type = offer.asking();
        type.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
        type.put("client_assertion", Jwt.of(source).by(source));
        refused(source.call("POST", TOKEN).form(type).unsigned().send(), 400, "invalid_request", "request-malformed");
    }

    @Test
    @DisplayName("the token of a session begets no ticket, and a request that nobody signed gets a challenge")
    void notBySession() {
        Offer offer = offer();
        String token = source.post("/api/v1/sessions").expect(201).get("token").asText();

        Answer answer = source.call("POST", TOKEN)
                .form(offer.asking())
                .unsigned()
                .header("authorization", "Bearer " + token)
                .send();
        refused(answer, 401, "invalid_client", "signature-missing");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Signature ");
        refused(
                source.call("POST", TOKEN).form(offer.asking()).unsigned().send(),
                401,
                "invalid_client",
                "signature-missing");
    }

    @Test
    @DisplayName("a service that does not exist, is closed, or is named twice is no target")
    void targets() {
        Offer closed = offer();
        closed.close();
        for (String resource : List.of(
                closed.resource(),
                "urn:lgsp:service:khong-co",
                "urn:lgsp:service:",
                "https://nobody.example.vn",
                "' or '1'='1",
                "x".repeat(600))) {
            Map<String, String> form = offer().asking();
            form.put("resource", resource);
            refused(ask(source, form), 400, "invalid_target", "target-unknown");
        }
        Map<String, String> none = offer().asking();
        none.remove("resource");
        refused(ask(source, none), 400, "invalid_target", "target-unknown");
        Answer twice = source.call("POST", TOKEN)
                .body(
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&resource=urn%3Aa&resource=urn%3Ab".getBytes(UTF_8))
                .send();
        refused(twice, 400, "invalid_target", "target-unknown");
    }

    @Test
    @DisplayName(
            "what was not granted is denied; an operation that does not exist is named; a right that was withdrawn is none")
    void rights() {
        Offer offer = offer();

        ask(source, offer.asking("lookup")).expect(200);
        refused(ask(source, offer.asking("submit")), 403, "access_denied", "no-call-right");
        refused(ask(source, offer.asking("lookup submit")), 403, "access_denied", "no-call-right");
        refused(ask(source, offer.asking("lookup erase")), 400, "invalid_scope", "operation-unknown");
        refused(ask(bystander, offer.asking()), 403, "access_denied", "no-call-right");
        offer.withdraw();
        refused(ask(source, offer.asking()), 403, "access_denied", "no-call-right");
    }

    @Test
    @DisplayName("a quota counts tickets where only rights with one allow it")
    void quota() {
        Offer offer = offer();
        platform.database()
                .update(
                        """
                        update access_right set daily_quota = 1
                        where operation_id in (select id from service_operation where service_id = ?)
                        """,
                        offer.service());

        ask(source, offer.asking()).expect(200);
        refused(ask(source, offer.asking()), 429, "access_denied", "quota-used-up");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, '', 400, invalid_request",
        "application/x-www-form-urlencoded, grant_type=password&resource=urn:x, 400, unsupported_grant_type",
        "application/x-www-form-urlencoded, grant_type=client_credentials&grant_type=client_credentials, 400, invalid_request",
        "application/x-www-form-urlencoded, grant_type=%zz, 400, invalid_request",
        "application/x-www-form-urlencoded, grant_type=%ff, 400, invalid_request",
        "application/json, '{}', 415, invalid_request"
    })
    @DisplayName("a form that is none, or says something twice, is refused before anything is done")
    void forms(String type, String body, int status, String error) {
        Answer answer =
                source.call("POST", TOKEN).body(type, body.getBytes(UTF_8)).send();
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.get("error").asText()).isEqualTo(error);
    }

    @Test
    @DisplayName("a form without end is not read to its end")
    void tooLarge() {
        Answer answer = source.call("POST", TOKEN)
                .body("application/x-www-form-urlencoded", ("x=" + "1".repeat(70_000)).getBytes(UTF_8))
                .send();
        refused(answer, 413, "invalid_request", "request-too-large");
    }

    @Test
    @DisplayName("the body is the one that was signed")
    void bodySwapped() {
        Offer offer = offer();
        Answer answer = source.call("POST", TOKEN)
                .form(offer.asking())
                .bodyAfterSigning("grant_type=client_credentials&resource=urn%3Aother".getBytes(UTF_8))
                .send();
        refused(answer, 400, "invalid_request", "body-digest-mismatch");
    }

    @Test
    @DisplayName("a key without the scope for it asks in vain")
    void keyScope() {
        Offer offer = offer();
        String key = source.credentials().accessKey();
        platform.database()
                .update(
                        """
                        insert into access_key (id, access_key, application_id, environment, algorithm, public_key, hint, created_at, not_before, scopes)
                        select ?, ?, application_id, environment, 'ed25519', ?, 'xxxx', now(), now() - interval '1 minute', 'send receive'
                        from access_key where access_key = ?
                        """,
                        UUID.randomUUID(),
                        KEY,
                        KEYS.getPublic().getEncoded(),
                        key);

        refused(
                asserting(source, offer, Jwt.of(KEY, platform.base().toString()).byKey("EdDSA", KEYS))
                        .send(),
                403,
                "unauthorized_client",
                "key-scope-missing");
    }

    private static final String KEY = KeyFormat.newAccessKey(Environment.TEST);
    private static final KeyPair KEYS = anyKeys();

    private static KeyPair anyKeys() {
        try {
            return pair("Ed25519");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("the metadata names the platform as it was called, and everything it names is there")
    void metadata() {
        Answer metadata = source.call("GET", "/.well-known/oauth-authorization-server")
                .unsigned()
                .send()
                .expect(200);

        assertThat(metadata.get("issuer").asText()).isEqualTo(platform.base().toString());
        assertThat(metadata.get("token_endpoint").asText()).isEqualTo(platform.base() + TOKEN);
        Answer keys = source.call("GET", "/oauth2/jwks").unsigned().send().expect(200);
        assertThat(keys.get("keys")).isNotEmpty().allSatisfy(key -> assertThat(new java.math.BigInteger(
                                1,
                                java.util.Base64.getUrlDecoder()
                                        .decode(key.get("n").asText()))
                        .bitLength())
                .isEqualTo(3_072));
        assertThat(keys.text()).doesNotContain("\"d\"", "\"p\"");
    }
}
