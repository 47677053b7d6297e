package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.signing.SignableRequest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Jwt;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

/** Longer than other tests: every case in which nothing may be given stands beside the one in which it is. */
@DisplayName("Having a ticket judged, and who learns nothing (Điều 10.4, 10.5)")
class IntrospectionIT {
    private static final String INTROSPECT = "/oauth2/introspect";
    private static final String JWT = "application/token-introspection+jwt";
    private static final String ADDRESS = "https://tracuu.example.vn/" + UUID.randomUUID();
    private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);
    private final Offer offer = Offer.of(platform, destination, ADDRESS + "/" + UUID.randomUUID(), "lookup")
            .permit(source, "lookup");
    private final URI target = URI.create(offer.resource() + "/ho-so");

    private String ticket() {
        return source.call("POST", "/oauth2/token")
                .form(offer.asking())
                .send()
                .expect(200)
                .get("access_token")
                .asText();
    }

    /** The question that a destination asks about a request that the source has signed. */
    private Map<String, String> question(String ticket, Application signing) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("authorization", "Bearer " + ticket);
        headers.put("content-type", "application/json");
        headers.put("content-digest", ContentDigest.of(BODY));
        var signed = new RequestSigner(
                        signing.credentials().accessKey(), signing.credentials().secret())
                .sign(new SignableRequest("POST", target, headers));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", ticket);
        form.put("htm", "POST");
        form.put("htu", target.toString());
        form.put("signature_input", signed.signatureInput());
        form.put("signature", signed.signature());
        form.put("content_digest", ContentDigest.of(BODY));
        form.put("covered", Json.write(Map.of("content-type", "application/json")));
        return form;
    }

    private Answer ask(Application asking, Map<String, String> form) {
        return asking.call("POST", INTROSPECT).form(form).header("accept", JWT).send();
    }

    private static JsonNode part(Answer answer, int part) {
        assertThat(answer.header("Content-Type")).startsWith(JWT);
        return read(new String(Base64.getUrlDecoder().decode(answer.text().split("\\.")[part]), UTF_8));
    }

    private static JsonNode read(String text) {
        return new Answer(200, null, text.getBytes(UTF_8)).json();
    }

    private static JsonNode found(Answer answer) {
        return part(answer.expect(200), 1).get("token_introspection");
    }

    private static void assertNothing(Answer answer) {
        assertThat(found(answer).toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    @DisplayName(
            "the destination learns who asked, what is allowed and that this very request was signed; anybody can verify it")
    void whole() throws GeneralSecurityException {
        String ticket = ticket();
        Map<String, String> question = question(ticket, source);
        question.put("nonce", "n-" + UUID.randomUUID());

        Answer answer = ask(destination, question).expect(200);

        JsonNode claims = part(answer, 1);
        assertThat(claims.get("iss").asText()).isEqualTo(platform.base().toString());
        assertThat(claims.get("nonce").asText()).isEqualTo(question.get("nonce"));
        assertThat(claims.get("aud").asText())
                .isEqualTo(destination.credentials().accessKey());
        assertThat(claims.get("iat").asLong()).isCloseTo(Instant.now().getEpochSecond(), within());
        JsonNode found = found(answer);
        assertThat(found.get("active").asBoolean()).isTrue();
        assertThat(found.get("client_id").asText())
                .isEqualTo(source.credentials().accessKey());
        assertThat(found.get("scope").asText()).isEqualTo("lookup");
        assertThat(found.get("aud").asText()).isEqualTo(offer.resource());
        assertThat(found.get("agency").asText()).isEqualTo(source.agency());
        assertThat(found.get("request_verified").asBoolean()).isTrue();
        assertThat(found.get("request_hash").asText())
                .isEqualTo(sha256(String.join(
                        "\n",
                        ticket,
                        "POST",
                        target.toString(),
                        question.get("content_digest"),
                        question.get("signature_input"),
                        question.get("signature"))));
        destination.call("GET", "/oauth2/jwks").unsigned().send().expect(200);
        assertThat(part(answer, 0).get("typ").asText()).isEqualTo("token-introspection+jwt");
        assertThat(isSignedByPlatform(answer.text())).isTrue();
        String[] parts = answer.text().split("\\.");
        assertThat(isSignedByPlatform(parts[0] + "." + parts[1].substring(1) + "." + parts[2]))
                .isFalse();
    }

    private static org.assertj.core.data.Offset<Long> within() {
        return org.assertj.core.data.Offset.offset(30L);
    }

    private boolean isSignedByPlatform(String jwt) throws GeneralSecurityException {
        String[] parts = jwt.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        for (JsonNode key : source.call("GET", "/oauth2/jwks").unsigned().send().get("keys")) {
            signature.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            new BigInteger(
                                    1,
                                    Base64.getUrlDecoder().decode(key.get("n").asText())),
                            new BigInteger(
                                    1,
                                    Base64.getUrlDecoder().decode(key.get("e").asText())))));
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            if (signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    @Test
    @DisplayName(
            "whoever is not the ticket's destination learns that it is not active and nothing more, as of a ticket that never was")
    void others() {
        String ticket = ticket();

        assertNothing(ask(bystander, question(ticket, source)));
        assertNothing(ask(source, question(ticket, source)));
        assertNothing(ask(destination, question("lgsp_tk_" + "A".repeat(49), source)));
        assertNothing(ask(destination, question("' or 1=1 --", source)));
        Answer plain = bystander
                .call("POST", INTROSPECT)
                .form(Map.of("token", ticket))
                .send()
                .expect(200);
        assertThat(plain.text()).isEqualTo("{\"active\":false}");
        assertThat(found(ask(destination, question(ticket, source)))
                        .get("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("a request is judged once")
    void once() {
        Map<String, String> question = question(ticket(), source);

        assertThat(found(ask(destination, question)).get("active").asBoolean()).isTrue();
        assertNothing(ask(destination, question));
    }

    @ParameterizedTest
    @CsvSource({
        "htm, GET",
        "htu, https://tracuu.example.vn/khac",
        "htu, not a uri",
        "htu, ftp://x/y",
        "signature, lgsp=:AAAA:",
        "signature_input, x",
        "content_digest, sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:",
        "content_digest, ",
        "covered, '{\"content-type\":\"text/plain\"}'",
        "covered, '{}'",
        "covered, '{\"authorization\":\"Bearer x\",\"content-type\":\"application/json\"}'"
    })
    @DisplayName("a request that is not the one that was signed is not vouched for")
    void changed(String parameter, String value) {
        Map<String, String> question = question(ticket(), source);
        question.put(parameter, value == null ? "" : value);

        assertNothing(ask(destination, question));
    }

    @Test
    @DisplayName("somebody else's signature, an old one, or one that leaves the ticket or the body open is none")
    void otherSignatures() {
        String ticket = ticket();
        assertNothing(ask(destination, question(ticket, bystander)));
        assertNothing(ask(destination, question(ticket, destination)));

        Map<String, String> old = question(ticket, source);
        var signer = new RequestSigner(
                source.credentials().accessKey(), source.credentials().secret());
        SignableRequest open = new SignableRequest("POST", target, Map.of());
        var signed = signer.sign(open);
        old.put("signature_input", signed.signatureInput());
        old.put("signature", signed.signature());
        assertNothing(ask(destination, old));
        var late = signer.at(java.time.Clock.offset(java.time.Clock.systemUTC(), java.time.Duration.ofMinutes(-10)))
                .sign(new SignableRequest(
                        "POST",
                        target,
                        Map.of(
                                "authorization",
                                "Bearer " + ticket,
                                "content-type",
                                "application/json",
                                "content-digest",
                                ContentDigest.of(BODY))));
        old.put("signature_input", late.signatureInput());
        old.put("signature", late.signature());
        assertNothing(ask(destination, old));
    }

    @Test
    @DisplayName("the destination is told when its own policy wants more than it sent")
    void proofMissing() {
        String ticket = ticket();
        Answer without = ask(destination, Map.of("token", ticket));
        without.refused(400, "request-proof-missing");
        assertThat(without.get("error").asText()).isEqualTo("invalid_request");
        destination
                .call("POST", INTROSPECT)
                .form(question(ticket, source))
                .send()
                .refused(400, "request-proof-missing");
        Map<String, String> nonce = question(ticket, source);
        nonce.put("nonce", "hai chữ");
        ask(destination, nonce).refused(400, "request-malformed");
        Map<String, String> half = question(ticket, source);
        half.remove("signature_input");
        ask(destination, half).refused(400, "request-malformed");
        Map<String, String> broken = question(ticket, source);
        broken.put("covered", "[1]");
        ask(destination, broken).refused(400, "request-malformed");
        destination.call("POST", INTROSPECT).form(Map.of("a", "b")).send().refused(400, "request-malformed");
    }

    @Test
    @DisplayName("a service that is content with the ticket is answered in plain JSON, as any resource server expects")
    void plain() {
        offer.policy(false, "PLATFORM", null);
        String ticket = ticket();

        Answer answer = destination
                .call("POST", INTROSPECT)
                .form(Map.of("token", ticket, "token_type_hint", "access_token"))
                .send()
                .expect(200);

        assertThat(answer.get("active").asBoolean()).isTrue();
        assertThat(answer.get("request_verified").asBoolean()).isFalse();
        assertThat(answer.get("scope").asText()).isEqualTo("lookup");
    }

    @Test
    @DisplayName("an answer under the destination's secret is verified with it")
    void bySecret() throws GeneralSecurityException {
        offer.policy(true, "SECRET", null);
        Answer answer = ask(destination, question(ticket(), source)).expect(200);

        assertThat(part(answer, 0).get("alg").asText()).isEqualTo("HS256");
        String[] parts = answer.text().split("\\.");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(destination.credentials().secret().getBytes(UTF_8), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(parts[2]))
                .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(UTF_8)));
    }

    @Test
    @DisplayName(
            "a destination may say who it is by an assertion; an unsigned question and one with a session's token are refused")
    void whoAsks() {
        Map<String, String> question = question(ticket(), source);
        Map<String, String> asserted = new LinkedHashMap<>(question);
        asserted.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        asserted.put("client_assertion", Jwt.of(destination).by(destination));
        Call call = destination
                .call("POST", INTROSPECT)
                .form(asserted)
                .header("accept", JWT)
                .unsigned();
        assertThat(found(call.send()).get("active").asBoolean()).isTrue();

        destination.call("POST", INTROSPECT).form(question).unsigned().send().refused(401, "signature-missing");
        String token =
                destination.post("/api/v1/sessions").expect(201).get("token").asText();
        destination
                .call("POST", INTROSPECT)
                .form(question)
                .unsigned()
                .header("authorization", "Bearer " + token)
                .send()
                .refused(401, "signature-missing");
    }

    @Test
    @DisplayName("the platform's next key is published before it signs, and the old one after it has signed")
    void platformKeys() throws GeneralSecurityException {
        ask(destination, question(ticket(), source)).expect(200);
        platform.database().update("update platform_key set active_from = active_from - interval '91 days'");
        Awaitility.await("the next key is published").until(() -> published() == 2);
        Answer before = ask(destination, question(ticket(), source)).expect(200);
        platform.database()
                .update(
                        "update platform_key set active_from = now() where active_from = (select max(active_from) from platform_key)");
        Awaitility.await("the next key signs").until(() -> !signedBy(ask(destination, question(ticket(), source)))
                .equals(signedBy(before)));
        assertThat(published()).isEqualTo(2);
        assertThat(isSignedByPlatform(before.text())).isTrue();
    }

    private int published() {
        return source.call("GET", "/oauth2/jwks").unsigned().send().get("keys").size();
    }

    private static String signedBy(Answer answer) {
        return part(answer, 0).get("kid").asText();
    }

    @Test
    @DisplayName("a ticket opens nothing at the platform itself")
    void notAtThePlatform() {
        source.call("GET", "/api/v1/inbox")
                .unsigned()
                .header("authorization", "Bearer " + ticket())
                .send()
                .refused(401, "signature-missing");
    }

    @Test
    @DisplayName("ending a ticket is answered alike whether there was one, and only its source ends it")
    void revoking() {
        String ticket = ticket();
        bystander
                .call("POST", "/oauth2/revoke")
                .form(Map.of("token", ticket))
                .send()
                .expect(200);
        destination
                .call("POST", "/oauth2/revoke")
                .form(Map.of("token", "lgsp_tk_x"))
                .send()
                .expect(200);
        assertThat(found(ask(destination, question(ticket, source)))
                        .get("active")
                        .asBoolean())
                .isTrue();
        source.call("POST", "/oauth2/revoke")
                .form(Map.of("token", ticket))
                .send()
                .expect(200);
        assertNothing(ask(destination, question(ticket, source)));
        source.call("POST", "/oauth2/revoke")
                .form(Map.of("token", ticket))
                .unsigned()
                .send()
                .refused(401, "signature-missing");
    }
}
