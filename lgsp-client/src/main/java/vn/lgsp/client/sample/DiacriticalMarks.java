package vn.lgsp.client.sample;

import java.util.Locale;
import java.util.Map;

/**
 * Vietnamese marks as outlines over and under a letter: the fonts that every reader has lack most of them. Units are thousandths of the
 * font size; shapes are drawn around x = 0 and y = 0 and moved to their place.
 */
final class DiacriticalMarks {

    static final char GRAVE = '\u0300';
    static final char ACUTE = '\u0301';
    static final char CIRCUMFLEX = '\u0302';
    static final char TILDE = '\u0303';
    static final char BREVE = '\u0306';
    static final char HOOK = '\u0309';
    static final char HORN = '\u031B';
    static final char DOT_BELOW = '\u0323';

    private static final double UNIT = 1000.0;

    private static final Map<Character, String> SHAPES = Map.of(
            GRAVE, "-90 130 m 40 20 l S",
            ACUTE, "90 130 m -40 20 l S",
            CIRCUMFLEX, "-120 20 m 0 120 l 120 20 l S",
            TILDE, "-130 40 m -80 140 -30 110 0 80 c 40 40 90 20 130 120 c S",
            BREVE, "-120 130 m -90 10 90 10 120 130 c S",
            HOOK, "-50 130 m -40 190 70 190 60 120 c 55 80 0 80 5 20 c S",
            HORN, "-60 0 m 20 20 60 60 40 140 c S",
            DOT_BELOW, "0 0 m 0 0 l S");

    private DiacriticalMarks() {}

    /**
     * Draws one mark.
     *
     * @param mark a combining character
     * @param letter what it belongs to
     * @param stacked whether a circumflex or breve stands under it
     * @param x left edge of the letter on the page
     * @param y base line on the page
     * @param width of the letter, in thousandths
     * @param size of the font, in points
     */
    static String draw(char mark, char letter, boolean stacked, double x, double y, int width, double size) {
        boolean capital = Character.isUpperCase(letter);
        double top = capital ? 690 : letter == TimesFont.DOTLESS_I ? 480 : 490;
        double right = width / 2.0;
        double dx = width / 2.0;
        double dy = top;
        if (mark == DOT_BELOW) {
            dy = letter == 'y' ? -60 : -150;
            dx = letter == 'y' ? width * 0.75 : dx;
        } else if (mark == HORN) {
            dx = width / 2.0 + right * (capital ? 0.86 : 0.84);
            dy = capital ? 560 : 400;
        } else if (stacked) {
            // Beside the circumflex for tones that are narrow, above it for the wide one.
            dx += mark == TILDE ? 0 : mark == GRAVE ? -140 : 150;
            dy += mark == TILDE ? 105 : 90;
        }
        double pen = mark == DOT_BELOW ? 95 : 48;
        return String.format(
                Locale.ROOT,
                "q %.5f 0 0 %.5f %.2f %.2f cm 1 J 1 j %.0f w %s Q\n",
                size / UNIT,
                size / UNIT,
                x + dx * size / UNIT,
                y + dy * size / UNIT,
                pen,
                SHAPES.get(mark));
    }

    /** Draws the bar of đ or Đ; parameters as in {@link #draw}. */
    static String bar(char letter, double x, double y, int width, double size) {
        boolean capital = letter == 'D';
        double from = capital ? -10 : width * 0.46;
        double to = capital ? width * 0.42 : width * 1.02;
        return String.format(
                Locale.ROOT,
                "q %.2f w %.2f %.2f m %.2f %.2f l S Q\n",
                0.045 * size,
                x + from * size / UNIT,
                y + (capital ? 335 : 570) * size / UNIT,
                x + to * size / UNIT,
                y + (capital ? 335 : 570) * size / UNIT);
    }
}
