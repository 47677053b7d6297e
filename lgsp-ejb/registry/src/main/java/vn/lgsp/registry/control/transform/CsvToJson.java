package vn.lgsp.registry.control.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;

/** Rows with a header (RFC 4180) become a list of objects whose values are texts. A row that does not fit the header is refused where it stands. */
final class CsvToJson implements Converter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void convert(byte[] document, OutputStream result) throws ConversionFault, IOException {
        String text = Documents.text(document);
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text);
                JsonGenerator out = JSON.createGenerator(result)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            List<String> header = null;
            out.writeStartArray();
            for (CsvRecord row : rows) {
                Watch.tick();
                if (header == null) {
                    header = header(row);
                } else {
                    write(header, row, out);
                }
            }
            out.writeEndArray();
            if (header == null) {
                throw fault("csv-header", 1);
            }
        } catch (CsvParseException broken) {
            throw new ConversionFault("content-malformed", 0, 0, null, null, broken.getMessage());
        }
    }

    private static List<String> header(CsvRecord row) throws ConversionFault {
        List<String> names = row.getFields().stream().map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty) || new HashSet<>(names).size() < names.size()) {
            throw fault("csv-header", row.getStartingLineNumber());
        }
        return names;
    }

    private static void write(List<String> header, CsvRecord row, JsonGenerator out)
            throws ConversionFault, IOException {
        if (row.getFieldCount() != header.size()) {
            throw fault("csv-row", row.getStartingLineNumber());
        }
        out.writeStartObject();
        for (int i = 0; i < header.size(); i++) {
            out.writeStringField(header.get(i), row.getField(i));
        }
        out.writeEndObject();
    }

    private static ConversionFault fault(String reason, long line) {
        return new ConversionFault(reason, (int) Math.min(line, Integer.MAX_VALUE), 0, null, null, null);
    }
}
