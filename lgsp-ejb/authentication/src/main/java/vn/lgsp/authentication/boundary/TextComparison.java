package vn.lgsp.authentication.boundary;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts beside each other, line by line, with the first place where they differ.
 *
 * @param rows the lines; where a text has fewer the rest is null
 * @param line of the first difference, counted from 1; 0 when there is none
 * @param column of the first difference, counted from 1, in characters; 0 when there is none
 * @param ours the character there in the platform's text, made visible; empty at the end of the text
 * @param theirs the character there in the other text, made visible; empty at the end of the text
 */
public record TextComparison(List<Row> rows, int line, int column, String ours, String theirs) {

    /** A line of both. */
    public record Row(int number, String ours, String theirs) {

        /** Whether both are the same; what is not there is not the same as an empty line. */
        public boolean same() {
            return ours != null && ours.equals(theirs);
        }
    }

    /** Whether the texts are the same. */
    public boolean same() {
        return line == 0;
    }

    /** Compares the platform's text with another; what is invisible is made visible in the rows. */
    public static TextComparison of(String ours, String theirs) {
        var left = lines(ours);
        var right = lines(theirs);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            rows.add(new Row(i + 1, i < left.size() ? left.get(i) : null, i < right.size() ? right.get(i) : null));
        }
        var at = firstDifference(ours, theirs);
        if (at < 0) {
            return new TextComparison(List.copyOf(rows), 0, 0, "", "");
        }
        var before = ours.substring(0, at);
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new TextComparison(
                List.copyOf(rows),
                line,
                at - (before.lastIndexOf('\n') + 1) + 1,
                character(ours, at),
                character(theirs, at));
    }

    private static int firstDifference(String a, String b) {
        var common = Math.min(a.length(), b.length());
        for (var i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return a.length() == b.length() ? -1 : common;
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split("\n", -1)).stream()
                        .map(TextComparison::visible)
                        .toList();
    }

    private static String character(String text, int at) {
        return at >= text.length() ? "" : visible(Character.toString(text.codePointAt(at)));
    }

    /** Blanks other than the plain one, control characters and what looks like nothing, by their names. */
    private static String visible(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\r') {
                shown.append("⟨CR⟩");
            } else if (c == '\n') {
                shown.append("⟨LF⟩");
            } else if (c == '\t') {
                shown.append("⟨TAB⟩");
            } else if (c != ' ' && (Character.isISOControl(c) || isUnseen(c))) {
                shown.append("⟨U+%04X⟩".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
