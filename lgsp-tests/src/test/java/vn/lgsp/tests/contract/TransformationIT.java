package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Conversions;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

/** One story for each way on which deliveries come to their forms, with the receivers made once for all: over 300 lines. */
@DisplayName("Each destination gets the form that it takes; what cannot be converted fails there alone (Điều 8.4)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransformationIT {
    /** From one dialect of edXML to another, with a number that has to be one. */
    private static final String STYLESHEET =
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                exclude-result-prefixes="#all">
              <xsl:output method="xml" encoding="UTF-8" indent="no"/>
              <xsl:template match="/edXML"><document number="{header/so}">
                <subject><xsl:value-of select="header/trichYeu"/></subject>
                <pages><xsl:value-of select="xs:integer(header/soTrang)"/></pages></document></xsl:template>
            </xsl:stylesheet>""";

    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="document"><xs:complexType><xs:sequence>
                <xs:element name="subject" type="xs:string"/><xs:element name="pages" type="xs:integer"/>
              </xs:sequence><xs:attribute name="number" use="required"/></xs:complexType></xs:element>
            </xs:schema>""";
    private static final String SAMPLE = edxml("01/CV", "Mẫu", "3");
    private static final byte[] ATTACHED = {1, 2, 3, 4};

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final Conversions conversions = new Conversions(platform);
    private Receivers receivers;
    private String from;
    private String to;
    private String xslt;

    @BeforeAll
    void prepare() {
        receivers = new Receivers(platform, source, 4);
        from = receivers.dataType();
        to = new Types(platform)
                .published(
                        Map.of("schema", "xsd", "entryDocument", "vb.xsd", "appliesTo", ".*\\.xml"),
                        Map.of("vb.xsd", SCHEMA));
        xslt = conversions.published(from, to, STYLESHEET, SAMPLE);
        conversions.take(receivers.get(1), from, xslt).expect(200);
        // The third takes a form that only short subjects have.
        conversions
                .take(
                        receivers.get(2),
                        from,
                        conversions.published(
                                from,
                                to,
                                STYLESHEET.replace("header/trichYeu\"", "xs:integer(header/trichYeu)\""),
                                edxml("1", "7", "1")))
                .expect(200);
    }

    private static String edxml(String number, String subject, String pages) {
        return "<edXML><header><so>" + number + "</so>\n<trichYeu>" + subject + "</trichYeu><soTrang>" + pages
                + "</soTrang></header></edXML>";
    }

    private Parcel granted(int... indexes) {
        List<Map<String, String>> recipients =
                Arrays.stream(indexes).mapToObj(receivers::entry).toList();
        return Parcel.granted(source, receivers.get(indexes[0]), Map.of("recipients", recipients, "dataType", from));
    }

    private Parcel upload(Parcel parcel, String name, String mediaType, byte[] bytes) {
        source.call("PUT", parcel.file(name)).body(mediaType, bytes).send().expect(201);
        return parcel.has(name, bytes);
    }

    private Map<String, JsonNode> deliveries(Parcel parcel) {
        Map<String, JsonNode> found = new HashMap<>();
        for (JsonNode one :
                source.get(parcel.path() + "/deliveries").expect(200).get("items")) {
            found.put(one.get("destination").get("agency").asText(), one);
        }
        return found;
    }

    private JsonNode awaited(Parcel parcel, int index, String state) {
        String agency = receivers.get(index).agency();
        Awaitility.await(agency + " " + state)
                .until(() ->
                        deliveries(parcel).get(agency).get("state").asText().equals(state));
        return deliveries(parcel).get(agency);
    }

    private static Map<String, Object> digests(Map<String, byte[]> files) {
        return Map.of(
                "files",
                files.entrySet().stream()
                        .map(file -> Map.of("name", file.getKey(), "digest", ContentDigest.of(file.getValue())))
                        .toList());
    }

    @Test
    @DisplayName(
            "three destinations: one takes what was sent, one the other dialect, one a form that cannot be made; states, notices, receipts and erasure are right, and the marker is nowhere afterwards")
    void fanOut() {
        String marker = "dau-vet-" + UUID.randomUUID();
        byte[] sent = edxml("12/UBND", marker, "5").getBytes(UTF_8);
        try (Events told = Events.follow(source)) {
            Parcel parcel = granted(0, 1, 2);
            upload(parcel, "van-ban.xml", "application/xml", sent);
            upload(parcel, "kem.bin", "application/octet-stream", ATTACHED).complete();

            JsonNode plain = awaited(parcel, 0, "planned");
            JsonNode formed = awaited(parcel, 1, "planned");
            JsonNode failed = awaited(parcel, 2, "failed");
            assertThat(plain.has("transformation")).isFalse();
            assertThat(formed.get("transformation").get("code").asText()).isEqualTo(xslt);
            assertThat(formed.get("transformation").get("version").asInt()).isEqualTo(1);
            assertThat(formed.get("transformation").get("dataType").asText()).isEqualTo(to);
            assertFailed(parcel, failed, marker);
            assertThat(told.await("conversion-failed", parcel.id())
                            .json()
                            .get("data")
                            .get("deliveryId"))
                    .isEqualTo(failed.get("id"));

            Parcel first =
                    parcel.at(receivers.get(0), UUID.fromString(plain.get("id").asText()));
            first.accept().fetch().confirm();
            byte[] converted = take(parcel, formed, marker);
            assertReceipts(parcel, plain, formed, sent, converted);

            assertThat(database.packetState(parcel.id())).isEqualTo("DELIVERED");
            new States(platform).awaitErased(parcel);
            JsonNode erased = source.get(parcel.path() + "/erasure").expect(200).json();
            assertThat(erased.get("files")).hasSize(2);
            assertThat(erased.get("forms")).hasSize(1);
            assertThat(erased.get("forms")
                            .get(0)
                            .get("files")
                            .get(0)
                            .get("digest")
                            .asText())
                    .isEqualTo(ContentDigest.of(converted));
            assertThat(Traces.of(marker, platform.home())).isEmpty();
        }
    }

    private void assertFailed(Parcel parcel, JsonNode failed, String marker) {
        assertThat(failed.get("reason").asText()).isEqualTo("conversion-failed");
        JsonNode problem = failed.get("transformation").get("problems").get(0);
        assertThat(problem.get("file").asText()).isEqualTo("van-ban.xml");
        assertThat(problem.get("reason").asText()).isEqualTo("conversion-program");
        assertThat(problem.get("detail").asText()).startsWith("FORG0001 @ ");
        Answer entry =
                source.get("/api/v1/undeliverable/" + failed.get("id").asText()).expect(200);
        assertThat(entry.get("reason").asText()).isEqualTo("failed");
        assertThat(source.get(parcel.path() + "/journey").expect(200).text())
                .contains("conversion-failed: van-ban.xml")
                .doesNotContain(marker);
        assertThat(database.count("select count(*) from packet_form where places like '%" + marker + "%'"))
                .isZero();
        receivers.get(2).get("/api/v1/deliveries/" + failed.get("id").asText()).refused(404, "not-found");
    }

    /** Takes the converted form as its destination; returns the document. */
    private byte[] take(Parcel parcel, JsonNode delivery, String marker) {
        Application taker = receivers.get(1);
        String path = "/api/v1/deliveries/" + delivery.get("id").asText();
        JsonNode waiting = taker.get("/api/v1/inbox?max=200").expect(200).get("items");
        JsonNode item = StreamSupport.stream(waiting.spliterator(), false)
                .filter(one -> one.get("packetId").asText().equals(parcel.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("transformation").get("code").asText()).isEqualTo(xslt);
        JsonNode space = taker.post(path + ":accept").expect(200).get("space");
        assertThat(space.get("files").findValuesAsText("name")).containsExactly("kem.bin", "van-ban.xml");
        String files = "/api/v1/spaces/" + space.get("id").asText() + "/files/";
        assertThat(taker.get(files + "kem.bin").expect(200).body()).isEqualTo(ATTACHED);
        byte[] converted = taker.get(files + "van-ban.xml").expect(200).body();
        assertThat(new String(converted, UTF_8))
                .contains("<document number=\"12/UBND\">")
                .contains("<subject>" + marker + "</subject><pages>5</pages>");
        assertThat(item.get("size").asInt()).isEqualTo(converted.length + ATTACHED.length);
        // What was sent is not what this destination has received.
        taker.post(path + ":confirm", parcel.digests()).refused(409, "received-digest-mismatch");
        taker.post(path + ":confirm", digests(Map.of("kem.bin", ATTACHED, "van-ban.xml", converted)))
                .expect(200);
        return converted;
    }

    private void assertReceipts(Parcel parcel, JsonNode plain, JsonNode formed, byte[] sent, byte[] converted) {
        JsonNode whole = source.get(
                        parcel.path() + "/receipt?delivery=" + plain.get("id").asText())
                .expect(200)
                .json();
        assertThat(whole.has("transformation")).isFalse();
        assertThat(whole.has("originals")).isFalse();
        assertThat(whole.get("files").findValuesAsText("digest"))
                .containsExactly(ContentDigest.of(ATTACHED), ContentDigest.of(sent));
        for (JsonNode receipt : List.of(
                source.get(parcel.path() + "/receipt?delivery="
                                + formed.get("id").asText())
                        .expect(200)
                        .json(),
                receivers.get(1).get(parcel.path() + "/receipt").expect(200).json())) {
            assertThat(receipt.get("transformation").get("code").asText()).isEqualTo(xslt);
            assertThat(receipt.get("files").findValuesAsText("digest"))
                    .containsExactly(ContentDigest.of(ATTACHED), ContentDigest.of(converted));
            assertThat(receipt.get("originals").findValuesAsText("digest"))
                    .containsExactly(ContentDigest.of(ATTACHED), ContentDigest.of(sent));
        }
    }

    @Test
    @DisplayName(
            "many in one request: each goes in the form of its destination, with content inline and the digests of that form")
    void bulk() {
        String marker = "gui-nhieu-" + UUID.randomUUID();
        Map<String, Object> item = Map.of(
                "recipients",
                List.of(receivers.entry(0), receivers.entry(1)),
                "title",
                marker,
                "dataType",
                from,
                "protocol",
                "file",
                "files",
                List.of(Map.of(
                        "name",
                        "van-ban.xml",
                        "mediaType",
                        "text/xml; charset=utf-8",
                        "content",
                        Base64.getEncoder()
                                .encodeToString(edxml("1", marker, "1").getBytes(UTF_8)))));
        Map<String, Object> other = new HashMap<>(item);
        other.put(
                "files",
                List.of(Map.of(
                        "name",
                        "van-ban.xml",
                        "mediaType",
                        "application/xml; charset=utf-8",
                        "content",
                        Base64.getEncoder()
                                .encodeToString(edxml("2", marker, "2").getBytes(UTF_8)))));
        Answer sent = source.post("/api/v1/packets:send", Map.of("items", List.of(item, other)))
                .expect(200);
        // No file of the first is converted, and its form breaks the rules of its type.
        UUID first = UUID.fromString(
                sent.get("results").get(0).get("packet").get("id").asText());
        UUID second = UUID.fromString(
                sent.get("results").get(1).get("packet").get("id").asText());
        Awaitility.await()
                .until(() -> database.count(
                                "select count(*) from packet_form where packet_id in (?, ?) and state <> 'WANTED'",
                                first,
                                second)
                        == 2);
        assertThat(problems(first)).containsExactly("content-root");
        assertThat(problems(second)).isEmpty();
        JsonNode taken = StreamSupport.stream(
                        receivers
                                .get(1)
                                .get("/api/v1/inbox?max=200&inline=4194304")
                                .expect(200)
                                .get("items")
                                .spliterator(),
                        false)
                .filter(one -> one.get("packetId").asText().equals(second.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(taken.get("files").get(0).get("content").asText()),
                        UTF_8))
                .contains("<subject>" + marker + "</subject>");
        Answer confirmed = receivers
                .get(1)
                .post(
                        "/api/v1/deliveries:confirm",
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "deliveryId",
                                        taken.get("deliveryId").asText(),
                                        "files",
                                        List.of(Map.of(
                                                "name",
                                                "van-ban.xml",
                                                "digest",
                                                taken.get("files")
                                                        .get(0)
                                                        .get("digest")
                                                        .asText()))))))
                .expect(200);
        assertThat(confirmed.get("results").get(0).get("status").asInt()).isEqualTo(200);
        assertThat(confirmed
                        .get("results")
                        .get(0)
                        .get("receipt")
                        .get("transformation")
                        .get("code")
                        .asText())
                .isEqualTo(xslt);
    }

    private List<String> problems(UUID packet) {
        for (JsonNode one : source.get("/api/v1/packets/" + packet + "/deliveries")
                .expect(200)
                .get("items")) {
            if (one.get("destination")
                    .get("agency")
                    .asText()
                    .equals(receivers.get(1).agency())) {
                JsonNode problems = one.get("transformation").path("problems");
                return problems.isMissingNode() ? List.of() : problems.findValuesAsText("reason");
            }
        }
        throw new AssertionError("not delivered to it at all");
    }

    @Test
    @DisplayName(
            "redirected and sent again: the delivery that comes in the place of another has the form of its own destination")
    void redirected() {
        // The first destination has not taken it yet, so the content is still there.
        Parcel parcel = granted(0, 2);
        upload(parcel, "van-ban.xml", "application/xml", edxml("3", "chữ", "3").getBytes(UTF_8))
                .complete();
        JsonNode failed = awaited(parcel, 2, "failed");
        String entry = "/api/v1/undeliverable/" + failed.get("id").asText();
        assertThat(source.get(entry).expect(200).get("options").toString()).contains("redirect", "resend");
        source.post(entry + ":redirect", receivers.entry(1)).expect(200);
        JsonNode next = awaited(parcel, 1, "planned");
        assertThat(next.get("transformation").get("code").asText()).isEqualTo(xslt);
        assertThat(next.get("replaces")).isEqualTo(failed.get("id"));
        receivers
                .get(1)
                .post(
                        "/api/v1/deliveries/" + next.get("id").asText() + ":refuse",
                        Map.of("reason", "Không thuộc thẩm quyền"))
                .expect(200);
        // The same form is not made a second time.
        source.post("/api/v1/undeliverable/" + next.get("id").asText() + ":resend")
                .expect(200);
        awaited(parcel, 1, "planned");
        assertThat(database.count(
                        "select count(*) from packet_form where packet_id = ? and state = 'MADE'", parcel.id()))
                .isEqualTo(1);
        assertThat(database.count("select count(*) from packet_file where packet_id = ? and form > 0", parcel.id()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "a form that was changed where it is stored quarantines the packet, and so does one of another form in its place")
    void damaged() {
        Parcel parcel = granted(0, 1);
        upload(
                        parcel,
                        "van-ban.xml",
                        "application/xml",
                        edxml("4", "x".repeat(100_000), "3").getBytes(UTF_8))
                .complete();
        JsonNode formed = awaited(parcel, 1, "planned");
        UUID blob =
                (UUID) database.one("select blob_id from packet_file where packet_id = ? and form = 1", parcel.id());
        assertThat(platform.blobs().of(blob)).hasSize(1);
        platform.blobs().damage(blob);
        Application taker = receivers.get(1);
        String path = "/api/v1/deliveries/" + formed.get("id").asText();
        JsonNode space = taker.post(path + ":accept").expect(200).get("space");
        taker.get("/api/v1/spaces/" + space.get("id").asText() + "/files/van-ban.xml")
                .refused(500, "content-corrupted");
        assertThat(database.packetState(parcel.id())).isEqualTo("QUARANTINED");
        new States(platform).awaitErased(parcel);
        assertThat(platform.blobs().of(blob)).isEmpty();

        Parcel other = granted(1);
        upload(other, "van-ban.xml", "application/xml", edxml("5", "y", "3").getBytes(UTF_8))
                .complete();
        JsonNode waiting = awaited(other, 1, "planned");
        database.update("update packet_file set original = 'khac.xml' where packet_id = ? and form = 1", other.id());
        JsonNode opened = taker.post("/api/v1/deliveries/" + waiting.get("id").asText() + ":accept")
                .expect(200)
                .get("space");
        taker.get("/api/v1/spaces/" + opened.get("id").asText() + "/files/van-ban.xml")
                .refused(500, "content-corrupted");
        assertThat(database.packetState(other.id())).isEqualTo("QUARANTINED");
    }

    @Test
    @DisplayName("the database lets no delivery go on in a form that is not made, and no form be made twice")
    void guarded() {
        Parcel parcel = granted(1);
        upload(parcel, "van-ban.xml", "application/xml", edxml("6", "z", "3").getBytes(UTF_8))
                .complete();
        JsonNode waiting = awaited(parcel, 1, "planned");
        UUID delivery = UUID.fromString(waiting.get("id").asText());
        for (String sql : List.of(
                "update delivery set form = 9 where id = ?",
                "update packet_form set state = 'WANTED' where packet_id = (select packet_id from delivery where id = ?)",
                "update packet_file set form = 0, original = null where form = 1 and packet_id = (select packet_id from delivery where id = ?)")) {
            assertThatThrownBy(() -> database.update(sql, delivery)).as(sql).hasMessageContaining("form");
        }
    }

    @Test
    @DisplayName("withdrawn while it waits for its form, a delivery is over, and a form that nobody wants is not made")
    void withdrawn() {
        Parcel parcel = granted(2);
        upload(
                        parcel,
                        "van-ban.xml",
                        "application/xml",
                        edxml("7", "không phải số", "3").getBytes(UTF_8))
                .complete();
        awaited(parcel, 2, "failed");
        assertThat(database.packetState(parcel.id())).isEqualTo("UNDELIVERED");
        new States(platform).awaitErased(parcel);
        source.post(parcel.path() + ":recall", Map.of("reason", "Gửi nhầm")).refused(409, "packet-state-conflict");
    }
}
