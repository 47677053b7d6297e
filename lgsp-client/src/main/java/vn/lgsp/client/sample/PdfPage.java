package vn.lgsp.client.sample;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One page with Vietnamese text. Letters come from the reader's own Times, marks are drawn; each line carries its text in Unicode, so
 * that it can be searched and copied.
 */
final class PdfPage {

    private static final double UNIT = 1000.0;

    private final StringBuilder content = new StringBuilder();

    /** Writes a line from a point on the base line to the right. */
    void left(String text, double x, double y, TimesFont font, double size) {
        StringBuilder letters = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        double pen = x;
        String parts = decompose(text);
        for (int i = 0; i < parts.length(); ) {
            int end = i + 1;
            while (end < parts.length() && Character.getType(parts.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            String accents = parts.substring(i + 1, end);
            char letter = glyph(parts.charAt(i), accents);
            int width = font.width(letter);
            marks.append(marks(parts.charAt(i), letter, accents, pen, y, width, size));
            letters.append(letter);
            pen += width * size / UNIT;
            i = end;
        }
        String actual = HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        content.append("/Span << /ActualText <FEFF").append(actual).append("> >> BDC\n");
        content.append(String.format(
                Locale.ROOT, "BT /%s %.1f Tf %.2f %.2f Td (%s) Tj ET\n", font.resource(), size, x, y, escape(letters)));
        content.append(marks).append("EMC\n");
    }

    /** Writes a line around a point. */
    void centre(String text, double x, double y, TimesFont font, double size) {
        left(text, x - width(text, font, size) / 2, y, font, size);
    }

    /** Draws a thin line. */
    void rule(double fromX, double toX, double y) {
        content.append(String.format(Locale.ROOT, "0.6 w %.2f %.2f m %.2f %.2f l S\n", fromX, y, toX, y));
    }

    /**
     * Writes a paragraph with an indented first line.
     *
     * @return the base line behind it
     */
    double paragraph(String text, double x, double y, double width, double size) {
        double indent = 28;
        double line = y;
        StringBuilder words = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = words.isEmpty() ? word : words + " " + word;
            if (width(longer, TimesFont.ROMAN, size) > width - indent) {
                left(words.toString(), x + indent, line, TimesFont.ROMAN, size);
                line -= size * 1.4;
                indent = 0;
                words.setLength(0);
                words.append(word);
            } else {
                words.setLength(0);
                words.append(longer);
            }
        }
        left(words.toString(), x + indent, line, TimesFont.ROMAN, size);
        return line - size * 1.9;
    }

    /** What draws the page. */
    String content() {
        return content.toString();
    }

    private static double width(String text, TimesFont font, double size) {
        return decompose(text)
                .chars()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .mapToDouble(character -> font.width(glyph((char) character, "")) * size / UNIT)
                .sum();
    }

    private static String decompose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static char glyph(char letter, String accents) {
        boolean above = accents.chars().anyMatch(mark -> mark != DiacriticalMarks.DOT_BELOW);
        return switch (letter) {
            case 'đ' -> 'd';
            case 'Đ' -> 'D';
            case 'i' -> above ? TimesFont.DOTLESS_I : 'i';
            default -> letter;
        };
    }

    private static String marks(char letter, char glyph, String accents, double x, double y, int width, double size) {
        StringBuilder marks = new StringBuilder();
        if (letter == 'đ' || letter == 'Đ') {
            marks.append(DiacriticalMarks.bar(glyph, x, y, width, size));
        }
        boolean stacked =
                accents.indexOf(DiacriticalMarks.CIRCUMFLEX) >= 0 || accents.indexOf(DiacriticalMarks.BREVE) >= 0;
        for (char mark : accents.toCharArray()) {
            boolean base = mark == DiacriticalMarks.CIRCUMFLEX || mark == DiacriticalMarks.BREVE;
            marks.append(DiacriticalMarks.draw(mark, glyph, stacked && !base, x, y, width, size));
        }
        return marks.toString();
    }

    private static String escape(CharSequence letters) {
        return letters.toString().replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
