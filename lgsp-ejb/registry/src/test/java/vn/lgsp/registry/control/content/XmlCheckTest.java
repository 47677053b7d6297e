package vn.lgsp.registry.control.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lgsp.registry.control.content.Samples.documents;
import static vn.lgsp.registry.control.content.Samples.found;
import static vn.lgsp.registry.control.content.Samples.told;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.SchemaKind;

@DisplayName("XML documents against their rules (Điều 3.6, 8.2; threat 17)")
class XmlCheckTest {
    private static final Map<String, byte[]> NONE = Map.of();

    private static final Map<String, byte[]> SCHEMA = documents(
            "ho-so.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
              <xs:include schemaLocation="kieu.xsd"/>
              <xs:element name="hoSo"><xs:complexType>
                <xs:sequence>
                  <xs:element name="ma" type="Ma" maxOccurs="unbounded"/>
                  <xs:element name="ngay" type="xs:date"/>
                  <xs:element name="tien" type="Tien" minOccurs="0"/>
                </xs:sequence>
                <xs:attribute name="loai" use="required"/>
              </xs:complexType></xs:element>
            </xs:schema>""",
            "kieu.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="Ma"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}[0-9]{1,6}"/></xs:restriction></xs:simpleType>
              <xs:simpleType name="Tien"><xs:restriction base="xs:decimal"><xs:maxInclusive value="1000"/></xs:restriction></xs:simpleType>
            </xs:schema>""");

    @Test
    @DisplayName("a document that follows the schema is taken; of one that does not, every place is named")
    void schema() {
        assertThat(found(
                        SchemaKind.XSD,
                        SCHEMA,
                        "<hoSo loai='A'><ma>HS1</ma><ngay>2026-01-31</ngay><tien>5</tien></hoSo>"))
                .isEmpty();
        List<Violation> wrong = found(
                SchemaKind.XSD,
                SCHEMA,
                """
                <hoSo>
                  <ma>HS1</ma>
                  <ma>hs-2</ma>
                  <ngay>31/01/2026</ngay>
                  <tien>1001</tien>
                  <la/>
                </hoSo>""");
        assertThat(told(wrong))
                .containsExactly(
                        "1 /hoSo content-missing",
                        "3 /hoSo/ma[2] content-pattern",
                        "4 /hoSo/ngay content-type",
                        "5 /hoSo/tien content-range",
                        "6 /hoSo/la content-structure");
        assertThat(wrong).allSatisfy(one -> assertThat(one.column()).isPositive());
    }

    @Test
    @DisplayName("another root is refused, and so is nothing at all")
    void root() {
        assertThat(told(found(SchemaKind.XSD, SCHEMA, "<khac/>"))).containsExactly("1 /khac content-root");
        assertThat(told(found(SchemaKind.XSD, SCHEMA, ""))).containsExactly("1 null content-malformed");
    }

    @Test
    @DisplayName("at most fifty places are told")
    void fifty() {
        assertThat(found(SchemaKind.XSD, SCHEMA, "<hoSo loai=''>" + "<ma>?</ma>".repeat(5000) + "</hoSo>"))
                .hasSize(50);
    }

    @Test
    @DisplayName("codes are looked up at their paths, in elements and attributes")
    void codes() {
        List<CodeRule> rules = List.of(
                new CodeRule("/ds/muc/ma", "tinh", Set.of("01", "02")),
                new CodeRule("/ds/@nam", "nam", Set.of("2026")));
        byte[] content = "<ds nam='2025'><muc><ma> 01 </ma></muc><muc>\n<ma>1</ma></muc><ma>9</ma></ds>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(told(found(SchemaKind.XSD, NONE, rules, content)))
                .containsExactly("1 /ds/@nam content-code", "2 /ds/muc[2]/ma content-code");
    }

