package vn.lgsp.sample.control;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the lists that the sample is made of; they lie beside the classes of this package. */
final class Resources {

    private Resources() {}

    /** The lines of a text, without remarks and empty ones. */
    static List<String> lines(String name) {
        try (BufferedReader in = reader(name)) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table with a head. */
    static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
        try (BufferedReader in = reader(name);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in);
                Stream<NamedCsvRecord> stream = rows.stream()) {
            return stream.map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(String name) {
        return new BufferedReader(
                new InputStreamReader(Resources.class.getResourceAsStream(name), StandardCharsets.UTF_8));
    }
}
