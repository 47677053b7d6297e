package vn.lgsp.registry.control.lists;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lgsp.model.error.LgspException;

/** CSV (RFC 4180) as people have it: UTF-8 with or without a mark in front, commas or semicolons. Read as it comes in. */
public final class CsvLines {
    private static final int MAX_FIELD = 64 * 1024;
    private static final int LOOK_AHEAD = 4096;
    private static final char MARK = '\uFEFF';

    private CsvLines() {}

    /** Takes a line. */
    @FunctionalInterface
    public interface Sink {
        /**
         * One line that is not empty.
         *
         * @param number of the line of text on which it begins, from 1
         */
        void line(long number, List<String> cells);
    }

    /**
     * Reads a file to its end.
     *
     * @throws LgspException FILE_UNREADABLE saying why
     */
    public static void read(InputStream file, Sink sink) {
        try (BufferedReader text = new BufferedReader(utf8(file))) {
            char separator = separator(text);
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .maxBufferSize(MAX_FIELD)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(text)) {
                records.forEach(line -> sink.line(line.getStartingLineNumber(), line.getFields()));
            }
        } catch (CharacterCodingException notUtf8) {
            throw ListPages.unreadable("UTF-8");
        } catch (CsvParseException broken) {
            throw ListPages.unreadable(
                    broken.getCause() instanceof CharacterCodingException
                            ? "UTF-8"
                            : String.valueOf(broken.getMessage()));
        } catch (UncheckedIOException | IOException broken) {
            throw ListPages.unreadable(broken.getCause() instanceof CharacterCodingException ? "UTF-8" : "I/O");
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
}
