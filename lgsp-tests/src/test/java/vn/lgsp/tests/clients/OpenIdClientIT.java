package vn.lgsp.tests.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.signing.SignableRequest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("npm openid-client asks for tickets and has them judged (Điều 10.1, 10.2, 10.4, 10.5)")
class OpenIdClientIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);
    private final Offer offer = Offer.of(
                    platform, destination, "https://tracuu.example.vn/" + UUID.randomUUID(), "lookup", "submit")
            .permit(source, "lookup");

    private List<JsonNode> run(RegisteredKey key, List<Map<String, ?>> acts) {
        return ForeignClient.node("openid-client.mjs")
                .signing(platform.base(), key.accessKey(), key.secret())
                .environment("LGSP_ALGORITHM", key.algorithm())
                .input(acts)
                .run()
                .expectSuccess()
                .out()
                .lines()
                .map(line -> new Answer(200, null, line.getBytes(UTF_8)).json())
                .toList();
    }

    private RegisteredKey secret(Application application) {
        return RegisteredKey.of(platform, application, "hmac-sha256");
    }

    private Map<String, ?> asking(String scope) {
        return Map.of("act", "token", "parameters", Map.of("resource", offer.resource(), "scope", scope));
    }

    private Map<String, ?> judging(String ticket) {
        URI target = URI.create(offer.resource() + "/ho-so");
        var signed = new RequestSigner(
                        source.credentials().accessKey(), source.credentials().secret())
                .sign(new SignableRequest("GET", target, Map.of("authorization", "Bearer " + ticket)));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("htm", "GET");
        parameters.put("htu", target.toString());
        parameters.put("signature_input", signed.signatureInput());
        parameters.put("signature", signed.signature());
        parameters.put("nonce", UUID.randomUUID().toString());
        return Map.of("act", "introspect", "ticket", ticket, "parameters", parameters);
    }

    @Test
    @DisplayName(
            "client_secret_jwt: a ticket, its judgement as a verified JWT, its end; a foreign destination learns nothing")
    void secretJwt() {
        List<JsonNode> issued = run(secret(source), List.of(asking("lookup"), asking("submit"), asking("erase")));
        String ticket = issued.get(0).get("access_token").asText();
        assertThat(issued.get(0).get("scope").asText()).isEqualTo("lookup");
        assertThat(issued.get(0).get("expires_in").asInt()).isEqualTo(300);
        assertThat(issued.get(1).get("refused").asText()).isEqualTo("access_denied");
        assertThat(issued.get(2).get("refused").asText()).isEqualTo("invalid_scope");

        assertThat(run(secret(bystander), List.of(judging(ticket))).get(0).toString())
                .isEqualTo("{\"active\":false}");
        Map<String, ?> question = judging(ticket);
        List<JsonNode> judged = run(secret(destination), List.of(question, question));
        assertThat(judged.get(0).get("active").asBoolean()).isTrue();
        assertThat(judged.get(0).get("request_verified").asBoolean()).isTrue();
        assertThat(judged.get(0).get("client_id").asText())
                .isEqualTo(source.credentials().accessKey());
        assertThat(judged.get(1).get("active").asBoolean())
                .as("the same request again")
                .isFalse();

        assertThat(run(secret(source), List.of(Map.of("act", "revoke", "ticket", ticket))))
                .hasSize(1);
        assertThat(run(secret(destination), List.of(judging(ticket)))
                        .get(0)
                        .get("active")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-v1_5-sha256", "rsa-pss-sha512", "ecdsa-p256-sha256", "ed25519"})
    @DisplayName("private_key_jwt")
    void privateKeyJwt(String algorithm) {
        RegisteredKey key = RegisteredKey.of(platform, source, algorithm);
        try {
            JsonNode issued = run(key, List.of(asking("lookup"))).get(0);
            assertThat(issued.get("access_token").asText()).startsWith("lgsp_tk_");
            assertThat(run(key.forged(), List.of(asking("lookup")))
                            .get(0)
                            .get("refused")
                            .asText())
                    .isEqualTo("invalid_client");
        } finally {
            key.end(platform.database());
        }
    }

    @Test
    @DisplayName("a wrong secret is refused as OAuth refuses it")
    void wrongSecret() {
        JsonNode refused =
                run(secret(source).forged(), List.of(asking("lookup"))).get(0);
        assertThat(refused.get("refused").asText()).isEqualTo("invalid_client");
        assertThat(refused.get("status").asInt()).isEqualTo(401);
    }

    @Test
    @DisplayName("where the service is content with the ticket, plain RFC 7662 will do")
    void plain() {
        offer.policy(false, "PLATFORM", null);
        String ticket = run(secret(source), List.of(asking("lookup")))
                .get(0)
                .get("access_token")
                .asText();
        JsonNode judged = run(
                        secret(destination),
                        List.of(Map.of("act", "introspectPlain", "ticket", ticket, "parameters", Map.of())))
                .get(0);
        assertThat(judged.get("active").asBoolean()).isTrue();
        assertThat(judged.get("scope").asText()).isEqualTo("lookup");
    }
}
