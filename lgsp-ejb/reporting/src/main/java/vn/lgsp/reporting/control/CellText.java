package vn.lgsp.reporting.control;

import java.text.Normalizer;

/** Makes text fit for a file whatever somebody wrote into it. */
public final class CellText {
    /** Stands for what cannot be written. */
    private static final int REPLACEMENT = 0xFFFD;

    private static final int LAST_CONTROL = 0x1F;
    private static final String FORMULA_SIGNS = "=+-@＝＋－＠﹢﹣﹦﹫−\t\r";

    private CellText() {}

    /** NFC, and a replacement sign for control characters (except tabs and line ends), halves of a pair and non-characters. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> writable(c) ? c : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Cleans and cuts to this many UTF-16 units; what is cut ends with an ellipsis and never inside a pair. */
    static String clean(String text, int units) {
        String clean = clean(text.length() <= units ? text : text.substring(0, units + 1));
        if (clean.length() <= units) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(units - 2)) ? units - 2 : units - 1;
        return clean.substring(0, end) + "…";
    }

    /** On one line, for the log and for headings. */
    public static String line(String text) {
        return clean(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /**
     * Puts an apostrophe before what a spreadsheet would take for a formula: text whose first visible sign is one of {@code = + - @}, in the
     * wide forms too, or that begins with a tab or a carriage return.
     */
    static String harmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORMULA_SIGNS.indexOf(c) >= 0) {
                return "'" + text;
            }
            if (!isBlank(c)) {
                return text;
            }
        }
        return text;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean writable(int c) {
        if (c <= LAST_CONTROL) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        int type = Character.getType(c);
        return type != Character.SURROGATE && c != 0x7F && (c & 0xFFFE) != 0xFFFE;
    }
}
