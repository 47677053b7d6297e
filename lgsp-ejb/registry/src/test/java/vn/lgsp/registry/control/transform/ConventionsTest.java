package vn.lgsp.registry.control.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.Transformation.Ends;
import vn.lgsp.model.registry.TransformationKind;

@DisplayName("XML, JSON and CSV become each other by one convention, and nothing is lost quietly (Điều 8.4)")
class ConventionsTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static String json(String xml) throws ConversionFault {
        return Trial.of(TransformationKind.XML_TO_JSON, null, xml);
    }

    private static String xml(String json) throws ConversionFault {
        return Trial.of(TransformationKind.JSON_TO_XML, null, json);
    }

    private static String place(TransformationKind kind, String document) {
        Violation place = Trial.fault(kind, null, document).in(null).get(0);
        return place.reason() + " " + place.line() + " " + place.path();
    }

    @Test
    @DisplayName("elements, attributes, namespaces, lists and empty elements have their places in JSON")
    void toJson() throws ConversionFault {
        assertThat(
                        json(
                                """
                                <h:hoSo xmlns:h="urn:h" xmlns="urn:d" loai="A"><!-- ghi chú -->
                                  <ma>HS 1</ma><ten ngon="vi"> Đơn &amp; tờ </ten><trong/>
                                  <muc so="1"/><muc so="2"><con>x</con></muc>
                                </h:hoSo>"""))
                .isEqualTo(
                        """
                        {"h:hoSo":{"@xmlns:h":"urn:h","@xmlns":"urn:d","@loai":"A","ma":"HS 1","ten":{"@ngon":"vi","#text":" Đơn & tờ "},"trong":"",\
                        "muc":[{"@so":"1"},{"@so":"2","con":"x"}]}}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a>x</a>",
                "<a> </a>",
                "<a b=\"1\" c=\"&#10;&quot;&lt;&amp;\"/>",
                "<a b=\"1\">&lt;x&gt; &amp; y\n z</a>",
                "<a><b>1</b><b>2</b><c/></a>",
                "<a><b><c d=\"1\">x</c></b></a>",
                "<p:a xmlns:p=\"urn:p\" xmlns=\"urn:d\"><b p:c=\"1\"><p:d xmlns:q=\"urn:q\" q:e=\"2\"/></b></p:a>",
                "<đơn số=\"1\"><tên>Nguyễn Văn Ánh 𠀋</tên></đơn>"
            })
    @DisplayName("data in XML comes back as it was")
    void andBack(String xml) throws ConversionFault {
        assertThat(xml(json(xml))).isEqualTo(HEAD + xml);
    }

    @Test
    @DisplayName("elements that are named are lists even alone")
    void lists() throws ConversionFault {
        assertThat(Trial.of(TransformationKind.XML_TO_JSON, "/a/b\n\n /a/b/c ", "<a><b><c>1</c></b><d>2</d></a>"))
                .isEqualTo("{\"a\":{\"b\":[{\"c\":[\"1\"]}],\"d\":\"2\"}}");
        assertThat(Trial.fault(TransformationKind.XML_TO_JSON, "/a\nb c", "<a/>")
                        .in(null))
                .extracting(Violation::reason, Violation::line)
                .containsExactly(tuple("program-path", 2));
    }

    @Test
    @DisplayName("what would be lost is refused where it stands")
    void lossy() {
        assertThat(place(TransformationKind.XML_TO_JSON, "<a>\n<b>x <i>y</i></b></a>"))
                .isEqualTo("conversion-lossy 2 /a/b");
        assertThat(place(TransformationKind.XML_TO_JSON, "<a><b><i>y</i> x</b></a>"))
                .startsWith("conversion-lossy");
        assertThat(place(TransformationKind.XML_TO_JSON, "<a><b/>\n<c/>\n<b/></a>"))
                .isEqualTo("conversion-lossy 3 /a/b[2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":2} | conversion-root 0 /",
                "[1] | conversion-root 0 /",
                "{\"a\":[1,2]} | conversion-root 0 /a",
                "{\"a\":{\"b\":[[1]]}} | conversion-nested 0 /a/b/0",
                "{\"a\":{\"@b\":{}}} | conversion-nested 0 /a/@b",
                "{\"a\":{\"#text\":\"x\",\"b\":1}} | conversion-mixed 0 /a",
                "{\"a\":{\"b c\":1}} | conversion-name 0 /a/b c",
                "{\"a\":{\"p:b\":1}} | conversion-name 0 /a/p:b",
                "{\"a\":{\"1\":1}} | conversion-name 0 /a/1",
                "{\"a\":{\"@x y\":\"1\"}} | conversion-name 0 /a/@x y",
                "{\"a><b/><a\":1} | conversion-name 0 /a><b/><a",
                "{\"a\":\"\\u0001\"} | conversion-character 0 /a",
                "{\"a\":1,\"a\":2} | content-duplicate 1 /a",
                "{ | content-malformed 1 null"
            })
    @DisplayName("what has no place in XML is refused where it stands")
    void noPlace(String json, String told) {
        assertThat(place(TransformationKind.JSON_TO_XML, json)).startsWith(told.split(" null")[0]);
    }

    @Test
    @DisplayName("numbers keep their digits, null is nil, an empty list is nothing")
    void values() throws ConversionFault {
        assertThat(xml("{\"a\":{\"n\":12345678901234567890.10,\"t\":true,\"x\":null,\"l\":[],\"m\":[1,2]}}"))
                .isEqualTo(HEAD
                        + "<a><n>12345678901234567890.10</n><t>true</t><x xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:nil=\"true\"/><m>1</m><m>2</m></a>");
    }

    @Test
    @DisplayName("rows become objects and back; a row or member that does not fit is refused where it stands")
    void csv() throws ConversionFault {
        String rows = "ma,ten\r\nHS1,\"Đơn, tờ\"\r\nHS2,\"a\"\"b\"\r\n";
        String objects = "[{\"ma\":\"HS1\",\"ten\":\"Đơn, tờ\"},{\"ma\":\"HS2\",\"ten\":\"a\\\"b\"}]";
        assertThat(Trial.of(TransformationKind.CSV_TO_JSON, null, "\ufeff" + rows))
                .isEqualTo(objects);
        assertThat(Trial.of(TransformationKind.JSON_TO_CSV, null, objects)).isEqualTo(rows);
        assertThat(Trial.of(TransformationKind.JSON_TO_CSV, "ten\nma\nghiChu", "[{\"ma\":7.50,\"ten\":null}]"))
                .isEqualTo("ten,ma,ghiChu\r\n,7.50,\r\n");
        assertThat(place(TransformationKind.CSV_TO_JSON, "a,b\n1,2\n3")).startsWith("csv-row 3");
        assertThat(place(TransformationKind.CSV_TO_JSON, "a,a\n1,2")).startsWith("csv-header 1");
        assertThat(place(TransformationKind.CSV_TO_JSON, "")).startsWith("csv-header");
        assertThat(place(TransformationKind.JSON_TO_CSV, "[{\"a\":1},{\"a\":1,\"b\":2}]"))
                .isEqualTo("conversion-column 0 /1/b");
        assertThat(place(TransformationKind.JSON_TO_CSV, "[{\"a\":[1]}]")).isEqualTo("conversion-nested 0 /0/a");
        assertThat(place(TransformationKind.JSON_TO_CSV, "{}")).isEqualTo("conversion-rows 0 /");
    }

    @Test
    @DisplayName("attacks in documents are refused: document types, depth, other encodings, results that grow")
    void attacks() {
        assertThat(place(
                        TransformationKind.XML_TO_JSON,
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
                .startsWith("content-dtd");
        assertThat(place(TransformationKind.XML_TO_JSON, "<a>".repeat(200) + "</a>".repeat(200)))
                .startsWith("content-depth");
        assertThat(place(TransformationKind.JSON_TO_XML, "{\"a\":".repeat(200) + "1" + "}".repeat(200)))
                .startsWith("content-depth");
        String name = "n".repeat(400);
        String many = "[" + ("{\"" + name + "\":1},").repeat(3000) + "1]";
        assertThat(Trial.fault(
                                TransformationKind.JSONATA,
                                "[$map($, function($v) { $v & $v & $v & $v & $v & $v & $v & $v & $v & $v & $v & $v & $v"
                                        + " & $v & $v & $v & $v & $v & $v & $v & $v & $v })]",
                                many)
                        .reason())
                .isIn("conversion-result-large", Watch.MEMORY, Watch.TIME);
    }

    @Test
    @DisplayName("names take the ending of what the file has become")
    void names() {
        Ends ends = new Ends("a", "b", List.of("application/xml", "text/xml"), "application/json");
        assertThat(FileNames.of("ho-so.xml", ends)).isEqualTo("ho-so.json");
        assertThat(FileNames.of("ho-so", ends)).isEqualTo("ho-so.json");
        assertThat(FileNames.of(".xml", ends)).isEqualTo(".xml.json");
        assertThat(FileNames.of("a.b.xml", new Ends("a", "b", List.of("application/xml"), "application/xml")))
                .isEqualTo("a.b.xml");
        assertThat(FileNames.of("a.xml", new Ends("a", "b", List.of("application/xml"), "application/atom+xml")))
                .isEqualTo("a.xml");
        assertThat(FileNames.of("x".repeat(255), ends)).isEqualTo("x".repeat(255));
    }
}
