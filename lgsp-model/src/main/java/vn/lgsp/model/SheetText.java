package vn.lgsp.model;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in the cells of CSV files and workbooks: written so that no spreadsheet takes one for a formula, and read back as they were. */
public final class SheetText {
    /** Stands for what cannot be written. */
    private static final int REPLACEMENT = 0xFFFD;

    private static final int LAST_CONTROL = 0x1F;
    private static final int DELETE = 0x7F;
    private static final char GUARD = '\'';
    private static final String FORMULA_SIGNS = "=+-@＝＋－＠﹢﹣﹦﹫−\t\r";
    /** What a spreadsheet would read as an escaped letter, _x0041_. */
    private static final Pattern ESCAPABLE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private SheetText() {}

    /** NFC, and a replacement sign for control characters (except tabs and line ends), halves of a pair and non-characters. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> writable(c) ? c : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /**
     * Puts an apostrophe before what a spreadsheet would take for a formula: text whose first visible sign, apostrophes aside, is one of
     * {@code = + - @}, in the wide forms too, or that begins with a tab or a carriage return. {@link #plain} takes it away again.
     */
    public static String harmless(String text) {
        return formula(text) ? GUARD + text : text;
    }

    /** The text that {@link #harmless} was given: {@code plain(harmless(text))} is {@code text}, whatever it is. */
    public static String plain(String text) {
        return !text.isEmpty() && text.charAt(0) == GUARD && formula(text) ? text.substring(1) : text;
    }

    /** As a workbook keeps a text: what would read as an escaped letter is escaped (ECMA-376 part 1, 22.9.2.19). */
    public static String escaped(String text) {
        return text.indexOf("_x") < 0 ? text : ESCAPABLE.matcher(text).replaceAll("_x005F_");
    }

    /** A text of a workbook with its escaped letters put in. */
    public static String unescaped(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(letter -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(letter.group(1), 16))));
    }

    private static boolean formula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORMULA_SIGNS.indexOf(c) >= 0) {
                return true;
            }
            if (c != GUARD && !isBlank(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean writable(int c) {
        if (c <= LAST_CONTROL) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        int type = Character.getType(c);
        return type != Character.SURROGATE && c != DELETE && (c & 0xFFFE) != 0xFFFE;
    }
}
