package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "Content that breaks the rules of its type goes back to its source with line, path and reason (Điều 3.6, 8.4)")
class ContentRulesIT {
    private static final String RECORD =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:include schemaLocation="kieu.xsd"/>
              <xs:element name="hoSo"><xs:complexType><xs:sequence>
                <xs:element name="ma" type="Ma"/><xs:element name="tinh" type="xs:string"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";
    private static final String KINDS =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="Ma"><xs:restriction base="xs:string"><xs:pattern value="HS[0-9]{1,6}"/></xs:restriction></xs:simpleType>
            </xs:schema>""";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Types types = new Types(platform);

    private String record() {
        String provinces = types.list(List.of(
                Map.of("code", "30", "nameVi", "Hải Dương", "nameEn", "Hai Duong"),
                Map.of("code", "99", "nameVi", "Cũ", "nameEn", "Old", "validTo", "2020-01-01")));
        String type = types.published(
                Map.of(
                        "schema", "xsd",
                        "entryDocument", "ho-so.xsd",
                        "appliesTo", ".*\\.xml",
                        "mostFiles", 2,
                        "codes", List.of(Map.of("path", "/hoSo/tinh", "list", provinces))),
                Map.of("ho-so.xsd", RECORD, "kieu.xsd", KINDS));
        new Province(platform).right(source.agency(), destination.agency(), type);
        return type;
    }

    private Parcel parcel(String type) {
        return Parcel.granted(source, destination, Map.of("dataType", type));
    }

    private Answer complete(Parcel parcel) {
        return source.post(parcel.path() + ":complete", parcel.digests());
    }

    private static byte[] record(String code, String province) {
        return ("<hoSo>\n  <ma>" + code + "</ma>\n  <tinh>" + province + "</tinh>\n</hoSo>").getBytes(UTF_8);
    }

    private static List<String> told(Answer refused) {
        List<String> told = new ArrayList<>();
        for (JsonNode one : refused.get("violations")) {
            told.add(Stream.of("file", "line", "path", "reason")
                    .map(member -> one.has(member) ? one.get(member).asText() : "-")
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow());
        }
        return told;
    }

    @Test
    @DisplayName("what is refused stays with its source, is mended and completed; the journey tells it, and no value")
    void mended() {
        Parcel parcel =
                parcel(record()).upload("ho-so.xml", record("bi-mat-77", "99")).upload("kem.bin", new byte[] {1, 2});
        Answer refused = complete(parcel).refused(422, "content-invalid");
        assertThat(told(refused))
                .containsExactly(
                        "ho-so.xml 2 /hoSo/ma giá trị sai mẫu",
                        "ho-so.xml 3 /hoSo/tinh mã không có hiệu lực trong danh mục mã");
        assertThat(platform.database().packetState(parcel.id())).isEqualTo("UPLOADING");
        assertThat(source.get(parcel.path()).expect(200).get("files")).hasSize(2);

        parcel.upload("ho-so.xml", record("HS1", "30"));
        complete(parcel).expect(200);
        parcel.accept().fetch().confirm();
        Answer journey = source.get(parcel.path() + "/journey").expect(200);
        assertThat(journey.get("steps").findValuesAsText("to"))
                .containsSubsequence("uploading", "content-refused", "received", "planned");
        assertThat(journey.text())
                .contains("ho-so.xml:2 /hoSo/ma content-pattern")
                .doesNotContain("bi-mat-77");
        assertThat(platform.database().count("select count(*) from content_refusal where places like '%bi-mat%'"))
                .isZero();
    }

    @Test
    @DisplayName("English is told in English; a file too many, or none to read, is told without a place")
    void together() {
        Parcel parcel = parcel(record())
                .upload("a.bin", new byte[] {1})
                .upload("b.bin", new byte[] {1})
                .upload("c.bin", new byte[] {1});
        Answer refused = source.call("POST", parcel.path() + ":complete")
                .json(parcel.digests())
                .header("Accept-Language", "en")
                .send()
                .refused(422, "content-invalid");
        assertThat(told(refused))
                .containsExactly(
                        "- - - the number of files is out of bounds",
                        "- - - there is no file to hold against the schema");
    }

    @Test
    @DisplayName("attacks in XML are refused whatever their encoding, and nothing is read from outside (threat 17)")
    void attacks() {
        String type = record();
        for (byte[] attack : List.of(
                "<!DOCTYPE hoSo [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><hoSo><ma>&e;</ma></hoSo>".getBytes(UTF_8),
                "\uFEFF<!DOCTYPE hoSo SYSTEM 'http://127.0.0.1:1/x'><hoSo/>"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_16LE),
                "<?xml version='1.0' encoding='UTF-7'?><hoSo/>".getBytes(UTF_8),
                "<a>".repeat(50_000).getBytes(UTF_8))) {
            Parcel parcel = parcel(type).upload("ho-so.xml", attack);
            Answer refused = complete(parcel).refused(422, "content-invalid");
            assertThat(refused.text()).doesNotContain("root:");
            assertThat(platform.database().packetState(parcel.id())).isEqualTo("UPLOADING");
        }
    }

    @Test
    @DisplayName("a JSON schema is kept as well, and attacks in JSON are refused (threat 18)")
    void json() {
        String type = types.published(
                Map.of("schema", "json", "entryDocument", "a.json"),
                Map.of("a.json", "{\"required\": [\"ma\"], \"properties\": {\"ma\": {\"type\": \"integer\"}}}"));
        new Province(platform).right(source.agency(), destination.agency(), type);
        Parcel parcel = parcel(type).upload("a", "{\n\"ma\": \"x\"}".getBytes(UTF_8));
        assertThat(told(complete(parcel).refused(422, "content-invalid"))).containsExactly("a 2 /ma giá trị sai kiểu");
        for (String attack :
                List.of("{\"ma\": 1, \"ma\": 2}", "{\"ma\": 1e400}", "[".repeat(100_000), "{\"ma\": \"\\ud800\"}")) {
            parcel.upload("a", attack.getBytes(UTF_8));
            complete(parcel).refused(422, "content-invalid");
        }
        parcel.upload("a", "{\"ma\": 1}".getBytes(UTF_8)).complete();
        complete(parcel).expect(200);
    }

    @Test
    @DisplayName("a packet keeps the version that it was granted by")
    void bound() {
        String type = types.published(
                Map.of("schema", "json", "entryDocument", "a.json"), Map.of("a.json", "{\"type\": \"object\"}"));
        new Province(platform).right(source.agency(), destination.agency(), type);
        Parcel parcel = parcel(type).upload("a", "{}".getBytes(UTF_8));
        types.next(type);
        types.documents(type, 2, Map.of("a.json", "{\"type\": \"array\"}"));
        types.publish(type, 2).expect(200);
        parcel.complete();
        complete(parcel(type).upload("a", "{}".getBytes(UTF_8))).refused(422, "content-invalid");
    }
}
