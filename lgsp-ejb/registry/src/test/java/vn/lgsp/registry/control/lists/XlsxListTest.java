package vn.lgsp.registry.control.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ListFormat;

@DisplayName("A list of agencies as a workbook")
class XlsxListTest {
    private static final Random RANDOM = new Random(7);
    private static final String STYLES =
            """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000000000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/>
            <numFmt numFmtId="166" formatCode="#,##0&quot;days&quot;[Red]"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>
            </styleSheet>
            """;

    private static void refused(String reason, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(LgspException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
            assertThat(refusal.arguments()).singleElement().asString().contains(reason);
        });
    }

    private static String telephone(String cell) {
        return Workbook.of("<row r=\"2\">" + cell + "</row>")
                .with(Workbook.STYLES, STYLES)
                .read()
                .rows()
                .get(0)
                .telephone();
    }

    @Test
    @DisplayName("columns by name in any order, shared texts with their pieces, places kept over empty rows and cells")
    void texts() {
        Workbook book = new Workbook()
                .with(
                        Workbook.TEXTS,
                        """
                        <sst><si><t>name</t></si><si><t>code</t></si><si><r><t>Sở </t></r><r><t>Mới</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>
                        <si><t xml:space="preserve">H23.90_x000D_</t></si></sst>
                        """)
                .with(
                        Workbook.SHEET,
                        """
                        <worksheet><sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>
                        <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="s"><v>3</v></c></row>
                        <row r="5"><c r="A5" s="1"/></row>
                        <row r="6"><c t="str"><v>Xã &amp; Hà</v></c><c r="B6" t="inlineStr"><is><t>'H23.91</t></is></c><c r="D6" s="1"/></row>
                        </sheetData></worksheet>
                        """);
        assertThat(book.read().rows())
                .extracting(AgencyListRow::position, AgencyListRow::name, AgencyListRow::code, AgencyListRow::email)
                .containsExactly(tuple(1, "Sở Mới", "H23.90\r", null), tuple(3, "Xã & Hà", "'H23.91", null));
    }

    @ParameterizedTest
    @CsvSource({
        "84912345678, 0, 84912345678",
        "1.0E5, 0, 100000",
        "2.0000000000000001E-1, 0, 0.2",
        "0.30000000000000004, 0, 0.3",
        "1E+20, 0, 100000000000000000000",
        "912345678, 1, 0912345678",
        "45000, 2, 2023-03-15",
        "45000.5, 3, 2023-03-15T12:00:00",
        "1, 2, 1900-01-01",
        "60000, 4, 60000",
        "0.25, 5, 06:00:00",
        "0, 0, 0"
    })
    @DisplayName("numbers are plain, with the zeros that their style shows; days and times as ISO 8601 has them")
    void numbers(String number, int style, String text) {
        assertThat(telephone("<c r=\"C2\" s=\"" + style + "\"><v>" + number + "</v></c>"))
                .isEqualTo(text);
    }

    @Test
    @DisplayName(
            "of a formula the value counts; one that was never calculated, an error and what is no number are named by row and column")
    void formulas() {
        Workbook.Found found = Workbook.of(
                        """
                        <row r="2"><c r="A2" t="str"><f>"H23."&amp;90</f><v>H23.90</v></c><c r="B2" t="str"><f>HYPERLINK("x")</f><v>Sở</v></c>
                            <c r="C2"><f>1+1</f><v>2</v></c></row>
                        <row r="3"><c r="A3"><f>A2</f></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3"><v>1E999999999</v></c></row>
                        <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="d"><v>2026-11-26T00:00:00</v></c><c r="C4"><v>x</v></c></row>
                        """)
                .read();
        assertThat(found.rows())
                .extracting(AgencyListRow::code, AgencyListRow::name, AgencyListRow::telephone)
                .containsExactly(
                        tuple("H23.90", "Sở", "2"), tuple(null, null, null), tuple("TRUE", "2026-11-26", null));
        assertThat(found.problems())
                .extracting(ImportProblem::position, ImportProblem::field, ImportProblem::reason, ImportProblem::value)
                .containsExactly(
                        tuple(2, "code", "cell-not-calculated", null),
                        tuple(2, "name", "cell-error", "#REF!"),
                        tuple(2, "telephone", "cell-number", "1E999999999"),
                        tuple(3, "telephone", "cell-number", "x"));
        assertThat(found.problems()).allMatch(ImportProblem::error);
    }

    @Test
    @DisplayName("the days of 1904 are counted from there")
    void since1904() {
        Workbook book = Workbook.of("<row r=\"2\"><c r=\"C2\" s=\"2\"><v>43538</v></c></row>")
                .with(Workbook.STYLES, STYLES)
                .with(
                        "xl/workbook.xml",
                        "<workbook><workbookPr date1904=\"1\"/><sheets><sheet id=\"r1\"/></sheets></workbook>");
        assertThat(book.read().rows().get(0).telephone()).isEqualTo("2023-03-15");
    }

    @Test
    @DisplayName("what is no archive, or one without the parts of a workbook, is refused")
    void noWorkbook() {
        refused("XLSX", () -> Workbook.read("code,name\n".getBytes(StandardCharsets.UTF_8)));
        refused("XLSX", () -> Workbook.read(new byte[0]));
        byte[] whole = Workbook.of("<row r=\"2\">" + Workbook.cell("A2", "H23") + "</row>")
                .bytes();
        refused("XLSX", () -> Workbook.read(Arrays.copyOf(whole, whole.length / 2)));
        refused("XLSX", () -> Workbook.of("").without("xl/workbook.xml").read());
        refused("XLSX", () -> Workbook.of("").without(Workbook.SHEET).read());
        refused("0", () -> Workbook.of("").read());
        refused("XML", () -> new Workbook()
                .with(Workbook.SHEET, "<worksheet><sheetData>")
                .read());
        Workbook outside = Workbook.of("")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>");
        refused("sheet", outside::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "name", "code name Tên", "code name code"})
    @DisplayName("a head that lacks a column, or has one that is unknown or twice there, is refused")
    void heads(String heads) {
        StringBuilder row = new StringBuilder("<worksheet><sheetData><row>");
        for (String head : heads.split(" ")) {
            row.append("<c t=\"inlineStr\"><is><t>").append(head).append("</t></is></c>");
        }
        row.append("</row><row><c t=\"inlineStr\"><is><t>H23.1</t></is></c></row></sheetData></worksheet>");
        refused("", () -> new Workbook().with(Workbook.SHEET, row.toString()).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"><c r=\"D2\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"unheard\"><v>7</v></c></row>",
                "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
                "<row r=\"300000\"><c r=\"A300000\"><v>1</v></c></row>",
                "<row r=\"x\"/>"
            })
    @DisplayName("rows and cells that stand where none can are refused")
    void places(String row) {
        refused("", () -> Workbook.of(row).read());
    }

    @Test
    @DisplayName("document types and external entities are refused in every part, and nothing is fetched")
    void entities() {
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String row = "<row r=\"2\">" + Workbook.cell("A2", "H23") + Workbook.cell("B2", "&e;") + "</row>";
        Workbook book = Workbook.of(row);
        refused("DTD", () -> book.with(
                        Workbook.SHEET,
                        type + "<worksheet><sheetData>" + Workbook.HEAD + row + "</sheetData></worksheet>")
                .read());
        refused("XML", () -> Workbook.of(row).read());
        refused("DTD", () -> Workbook.of("")
                .with(Workbook.TEXTS, type + "<sst><si><t>&e;</t></si></sst>")
                .read());
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        refused("DTD", () -> Workbook.of("")
                .with(Workbook.STYLES, laughs + "<styleSheet>&b;</styleSheet>")
                .read());
    }

    @Test
    @DisplayName(
            "what comes out of the archive is bounded: in all, against what went in, from tag to tag, in depth, in parts")
    void bombs() {
        refused("zip bomb", () -> Workbook.of("<row/>".repeat(600_000)).read());
        refused("cells >", () -> Workbook.of(("<row>" + "<c/>".repeat(16_000) + "</row>" + blob(2_000)).repeat(700))
                .read());
        refused("text >", () -> Workbook.of("<row r=\"2\">" + Workbook.cell("A2", "Ả".repeat(600_000)) + "</row>")
                .read());
        refused("text >", () -> Workbook.of("<row r=\"2\">" + Workbook.cell("A2", "x".repeat(250_000)) + "</row>")
                .read());
        refused("depth", () -> Workbook.of("<a>".repeat(100)).read());
        Workbook many = Workbook.of("");
        for (int i = 0; i < 2100; i++) {
            many.with("xl/media/" + i + ".png", "");
        }
        refused("parts", many::read);
        assertThatThrownBy(() -> ListReader.read(
                        ListFormat.XLSX, new ByteArrayInputStream(new byte[101]), 100, (rows, problems) -> {}))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.REQUEST_TOO_LARGE));
    }

    @Test
    @DisplayName("a long list comes a page at a time, entities of its texts and all")
    void pages() {
        StringBuilder rows = new StringBuilder();
        for (int i = 2; i < 60_002; i++) {
            rows.append("<row r=\"").append(i).append("\">").append(Workbook.cell("A" + i, "H23." + i));
            rows.append(Workbook.cell("B" + i, "Xã &amp; phường &#7843;&#xE1;&#7843; " + i))
                    .append("</row>");
        }
        List<Integer> pages = new ArrayList<>();
        AtomicInteger last = new AtomicInteger();
        int all = ListReader.read(
                ListFormat.XLSX,
                new ByteArrayInputStream(Workbook.of(rows.toString()).bytes()),
                64 * 1024 * 1024,
                (page, problems) -> {
                    pages.add(page.size());
                    last.set(page.get(page.size() - 1).position());
                });
        assertThat(all).isEqualTo(60_000);
        assertThat(pages).hasSize(60).containsOnly(1000);
        assertThat(last).hasValue(60_000);
    }

    /** A comment that hardly shrinks. */
    private static String blob(int letters) {
        byte[] random = new byte[letters / 2];
        RANDOM.nextBytes(random);
        return "<!--" + HexFormat.of().formatHex(random) + "-->";
    }
}
