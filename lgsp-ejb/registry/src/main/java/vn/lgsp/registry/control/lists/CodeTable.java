package vn.lgsp.registry.control.lists;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.SheetText;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.control.Fields;

/**
 * Codes as CSV, the names of the columns in the first line in any order: {@code code}, {@code nameVi}, {@code nameEn}, and when wanted
 * {@code validFrom} and {@code validTo}, days as 2026-01-31 or 31/01/2026.
 */
public final class CodeTable {
    /** The names of the columns; the last two may be left out. */
    public static final List<String> COLUMNS = List.of("code", "nameVi", "nameEn", "validFrom", "validTo");

    private static final int NEEDED = 3;
    private static final DateTimeFormatter HERE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Fields fields;
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private CodeTable(Fields fields, int most) {
        this.fields = fields;
        this.most = most;
    }

    /**
     * Reads a table.
     *
     * @param fields takes what is no day, by line: {@code lines[7].validFrom}
     * @param most how many codes it may have
     * @throws LgspException FILE_UNREADABLE for a table that is none, has unknown or too few columns, or more codes than it may
     */
    public static CodeTable read(String text, int most, Fields fields) {
        CodeTable table = new CodeTable(fields, most);
        CsvLines.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), table::line);
        if (table.entries.isEmpty()) {
            throw ListPages.unreadable("0");
        }
        return table;
    }

    private void line(long number, List<String> cells) {
        if (columns.isEmpty()) {
            head(cells);
            return;
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (entries.size() == most) {
            throw ListPages.unreadable("> " + most);
        }
        String place = "lines[" + number + "].";
        if (cells.size() > columns.size()) {
            fields.add(place + COLUMNS.get(0), "items", columns.size(), columns.size());
        }
        places.add(place);
        entries.add(new Entry(
                cell(cells, COLUMNS.get(0)),
                cell(cells, COLUMNS.get(1)),
                cell(cells, COLUMNS.get(2)),
                day(place, cells, COLUMNS.get(3)),
                day(place, cells, COLUMNS.get(4))));
    }

    private void head(List<String> heads) {
        for (String name : heads) {
            String head = name.strip();
            if (!COLUMNS.contains(head)) {
                throw ListPages.unreadable("? " + head.substring(0, Math.min(40, head.length())));
            }
            if (columns.putIfAbsent(head, columns.size()) != null) {
                throw ListPages.unreadable("2 × " + head);
            }
        }
        if (!columns.keySet().containsAll(COLUMNS.subList(0, NEEDED))) {
            throw ListPages.unreadable(String.join(", ", COLUMNS.subList(0, NEEDED)));
        }
    }

    private String cell(List<String> cells, String column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size() ? null : SheetText.plain(cells.get(place));
    }

    private LocalDate day(String place, List<String> cells, String column) {
        String text = cell(cells, column);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("/") ? LocalDate.parse(text.strip(), HERE) : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            fields.add(place + column, "form");
            return null;
        }
    }

    /** The codes in their order; a day that is none is left out. */
    public List<Entry> entries() {
        return entries;
    }

    /** Where each of them stands, {@code lines[7].}, in the same order. */
    public List<String> places() {
        return places;
    }
}
