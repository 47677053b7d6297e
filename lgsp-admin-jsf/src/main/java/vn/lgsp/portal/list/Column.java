package vn.lgsp.portal.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One column: what it is called, the value that is exported, and how the screen shows it.
 *
 * @param <R> the row
 */
public final class Column<R> {
    /** What kind of value a column holds; exports write real numbers and times. */
    public enum Kind {
        TEXT(""),
        MAIN("main"),
        CODE("nowrap"),
        STATE("nowrap"),
        TIME("nowrap"),
        NUMBER("number"),
        BYTES("number"),
        DURATION("number");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        /** The class of its cells. */
        public String css() {
            return css;
        }
    }

    private final String label;
    private final Kind kind;
    private final Function<R, ?> value;
    private Function<R, String> link;
    private Function<R, String> tone;
    private Function<R, List<Piece>> pieces;
    private Function<R, List<Piece>> below = row -> List.of();
    private boolean onScreen = true;

    private Column(String label, Kind kind, Function<R, ?> value) {
        this.label = label;
        this.kind = kind;
        this.value = value;
    }

    /** A column that tells what the row is; as wide as it needs. */
    public static <R> Column<R> main(String label, Function<R, String> value) {
        return new Column<>(label, Kind.MAIN, value);
    }

    /** Words. */
    public static <R> Column<R> text(String label, Function<R, String> value) {
        return new Column<>(label, Kind.TEXT, value);
    }

    /** An identifier that can be copied. */
    public static <R> Column<R> code(String label, Function<R, String> value) {
        return new Column<>(label, Kind.CODE, value);
    }

    /** A state with its word; {@code tone} names colour and icon: running, done, attention, error, stopped. */
    public static <R> Column<R> state(String label, Function<R, String> word, Function<R, String> tone) {
        Column<R> column = new Column<>(label, Kind.STATE, word);
        column.tone = tone;
        return column;
    }

    public static <R> Column<R> time(String label, Function<R, Instant> value) {
        return new Column<>(label, Kind.TIME, value);
    }

    /** A whole number. */
    public static <R> Column<R> number(String label, Function<R, Long> value) {
        return new Column<>(label, Kind.NUMBER, value);
    }

    /** A size in bytes. */
    public static <R> Column<R> bytes(String label, Function<R, Long> value) {
        return new Column<>(label, Kind.BYTES, value);
    }

    public static <R> Column<R> duration(String label, Function<R, Duration> value) {
        return new Column<>(label, Kind.DURATION, value);
    }

    /** Makes the value a link to an address of the portal. */
    public Column<R> link(Function<R, String> path) {
        this.link = path;
        return this;
    }

    /** Shows something else than the value; the value is still what is exported. */
    public Column<R> shown(Function<R, List<Piece>> other) {
        this.pieces = other;
        return this;
    }

    /** Adds a second line. */
    public Column<R> below(Function<R, List<Piece>> line) {
        this.below = line;
        return this;
    }

    /** Leaves it out on the screen, where another column shows it already. */
    public Column<R> exportedOnly() {
        this.onScreen = false;
        return this;
    }

    boolean onScreen() {
        return onScreen;
    }

    /** Key of its heading. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** What is exported: String, Long, Instant, Duration or null. */
    public Object value(R row) {
        return value.apply(row);
    }

    /** The second line of a cell; empty for none. */
    List<Piece> below(R row) {
        return below.apply(row);
    }

    /** What the screen shows in the first line. */
    List<Piece> pieces(R row, Writing writing) {
        if (pieces != null) {
            return pieces.apply(row);
        }
        Object shown = value.apply(row);
        if (shown == null || shown.equals("")) {
            return List.of(new Piece.Words("–", true));
        }
        List<Piece> result = new ArrayList<>();
        String path = link == null ? null : link.apply(row);
        String text = writing.text(kind, shown);
        if (kind == Kind.STATE) {
            result.add(new Piece.Tag(text, tone.apply(row)));
        } else if (path != null) {
            result.add(new Piece.Link(text, path));
        } else if (kind == Kind.CODE) {
            result.add(new Piece.Code(text, text));
        } else if (shown instanceof Instant instant) {
            result.add(new Piece.Time(instant));
        } else {
            result.add(new Piece.Words(text, false));
        }
        return result;
    }
}
