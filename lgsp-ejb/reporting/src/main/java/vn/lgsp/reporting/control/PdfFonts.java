package vn.lgsp.reporting.control;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.lgsp.model.SheetText;

/** The fonts of printed documents, embedded in each: Tinos, as wide as Times New Roman and with every Vietnamese letter. */
enum PdfFonts {
    REGULAR("Tinos-Regular.ttf"),
    BOLD("Tinos-Bold.ttf"),
    ITALIC("Tinos-Italic.ttf"),
    BOLD_ITALIC("Tinos-BoldItalic.ttf");

    private static final int SUBSTITUTE = '\u25A1';

    private final String file;
    private BaseFont font;

    PdfFonts(String file) {
        this.file = file;
    }

    Font size(float points) {
        return new Font(base(), points);
    }

    /** Read once and shared; a font does not change. */
    synchronized BaseFont base() {
        if (font == null) {
            try (InputStream bytes = PdfFonts.class.getResourceAsStream("fonts/" + file)) {
                font = BaseFont.createFont(
                        file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes.readAllBytes(), null);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return font;
    }

    /** The text in NFC; a box for each letter that the font lacks, because the library would leave it out without a word. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        SheetText.clean(text)
                .codePoints()
                .map(c -> c == '\t' || c == '\r' ? ' ' : c)
                .map(c -> c == '\n' || base().charExists(c) ? c : SUBSTITUTE)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
