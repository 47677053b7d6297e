package vn.lgsp.portal.lists;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyListRow;

/**
 * A list of agencies as CSV (RFC 4180): UTF-8 with or without a mark in front, commas or semicolons, the names of the columns in the first
 * row in any order. Read as it comes in, a page at a time.
 */
final class AgencyCsv {
    /** The columns, as the template has them. */
    static final List<String> COLUMNS = List.of(
            "code",
            "codeQd20",
            "name",
            "shortName",
            "parent",
            "kind",
            "area",
            "address",
            "email",
            "telephone",
            "website",
            "contact",
            "zone");

    private static final int PAGE = 1000;
    private static final int MAX_ROWS = 200_000;
    private static final int MAX_FIELD = 64 * 1024;
    private static final int LOOK_AHEAD = 4096;
    private static final char MARK = '\uFEFF';

    private AgencyCsv() {}

    /**
     * Reads a list.
     *
     * @param page takes up to 1000 rows at a time
     * @return how many rows there were
     * @throws LgspException FILE_UNREADABLE saying why
     */
    static int read(InputStream file, Consumer<List<AgencyListRow>> page) {
        try (BufferedReader text = new BufferedReader(utf8(file))) {
            char separator = separator(text);
            List<AgencyListRow> rows = new ArrayList<>();
            int position = 0;
            try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .maxBufferSize(MAX_FIELD)
                    .allowMissingFields(true)
                    .ofNamedCsvRecord(text)) {
                for (NamedCsvRecord line : records) {
                    if (position == 0) {
                        requireColumns(line);
                    }
                    position++;
                    if (line.getFieldCount() > line.getHeader().size()) {
                        throw unreadable(
                                "row " + position + " > " + line.getHeader().size());
                    }
                    if (position > MAX_ROWS) {
                        throw unreadable("rows > " + MAX_ROWS);
                    }
                    rows.add(row(position, line));
                    if (rows.size() == PAGE) {
                        page.accept(List.copyOf(rows));
                        rows.clear();
                    }
                }
            }
            if (!rows.isEmpty()) {
                page.accept(List.copyOf(rows));
            }
            if (position == 0) {
                throw unreadable("0");
            }
            return position;
        } catch (CharacterCodingException notUtf8) {
            throw unreadable("UTF-8");
        } catch (CsvParseException broken) {
            throw unreadable(
                    broken.getCause() instanceof CharacterCodingException
                            ? "UTF-8"
                            : String.valueOf(broken.getMessage()));
        } catch (UncheckedIOException | IOException broken) {
            throw unreadable(broken.getCause() instanceof CharacterCodingException ? "UTF-8" : "I/O");
        }
    }

    private static Reader utf8(InputStream file) {
        return new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** What stands between the names of the columns; the mark in front is taken away. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        int first = text.read();
        if (first != MARK) {
            text.reset();
        }
        text.mark(LOOK_AHEAD);
        char[] start = new char[LOOK_AHEAD - 1];
        int read = Math.max(0, text.read(start));
        text.reset();
        String line = new String(start, 0, read).lines().findFirst().orElse("");
        return line.contains(";") ? ';' : ',';
    }

    private static void requireColumns(NamedCsvRecord line) {
        Set<String> present = Set.copyOf(line.getHeader());
        for (String column : present) {
            if (!COLUMNS.contains(column)) {
                throw unreadable("? " + column);
            }
        }
        if (!present.contains("name") || !present.contains("code") && !present.contains("codeQd20")) {
            throw unreadable("code, name");
        }
    }

    private static AgencyListRow row(int position, NamedCsvRecord line) {
        return new AgencyListRow(
                position,
                field(line, "code"),
                field(line, "codeQd20"),
                field(line, "name"),
                field(line, "shortName"),
                field(line, "parent"),
                field(line, "kind"),
                field(line, "area"),
                field(line, "address"),
                field(line, "email"),
                field(line, "telephone"),
                field(line, "website"),
                field(line, "contact"),
                field(line, "zone"));
    }

    private static String field(NamedCsvRecord line, String name) {
        return line.findField(name).orElse(null);
    }

    private static LgspException unreadable(String reason) {
        return new LgspException(ErrorCode.FILE_UNREADABLE, reason);
    }
}
