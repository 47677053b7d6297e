package vn.lgsp.reporting.control;

import vn.lgsp.model.SheetText;

/** Makes text fit for a place of limited length whatever somebody wrote into it. */
public final class CellText {
    private CellText() {}

    /** Cleans and cuts to this many UTF-16 units; what is cut ends with an ellipsis and never inside a pair. */
    static String clean(String text, int units) {
        String clean = SheetText.clean(text.length() <= units ? text : text.substring(0, units + 1));
        if (clean.length() <= units) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(units - 2)) ? units - 2 : units - 1;
        return clean.substring(0, end) + "…";
    }

    /** On one line, for the log and for headings. */
    public static String line(String text) {
        return SheetText.clean(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
