package vn.lgsp.portal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a list consists of, declared once.
 *
 * @param <R> the row
 */
public final class ListShape<R> {
    private final String path;
    private final String title;
    private final Function<R, String> key;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Column<R>> columns = new ArrayList<>();
    private final List<BulkAct> acts = new ArrayList<>();
    private String hint;
    private String empty = "list.none";
    private String emptyText = "list.none.text";
    private String icon = "list";

    private ListShape(String path, String title, Function<R, String> key) {
        this.path = path;
        this.title = title;
        this.key = key;
    }

    /**
     * Begins a list.
     *
     * @param path its address in the portal
     * @param title key of its heading
     * @param key what tells a row from all others and where a page begins: letters, digits, dots, dashes and underscores, at most 80
     */
    public static <R> ListShape<R> at(String path, String title, Function<R, String> key) {
        return new ListShape<>(path, title, key);
    }

    /** A sentence below the heading. */
    public ListShape<R> hint(String text) {
        this.hint = text;
        return this;
    }

    /** What is said when there is nothing at all: an icon, a title and what to do. */
    public ListShape<R> empty(String symbol, String headline, String text) {
        this.icon = symbol;
        this.empty = headline;
        this.emptyText = text;
        return this;
    }

    public ListShape<R> filter(Filter filter) {
        filters.add(filter);
        return this;
    }

    public ListShape<R> column(Column<R> column) {
        columns.add(column);
        return this;
    }

    /** Offers an act on the rows that are ticked. */
    public ListShape<R> bulk(BulkAct act) {
        acts.add(act);
        return this;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public String hintKey() {
        return hint;
    }

    public String emptyTitle() {
        return empty;
    }

    public String emptyHint() {
        return emptyText;
    }

    public String symbol() {
        return icon;
    }

    public String key(R row) {
        return key.apply(row);
    }

    public List<Filter> filters() {
        return List.copyOf(filters);
    }

    public List<Column<R>> columns() {
        return List.copyOf(columns);
    }

    /** The columns that the screen shows. */
    List<Column<R>> onScreen() {
        return columns.stream().filter(Column::onScreen).toList();
    }

    public List<BulkAct> acts() {
        return List.copyOf(acts);
    }
}
