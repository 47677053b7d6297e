package vn.lgsp.registry.control.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lgsp.registry.control.transform.JsonValues.Scalar;

/** A list of objects of one depth becomes rows with a header (RFC 4180). A member for which there is no column is refused where it stands. */
final class JsonToCsv implements Converter {
    private static final int MOST_COLUMNS = 1000;

    private final List<String> columns;
    private final int depth;

    private JsonToCsv(List<String> columns, int depth) {
        this.columns = columns;
        this.depth = depth;
    }

    /** @param program the columns, one a line; null for the members of the first object */
    static JsonToCsv of(byte[] program, int depth) throws ConversionFault {
        List<String> columns = Documents.lines(program);
        if (columns.size() > MOST_COLUMNS || new HashSet<>(columns).size() < columns.size()) {
            throw new ConversionFault("program-columns");
        }
        return new JsonToCsv(columns, depth);
    }

    @Override
    public void convert(byte[] document, OutputStream result) throws ConversionFault, IOException {
        Documents.requireJson(document, depth);
        if (!(JsonValues.read(document, depth) instanceof List<?> rows)) {
            throw fault("conversion-rows", "/");
        }
        List<String> header = header(rows);
        Writer text = new OutputStreamWriter(result, UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(header);
        Set<String> known = new HashSet<>(header);
        for (int i = 0; i < rows.size(); i++) {
            Watch.tick();
            csv.writeRecord(row(rows.get(i), header, known, "/" + i));
        }
        csv.flush();
        text.flush();
    }

    private List<String> header(List<?> rows) throws ConversionFault {
        if (!columns.isEmpty()) {
            return columns;
        }
        if (rows.isEmpty() || !(rows.get(0) instanceof Map<?, ?> first) || first.isEmpty()) {
            throw fault("conversion-rows", "/0");
        }
        return first.keySet().stream().map(String.class::cast).toList();
    }

    private static List<String> row(Object value, List<String> header, Set<String> known, String path)
            throws ConversionFault {
        if (!(value instanceof Map<?, ?> members)) {
            throw fault("conversion-rows", path);
        }
        for (Object name : members.keySet()) {
            if (!known.contains(name)) {
                throw fault("conversion-column", path + "/" + name);
            }
        }
        List<String> fields = new ArrayList<>(header.size());
        for (String column : header) {
            Object field = members.get(column);
            if (field != null && !(field instanceof Scalar)) {
                throw fault("conversion-nested", path + "/" + column);
            }
            String text = field == null ? null : ((Scalar) field).text();
            fields.add(text == null ? "" : text);
        }
        return fields;
    }

    private static ConversionFault fault(String reason, String path) {
        return new ConversionFault(reason, 0, 0, path, null, null);
    }
}
