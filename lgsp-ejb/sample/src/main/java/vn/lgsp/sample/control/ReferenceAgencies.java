package vn.lgsp.sample.control;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.lgsp.registry.boundary.Registration.NewAgency;

/** The agencies of the reference data ({@code reference/haiduong-agencies.csv}; its last columns tell where each row comes from). */
final class ReferenceAgencies {
    private static final String FILE = "/reference/haiduong-agencies.csv";

    private ReferenceAgencies() {}

    /** Reads them all, higher levels first, so that a parent stands before its children. */
    static List<NewAgency> read() {
        try (InputStream in = ReferenceAgencies.class.getResourceAsStream(FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> stream = rows.stream()) {
            return stream.sorted(Comparator.comparing(row -> row.getField("level")))
                    .map(row -> new NewAgency(
                            row.getField("code"),
                            row.getField("code_qd20"),
                            row.getField("name"),
                            optional(row.getField("kind")),
                            optional(row.getField("parent"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String optional(String field) {
        return field.isBlank() ? null : field;
    }
}
