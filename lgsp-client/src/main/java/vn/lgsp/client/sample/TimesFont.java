package vn.lgsp.client.sample;

import java.util.Arrays;

/**
 * Advance widths of two of the fonts that every PDF reader has (PDF 32000-1 section 9.6.2.2), in thousandths of the font size, for the
 * characters from the space to the tilde.
 */
enum TimesFont {
    /** Times-Roman. */
    ROMAN(
            "F1",
            "Times-Roman",
            """
            250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500
            278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556
            611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778
            500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541"""),
    /** Times-Bold. */
    BOLD(
            "F2",
            "Times-Bold",
            """
            250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500
            333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556
            667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833
            556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520""");

    static final int FIRST = ' ';
    static final int LAST = '~';

    /** Where the dotless i stands in the encoding of the sample's fonts. */
    static final char DOTLESS_I = 0x7F;

    private final String resource;
    private final String baseFont;
    private final int[] widths;

    TimesFont(String resource, String baseFont, String widths) {
        this.resource = resource;
        this.baseFont = baseFont;
        this.widths =
                Arrays.stream(widths.split("\\s+")).mapToInt(Integer::parseInt).toArray();
    }

    String resource() {
        return resource;
    }

    /** Width of a character of the encoding, in thousandths. */
    int width(char character) {
        return character == DOTLESS_I ? widths['i' - FIRST] : widths[character - FIRST];
    }

    /** The font's dictionary. */
    String dictionary() {
        StringBuilder list = new StringBuilder();
        for (int width : widths) {
            list.append(width).append(' ');
        }
        list.append(width(DOTLESS_I));
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + baseFont + " /FirstChar " + FIRST + " /LastChar "
                + (int) DOTLESS_I + " /Widths [" + list
                + "] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [" + (int) DOTLESS_I
                + " /dotlessi] >> >>";
    }
}
