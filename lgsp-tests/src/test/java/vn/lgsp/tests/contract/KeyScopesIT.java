package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Contract;
import vn.lgsp.tests.http.Keys;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("A restricted key opens what it was restricted to, and nothing else")
class KeyScopesIT {
    private static final String NOBODY = UUID.randomUUID().toString();
    private static final Map<String, ?> DIGESTS = Map.of(
            "files",
            List.of(Map.of("name", "a.txt", "digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")));

    private static PlatformProcess platform;
    private static Keys keys;
    private static String application;

    /** An operation and the scopes of which any opens it. */
    private record Door(String method, String path, Map<String, ?> body, List<String> scopes) {
        Call call(Application holder) {
            Call call = holder.call(method, path);
            if (path.contains("/files/") && method.equals("PUT")) {
                return call.body("text/plain", new byte[] {1});
            }
            if (path.contains("/uploads")) {
                call.header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "1")
                        .header("Upload-Offset", "0");
                return method.equals("PATCH") ? call.body(Resumable.CHUNK, new byte[] {1}) : call;
            }
            if (path.startsWith("/oauth2/")) {
                return call.form(
                        body.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                                .toString())));
            }
            return body == null ? call : call.json(body);
        }

        String operation() {
            return Contract.get()
                    .operation(method, path.replaceAll("\\?.*", ""))
                    .orElseThrow()
                    .id();
        }
    }

    private static List<Door> doors() {
        String packet = "/api/v1/packets/" + NOBODY;
        String delivery = "/api/v1/deliveries/" + NOBODY;
        String undeliverable = "/api/v1/undeliverable/" + NOBODY;
        String space = "/api/v1/spaces/" + NOBODY;
        Map<String, ?> reason = Map.of("reason", "kiểm thử");
        Map<String, ?> wanted = Map.of(
                "recipients",
                List.of(Map.of("agency", "000.00.31.H23")),
                "title",
                "Thử phạm vi",
                "dataType",
                "file",
                "protocol",
                "file");
        Map<String, ?> simulated =
                Map.of("recipients", List.of(Map.of("agency", "000.00.31.H23")), "title", "Thử", "dataType", "file");
        List<String> send = List.of("send");
        List<String> receive = List.of("receive");
        List<String> both = List.of("send", "receive");
        List<String> access = List.of("access");
        return List.of(
                new Door("POST", "/api/v1/packets", wanted, send),
                new Door("GET", "/api/v1/packets?direction=sent", null, send),
                new Door("GET", "/api/v1/packets?direction=received", null, receive),
                new Door("GET", packet, null, both),
                new Door("GET", packet + "/journey", null, both),
                new Door("GET", packet + "/receipt", null, both),
                new Door("GET", packet + "/deliveries", null, both),
                new Door("GET", packet + "/erasure", null, both),
                new Door("POST", packet + ":complete", DIGESTS, send),
                new Door("POST", packet + ":cancel", reason, send),
                new Door("POST", packet + ":recall", reason, send),
                new Door("GET", "/api/v1/resend-requests", null, send),
                new Door("POST", delivery + ":request-resend", reason, receive),
                new Door("PUT", space + "/policy", Map.of(), send),
                new Door("GET", "/api/v1/policies", null, send),
                new Door("PUT", space + "/files/a.txt", null, send),
                new Door("POST", space + "/uploads", null, send),
                new Door("HEAD", space + "/uploads/" + NOBODY, null, send),
                new Door("PATCH", space + "/uploads/" + NOBODY, null, send),
                new Door("DELETE", space + "/uploads/" + NOBODY, null, send),
                new Door("GET", space + "/files/a.txt", null, receive),
                new Door("HEAD", space + "/files/a.txt", null, receive),
                new Door("GET", "/api/v1/inbox", null, receive),
                new Door("GET", delivery, null, receive),
                new Door("POST", delivery + ":accept", null, receive),
                new Door("POST", delivery + ":confirm", DIGESTS, receive),
                new Door("POST", delivery + ":refuse", reason, receive),
                new Door("POST", "/api/v1/packets:send", wanted, send),
                new Door("POST", "/api/v1/packets:send", Map.of("items", List.of(wanted)), send),
                new Door(
                        "POST",
                        "/api/v1/deliveries:confirm",
                        Map.of("items", List.of(Map.of("deliveryId", NOBODY, "files", DIGESTS.get("files")))),
                        receive),
                new Door("GET", "/api/v1/undeliverable", null, send),
                new Door("GET", undeliverable, null, send),
                new Door("POST", "/api/v1/routes:simulate", simulated, send),
                new Door("POST", undeliverable + ":wait", Map.of("until", "2099-01-01T00:00:00.000Z"), send),
                new Door("POST", undeliverable + ":redirect", Map.of("agency", "000.00.31.H23"), send),
                new Door("POST", undeliverable + ":cancel", reason, send),
                new Door("POST", undeliverable + ":resend", null, send),
                new Door("GET", "/api/v1/access-rights:explain?dataType=file&destination=000.00.31.H23", null, send),
                new Door(
                        "GET",
                        "/api/v1/access-rights:explain?operationId=" + NOBODY + "&destination=000.00.31.H23",
                        null,
                        access),
                new Door(
                        "POST",
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "resource", "urn:lgsp:service:khong-co"),
                        access),
                new Door("POST", "/oauth2/introspect", Map.of("token", "khong-co"), access),
                new Door("POST", "/oauth2/revoke", Map.of("token", "khong-co"), access));
    }

    @BeforeAll
    static void meet() {
        platform = SharedPlatform.get();
        keys = new Keys(platform);
        application = keys.application();
    }

    private static Application holder(String scope) {
        Answer issued =
                keys.issue(application, Map.of("name", scope, "scopes", List.of(scope), "reason", "kiểm thử phạm vi"));
        return keys.holder(issued);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "receive", "events", "access"})
    @DisplayName("every operation is refused to a key without its scope, and only to such")
    void doorsOf(String scope) {
        Application holder = holder(scope);
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            Answer answer = door.call(holder).send();
            boolean refused = answer.status() == 403
                    && (door.method().equals("HEAD") || answer.text().contains("key-scope-missing"));
            if (refused == door.scopes().contains(scope)) {
                wrong.add(door.method() + " " + door.path() + " with " + scope + ": " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
        Awaitility.await("the refusals are in the log of authentication (Điều 7.1a)")
                .atMost(Duration.ofSeconds(20))
                .until(() -> platform.database()
                                .count(
                                        """
                                        select count(*) from authentication_event e join access_key k on k.id = e.access_key_id
                                        where k.access_key = ? and e.reason = 'key-scope-missing'
                                        """,
                                        holder.credentials().accessKey())
                        > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "receive", "access"})
    @DisplayName("events are read by keys for events only")
    void events(String scope) {
        holder(scope).get("/api/v1/events").refused(403, "key-scope-missing");
    }

    @Test
    @DisplayName("every key connects; it is told what it may see")
    void sessions() {
        for (String scope : List.of("send", "receive", "events", "access")) {
            holder(scope).post("/api/v1/sessions").expect(201);
        }
        try (var stream = holder("events").call("GET", "/api/v1/events").open().body()) {
            assertThat(stream.read()).isNotNegative();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("no operation of applications is left out of this test")
    void complete() {
        List<String> anyKey = List.of(
                "openSession",
                "closeSession",
                "heartbeat",
                "streamEvents",
                "searchAgencies",
                "getAgency",
                "getTime",
                "listErrors",
                "listAgencyChanges",
                "getAccessToken",
                "getAuthorityCertificate",
                "getAuthorityCertificateText",
                "getRevocationList",
                "getRevocationListText",
                "getKeySet",
                "getServerMetadata",
                "resolveCode",
                "listTransformations",
                "getTransformation",
                "getTransformationVersion",
                "tryTransformation",
                "listDataTypes",
                "getDataType",
                "getDataTypeVersion",
                "getSchemaDocument",
                "validateSample",
                "listCodeLists",
                "getCodeList",
                "listCodeEntries",
                "getError");
        List<String> tried = doors().stream().map(Door::operation).toList();
        assertThat(Contract.get().operations().stream()
                        .filter(Contract.Operation::forApplications)
                        .map(Contract.Operation::id)
                        .filter(id -> !anyKey.contains(id))
                        .toList())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(tried).contains(id));
    }
}
