package vn.lgsp.registry.control.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ListFormat;

/** A workbook written by hand, part by part, as no program would write it. */
final class Workbook {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String HEAD =
            "<row r=\"1\">" + cell("A1", "code") + cell("B1", "name") + cell("C1", "telephone") + "</row>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** What came out of it. */
    record Found(List<AgencyListRow> rows, List<ImportProblem> problems) {}

    Workbook() {
        with(
                "xl/workbook.xml",
                """
                <workbook xmlns:r="urn:r"><workbookPr/><sheets><sheet name="Ẩn" sheetId="1" state="hidden" r:id="r9"/>
                <sheet name="Danh sách" sheetId="2" r:id="r1"/></sheets></workbook>
                """);
        with(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    /** The rows below the usual head. */
    static Workbook of(String rows) {
        return new Workbook().with(SHEET, "<worksheet><sheetData>" + HEAD + rows + "</sheetData></worksheet>");
    }

    /** A cell with a text of its own. */
    static String cell(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    Workbook with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    Workbook without(String part) {
        parts.remove(part);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Found read() {
        return read(bytes());
    }

    static Found read(byte[] file) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        ListReader.read(ListFormat.XLSX, new ByteArrayInputStream(file), 64 * 1024 * 1024, (rows, problems) -> {
            found.rows().addAll(rows);
            found.problems().addAll(problems);
        });
        return found;
    }
}
