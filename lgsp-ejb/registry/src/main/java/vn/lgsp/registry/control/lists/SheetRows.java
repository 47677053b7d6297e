package vn.lgsp.registry.control.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.lgsp.model.SheetText;

/** The rows of a sheet, one after the other. Rows with nothing in them are passed over and keep their places. */
final class SheetRows implements WorkbookXml.Handler {
    private static final int MAX_CELLS = 10_000_000;
    /** A sheet has no more. */
    private static final int MAX_COLUMN = 16_384;

    private static final int MAX_ROW = 1_048_576;
    private static final int LETTERS = 26;

    private final ListPages pages;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final CellLetters inline = new CellLetters();
    private final CellLetters value = new CellLetters();
    private final List<String> cells = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int row;
    private int headRow;
    private int column;
    private int all;
    private String type;
    private int style;
    private boolean inValue;
    private boolean formula;

    /** What cannot be read in a cell. */
    private record Fault(int column, String reason, String value) {}

    SheetRows(ListPages pages, SharedTexts texts, CellStyles styles) {
        this.pages = pages;
        this.texts = texts;
        this.styles = styles;
    }

    @Override
    public void begin(String name, WorkbookXml.Element element) {
        switch (name) {
            case "row" -> beginRow(element.attribute("r"));
            case "c" -> beginCell(element);
            case "v" -> inValue = true;
            case "f" -> formula = true;
            default -> inline.begin(name);
        }
    }

    @Override
    public void text(char[] letters, int from, int length) {
        if (inValue) {
            value.append(letters, from, length);
        } else {
            inline.add(letters, from, length);
        }
    }

    @Override
    public boolean end(String name) {
        inValue = false;
        switch (name) {
            case "c" -> endCell();
            case "row" -> endRow();
            default -> inline.end(name);
        }
        return !name.equals("sheetData");
    }

    private void beginRow(String number) {
        int at = number == null ? row + 1 : whole(number);
        if (at <= row || at > MAX_ROW) {
            throw ListPages.unreadable("XLSX: row " + (row + 1));
        }
        row = at;
        column = 0;
        cells.clear();
        faults.clear();
    }

    private void beginCell(WorkbookXml.Element element) {
        if (++all > MAX_CELLS) {
            throw ListPages.unreadable("XLSX: cells > " + MAX_CELLS);
        }
        String place = element.attribute("r");
        int at = place == null ? column + 1 : column(place);
        if (at <= column || at > MAX_COLUMN) {
            throw ListPages.unreadable("XLSX: row " + row);
        }
        column = at;
        type = element.attribute("t") == null ? "n" : element.attribute("t");
        style = element.attribute("s") == null ? 0 : whole(element.attribute("s"));
        formula = false;
        inline.clear();
        value.clear();
    }

    private void endCell() {
        String text = read(value.toString());
        if (text == null || text.isBlank()) {
            return;
        }
        if (pages.headed() && column > pages.columns()) {
            throw ListPages.unreadable("row " + (row - headRow) + " > " + pages.columns());
        }
        while (cells.size() < column) {
            cells.add(null);
        }
        cells.set(column - 1, text);
    }

    /** What stands in the cell; null for nothing. */
    private String read(String raw) {
        if (raw.isEmpty() && !type.equals("inlineStr")) {
            // Whoever wrote the file did not calculate: an empty cell would not be what people see.
            return formula && !type.equals("str") ? fault("cell-not-calculated", null) : null;
        }
        return switch (type) {
            case "s" -> {
                String text = texts.get(whole(raw.strip()));
                if (text == null) {
                    throw ListPages.unreadable("XLSX: row " + row);
                }
                yield text;
            }
            case "inlineStr" -> SheetText.unescaped(inline.toString());
            case "str" -> SheetText.unescaped(raw);
            case "n" -> styles.written(raw, style).orElseGet(() -> fault("cell-number", raw));
            case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
            case "d" -> raw.strip().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
            case "e" -> fault("cell-error", raw);
            default -> throw ListPages.unreadable("XLSX: row " + row);
        };
    }

    private String fault(String reason, String raw) {
        faults.add(new Fault(column, reason, raw));
        return null;
    }

    private void endRow() {
        if (cells.isEmpty() && faults.isEmpty()) {
            return;
        }
        if (!pages.headed()) {
            headRow = row;
            pages.head(cells);
            return;
        }
        for (Fault fault : faults) {
            pages.problem(row - headRow, fault.column() - 1, fault.reason(), fault.value());
        }
        pages.row(row - headRow, Collections.unmodifiableList(cells));
    }

    /** The number of a column: 1 for A5, 28 for AB5. */
    private int column(String place) {
        int number = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            char letter = place.charAt(i);
            if (letter < 'A' || letter > 'Z' || number > MAX_COLUMN) {
                throw ListPages.unreadable("XLSX: row " + row);
            }
            number = number * LETTERS + letter - 'A' + 1;
        }
        return number;
    }

    private int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ListPages.unreadable("XLSX: row " + (row + 1));
        }
    }
}
