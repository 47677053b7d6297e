package vn.lgsp.registry.control.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.SheetText;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyImports;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;

/** Takes the lines of a file, the head first, and hands them on as rows of the pipeline, a page at a time: the same for every format. */
final class ListPages {
    private final ListReader.Sink sink;
    private final Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);
    private final List<AgencyListRow> rows = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private int columns;
    private int last;
    private int taken;

    ListPages(ListReader.Sink sink) {
        this.sink = sink;
    }

    /**
     * The first line.
     *
     * @throws LgspException FILE_UNREADABLE naming a column that is unknown, twice there or missing
     */
    void head(List<String> heads) {
        columns = heads.size();
        for (int i = 0; i < columns; i++) {
            String head = heads.get(i) == null ? "" : heads.get(i).strip();
            ListColumn column = ListColumn.byHead(head).orElseThrow(() -> unreadable("? " + shortened(head)));
            if (places.putIfAbsent(column, i) != null) {
                throw unreadable("2 × " + head);
            }
        }
        if (!places.containsKey(ListColumn.NAME)
                || !places.containsKey(ListColumn.CODE) && !places.containsKey(ListColumn.CODE_QD20)) {
            throw unreadable("code, name");
        }
    }

    /** Whether the head is known already. */
    boolean headed() {
        return columns > 0;
    }

    /** How many columns the head has. */
    int columns() {
        return columns;
    }

    /**
     * A line below the head.
     *
     * @param position from 1, rising
     * @param cells as many as columns at most; null where nothing stands
     * @throws LgspException FILE_UNREADABLE when there are too many rows
     */
    void row(int position, List<String> cells) {
        if (position > AgencyImports.MAX_ROWS || position < 1) {
            throw unreadable("rows > " + AgencyImports.MAX_ROWS);
        }
        if (position <= last) {
            throw unreadable("row " + position);
        }
        last = position;
        rows.add(ListColumn.row(position, column -> cell(cells, column)));
        taken++;
        if (rows.size() == AgencyImports.MAX_PAGE) {
            handOn();
        }
    }

    /** Something wrong with a cell of a row, to be said before the row is added. */
    void problem(int position, int place, String reason, String value) {
        // A page takes as many problems as rows: whoever has more mends these first.
        if (problems.size() < AgencyImports.MAX_PAGE) {
            String field = places.entrySet().stream()
                    .filter(entry -> entry.getValue() == place)
                    .map(entry -> entry.getKey().head())
                    .findFirst()
                    .orElse("");
            problems.add(new ImportProblem(position, field, reason, true, shortened(value)));
        }
    }

    /**
     * The end of the file.
     *
     * @return how many rows there were
     * @throws LgspException FILE_UNREADABLE when there was none
     */
    int end() {
        if (taken == 0) {
            throw unreadable("0");
        }
        handOn();
        return taken;
    }

    private void handOn() {
        if (!rows.isEmpty()) {
            sink.page(List.copyOf(rows), List.copyOf(problems));
            rows.clear();
            problems.clear();
        }
    }

    private String cell(List<String> cells, ListColumn column) {
        Integer place = places.get(column);
        String text = place == null || place >= cells.size() ? null : cells.get(place);
        return text == null ? null : SheetText.plain(text);
    }

    private static String shortened(String text) {
        return text == null ? null : text.substring(0, Math.min(40, text.length()));
    }

    /** A refusal of the whole file. */
    static LgspException unreadable(String reason) {
        return new LgspException(ErrorCode.FILE_UNREADABLE, reason);
    }
}