    @ParameterizedTest
    @DisplayName("document types and everything they bring are refused, in every encoding")
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void documentTypes(String encoding) throws IOException {
        try (ServerSocket outside = new ServerSocket(0)) {
            String there = "http://127.0.0.1:" + outside.getLocalPort() + "/x";
            List<String> attacks = List.of(
                    "<!DOCTYPE a SYSTEM '" + there + "'><a/>",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM '" + there + "'>]><a>&e;</a>",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + there + "'> %p;]><a/>",
                    "<!DOCTYPE a [" + billionLaughs() + "]><a>&l9;</a>",
                    "<!DOCTYPE a [<!ENTITY q '" + "q".repeat(30_000) + "'>]><a>" + "&q;".repeat(1000) + "</a>");
            for (String attack : attacks) {
                String declaration = encoding.equals("UTF-8") ? "" : "\uFEFF";
                byte[] content = (declaration + attack)
                        .getBytes(Charset.forName(encoding.equals("UTF-16") ? "UTF-16BE" : encoding));
                assertThat(found(SchemaKind.XSD, SCHEMA, List.of(), content))
                        .as(attack.substring(0, 40))
                        .extracting(Violation::reason)
                        .containsExactly("content-dtd");
            }
            outside.setSoTimeout(1);
            assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(outside::accept);
        }
    }

    private static String billionLaughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 'ha'>");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return entities.toString();
    }

    @Test
    @DisplayName("places named by the document itself are not gone to: schema locations, XInclude, stylesheets")
    void locations() throws IOException {
        try (ServerSocket outside = new ServerSocket(0)) {
            String there = "http://127.0.0.1:" + outside.getLocalPort() + "/x";
            found(
                    SchemaKind.XSD,
                    SCHEMA,
                    "<?xml-stylesheet href='" + there
                            + "'?><hoSo xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='"
                            + there
                            + "' xmlns:i='http://www.w3.org/2001/XInclude' xsi:schemaLocation='urn:x " + there
                            + "'><i:include href='"
                            + there + "'/><x xmlns='urn:x'/></hoSo>");
            outside.setSoTimeout(1);
            assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(outside::accept);
        }
    }

    @Test
    @DisplayName("encodings in which text can be disguised are refused")
    void encodings() {
        assertThat(told(found(SchemaKind.XSD, NONE, "<?xml version='1.0' encoding='UTF-7'?><a>+ADw-b+AD4-</a>")))
                .singleElement()
                .asString()
                .endsWith("content-encoding");
        assertThat(told(found(SchemaKind.XSD, NONE, "<?xml version='1.0' encoding='windows-1258'?><a/>")))
                .singleElement()
                .asString()
                .endsWith("content-encoding");
        byte[] broken = {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>'};
        assertThat(told(found(SchemaKind.XSD, NONE, List.of(), broken)))
                .singleElement()
                .asString()
                .endsWith("content-encoding");
    }

    @Test
    @DisplayName("depth, length of values and size have bounds, each told by its name")
    void bounds() {
        assertThat(told(found(SchemaKind.XSD, NONE, "<a>".repeat(100) + "</a>".repeat(100))))
                .isEmpty();
        assertThat(found(SchemaKind.XSD, NONE, "<a>".repeat(200_000)))
                .extracting(Violation::reason)
                .containsExactly("content-depth");
        assertThat(found(SchemaKind.XSD, NONE, "<a>" + "x".repeat(70_000) + "</a>"))
                .extracting(Violation::reason)
                .containsExactly("content-value");
        assertThat(found(SchemaKind.XSD, NONE, "<a b='" + "x".repeat(70_000) + "'/>"))
                .extracting(Violation::reason)
                .containsExactly("content-value");
        assertThat(found(SchemaKind.XSD, NONE, "<a>" + "<b/>".repeat(1_100_000) + "</a>"))
                .extracting(Violation::reason)
                .containsExactly("content-too-large");
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertThat(found(SchemaKind.XSD, NONE, attributes + "/>"))
                .extracting(Violation::reason)
                .containsExactly("content-malformed");
    }

    @Test
    @DisplayName("the same attribute twice and a prefix that is not declared are refused with their line")
    void malformed() {
        assertThat(told(found(SchemaKind.XSD, NONE, "<a>\n<b c='1' c='2'/></a>")))
                .containsExactly("2 /a content-malformed");
        assertThat(told(found(SchemaKind.XSD, NONE, "<a>\n\n<edXML:b/></a>")))
                .containsExactly("3 /a content-malformed");
    }

    @Test
    @DisplayName("a schema reaches no further than its own documents")
    void schemaOutside() {
        for (String location :
                List.of("file:///etc/passwd", "http://127.0.0.1:1/x.xsd", "../kieu.xsd", "khong-co.xsd")) {
            Map<String, byte[]> schema = documents(
                    "a.xsd",
                    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='" + location
                            + "'/></xs:schema>");
            assertThatExceptionOfType(SchemaFault.class)
                    .isThrownBy(() -> CompiledSchema.of(SchemaKind.XSD, schema, "a.xsd"))
                    .satisfies(fault -> assertThat(fault.reason()).isEqualTo("schema-outside"));
        }
    }

    @Test
    @DisplayName("a schema that is broken, has a document type or a pattern without bound is refused with its place")
    void schemaFaults() {
        String head = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n";
        assertFault("schema-broken", head + "<xs:element name='a' type='khongCo'/></xs:schema>");
        assertFault("content-dtd", "<!DOCTYPE a []>" + head + "</xs:schema>");
        assertFault(
                "schema-pattern",
                head + "<xs:simpleType name='t'><xs:restriction base='xs:string'><xs:pattern value='(a+)+b'/>"
                        + "</xs:restriction></xs:simpleType></xs:schema>");
        assertFault("content-malformed", head);
    }

    private static void assertFault(String reason, String schema) {
        assertThatExceptionOfType(SchemaFault.class)
                .isThrownBy(() -> CompiledSchema.of(SchemaKind.XSD, documents("a.xsd", schema), "a.xsd"))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(reason))
                .satisfies(fault -> assertThat(fault.told()).contains("a.xsd"));
    }
}
