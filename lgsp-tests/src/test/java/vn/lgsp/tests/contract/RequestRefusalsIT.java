package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName("What is asked for is checked before anything is granted (Điều 8.2)")
class RequestRefusalsIT {
    private static final String PACKETS = "/api/v1/packets";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Province province = new Province(platform);
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);

    @TestFactory
    @DisplayName("a request that makes no sense, or that nobody allowed, leaves nothing")
    Stream<DynamicTest> refused() {
        return Stream.of(
                refusal("to an agency that does not exist", to("000.00.99.Z00"), 422, "recipient-unknown"),
                refusal("to something that is no code", to("'; drop table packet; --"), 422, "recipient-unknown"),
                refusal("to a closed agency", to(province.agency("CLOSED")), 422, "code-closed"),
                refusal("to a locked agency", to(province.agency("LOCKED")), 422, "recipient-not-active"),
                refusal("to an agency that gave no right", to(bystander.agency()), 403, "no-access-right"),
                refusal(
                        "to an agency without an application",
                        to(allowed(province.agency("ACTIVE"))),
                        422,
                        "recipient-cannot-receive"),
                refusal("of an unknown data type", with("dataType", "khong-co"), 422, "data-type-unknown"),
                refusal(
                        "with a protocol that is not the data type's",
                        with("protocol", "edxml"),
                        422,
                        "protocol-mismatch"),
                refusal("larger than its data type allows", with("size", 10_737_418_241L), 413, "packet-too-large"),
                refusal("of negative size", with("size", -1), 422, "request-invalid"),
                refusal("without a title", with("title", " "), 422, "request-invalid"),
                refusal("with a title too long", with("title", "a".repeat(501)), 422, "request-invalid"),
                refusal("with a control character in the title", with("title", "a\u0000b"), 422, "request-invalid"),
                refusal("of an importance that does not exist", with("importance", "very"), 422, "request-invalid"),
                refusal("to nobody", with("recipients", List.of()), 422, "request-invalid"),
                refusal(
                        "to two, of which one gave no right",
                        with(
                                "recipients",
                                List.of(Map.of("agency", destination.agency()), Map.of("agency", bystander.agency()))),
                        403,
                        "no-access-right"),
                refusal("with a member that is not in the contract", with("agency_id", "x"), 422, "request-invalid"),
                refusal("with text where a number belongs", with("size", "12"), 422, "request-invalid"),
                refusal("with a number where text belongs", with("title", 5), 422, "request-invalid"));
    }

    private DynamicTest refusal(String name, Consumer<ObjectNode> change, int status, String code) {
        return DynamicTest.dynamicTest(name, () -> {
            ObjectNode request = Json.object(Parcel.request(destination));
            change.accept(request);
            Traces before = Traces.before(platform);
            source.call("POST", PACKETS).json(request.toString()).send().refused(status, code);
            before.assertNothingLeft();
        });
    }

    private static Consumer<ObjectNode> with(String member, Object value) {
        return request -> request.set(member, Json.object(Map.of("it", value)).get("it"));
    }

    private static Consumer<ObjectNode> to(String agency) {
        return with("recipients", List.of(Map.of("agency", agency)));
    }

    private String allowed(String agency) {
        province.right(source.agency(), agency, "file");
        return agency;
    }

    @Test
    @DisplayName("an application without any right is refused")
    void bystanderRefused() {
        Traces before = Traces.before(platform);
        Answer answer = bystander.post(PACKETS, Parcel.request(destination)).refused(403, "no-access-right");
        before.assertNothingLeft();
        awaitLogged(answer, "no-access-right");
    }

    private void awaitLogged(Answer refusal, String reason) {
        UUID request = UUID.fromString(refusal.get("requestId").asText());
        Awaitility.await("the refusal is in the log of authentication (Điều 7.1a)")
                .atMost(Duration.ofSeconds(20))
                .until(() -> platform.database()
                                .count(
                                        """
                                        select count(*) from authentication_event e join access_key k on k.id = e.access_key_id
                                        where e.request_id = ? and e.reason = ? and e.path = ? and k.access_key = ?
                                        """,
                                        request,
                                        reason,
                                        PACKETS,
                                        bystander.credentials().accessKey())
                        == 1);
    }

    @TestFactory
    @DisplayName("a body that is not exactly one strict JSON object is refused")
    Stream<DynamicTest> notJson() {
        String good = Json.write(Parcel.request(destination));
        return Stream.of(
                body("no JSON", "title=a"),
                body("cut off", good.substring(0, good.length() - 1)),
                body("with text behind it", good + "{}"),
                body("with a member twice", good.substring(0, good.length() - 1) + ",\"title\":\"b\"}"),
                body("nested without end", "{\"title\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                body("with a number without end", "{\"size\":1e" + "9".repeat(1_000) + "}"),
                body("null", "null"),
                body("empty", ""),
                body("a list", "[" + good + "]"));
    }

    private DynamicTest body(String name, String text) {
        return DynamicTest.dynamicTest(name, () -> {
            Traces before = Traces.before(platform);
            Answer answer = source.call("POST", PACKETS).json(text).send();
            assertThat(answer.status()).as("%s", answer).isIn(400, 422);
            assertThat(answer.get("code").asText()).isIn("request-malformed", "request-invalid");
            before.assertNothingLeft();
        });
    }

    @Test
    @DisplayName("a body too large for JSON is refused before it is read")
    void tooLargeForJson() {
        Traces before = Traces.before(platform);
        source.call("POST", PACKETS)
                .json("{\"title\":\"" + "a".repeat(1_100_000) + "\"}")
                .send()
                .refused(413, "request-too-large");
        before.assertNothingLeft();
    }

    @TestFactory
    @DisplayName("the protocol of the web is kept")
    Stream<DynamicTest> web() {
        String good = Json.write(Parcel.request(destination));
        return Stream.of(
                web(
                        "another media type",
                        source.call("POST", PACKETS).body("text/xml", good.getBytes()),
                        415,
                        "media-type-unsupported"),
                web(
                        "another language of answers",
                        source.call("GET", PACKETS).header("accept", "text/html"),
                        406,
                        "not-acceptable"),
                web(
                        "a method that is not there",
                        source.call("DELETE", PACKETS).undocumented(),
                        405,
                        "method-not-allowed"),
                web(
                        "PATCH of a packet",
                        source.call("PATCH", PACKETS + "/" + UUID.randomUUID())
                                .json("{}")
                                .undocumented(),
                        405,
                        "method-not-allowed"),
                web(
                        "a path that is not there",
                        source.call("GET", "/api/v1/nothing").undocumented(),
                        404,
                        "not-found"),
                web(
                        "a path below the root",
                        source.call("GET", "/api/v1/packets/../../WEB-INF/web.xml")
                                .undocumented(),
                        404,
                        "not-found"),
                web("an id that is none", source.call("GET", PACKETS + "/1").undocumented(), 404, "not-found"),
                web("a limit too high", source.call("GET", PACKETS + "?limit=201"), 422, "request-invalid"),
                web("a state that does not exist", source.call("GET", PACKETS + "?state=lost"), 422, "request-invalid"),
                web(
                        "an error that does not exist",
                        source.call("GET", "/api/v1/errors/none").unsigned(),
                        404,
                        "not-found"),
                web(
                        "an agency that does not exist",
                        source.call("GET", "/api/v1/agencies/000.00.99.Z00"),
                        404,
                        "not-found"));
    }

    private static DynamicTest web(String name, Call call, int status, String code) {
        return DynamicTest.dynamicTest(name, () -> call.send().refused(status, code));
    }

    @Test
    @DisplayName("problems are in Vietnamese, and in English for whoever asks")
    void languages() {
        Answer vietnamese = source.get(PACKETS + "/" + UUID.randomUUID()).refused(404, "not-found");
        Answer english = source.call("GET", PACKETS + "/" + UUID.randomUUID())
                .english()
                .send()
                .refused(404, "not-found");
        assertThat(vietnamese.get("title").asText()).matches(".*[ăâđêôơưáàảãạíìýéèẻẽẹ].*");
        assertThat(english.get("title").asText())
                .isNotEqualTo(vietnamese.get("title").asText())
                .matches("[ -~]+");
        assertThat(english.get("fix").asText()).matches("[ -~]+");
    }

    @Test
    @DisplayName("every code of the catalogue is explained in both languages")
    void catalogue() {
        Answer vietnamese =
                source.call("GET", "/api/v1/errors").unsigned().send().expect(200);
        Answer english =
                source.call("GET", "/api/v1/errors").unsigned().english().send().expect(200);
        assertThat(english.json().findValuesAsText("code"))
                .isEqualTo(vietnamese.json().findValuesAsText("code"))
                .doesNotHaveDuplicates();
        for (String member : List.of("title", "cause", "fix")) {
            assertThat(vietnamese.json().findValuesAsText(member)).noneMatch(String::isBlank);
            assertThat(english.json().findValuesAsText(member)).noneMatch(String::isBlank);
            assertThat(english.json().findValuesAsText(member))
                    .isNotEqualTo(vietnamese.json().findValuesAsText(member));
        }
    }

    @Test
    @DisplayName("the same idempotency key and request answer the same packet, another request is refused")
    void idempotency() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Parcel.request(destination);
        UUID first = asked(key, request).expect(201).id("id");
        Traces before = Traces.before(platform);
        assertThat(asked(key, request).expect(201).id("id")).isEqualTo(first);
        request.put("title", "Một gói tin khác");
        asked(key, request).refused(422, "idempotency-key-reused");
        asked("a".repeat(129), request).refused(422, "request-invalid");
        before.assertNothingLeft();
        assertThat(asked(UUID.randomUUID().toString(), request).expect(201).id("id"))
                .isNotEqualTo(first);
    }

    private Answer asked(String key, Map<String, ?> request) {
        return source.call("POST", PACKETS)
                .header("Idempotency-Key", key)
                .json(request)
                .send();
    }
}
