package vn.lgsp.reporting.control;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.Locale;

/** The foot of each page: what the document is, and the page of how many. The number of pages is drawn in at the end. */
final class PdfFooter extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float ROOM_FOR_TOTAL = 36;

    private final String title;
    private final Locale locale;
    private PdfTemplate total;

    PdfFooter(String title, Locale locale) {
        this.title = title;
        this.locale = locale;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(ROOM_FOR_TOTAL, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        BaseFont font = PdfFonts.REGULAR.base();
        PdfContentByte content = writer.getDirectContent();
        float base = document.bottom() - SIZE * 2;
        String page = Heading.text(Heading.BUNDLE, locale, "page", Integer.toString(writer.getPageNumber()));
        content.beginText();
        content.setFontAndSize(font, SIZE);
        content.setTextMatrix(document.left(), base);
        content.showText(PdfFonts.REGULAR.shown("LGSP · " + CellText.line(title)));
        content.setTextMatrix(document.right() - ROOM_FOR_TOTAL - font.getWidthPoint(page, SIZE), base);
        content.showText(page);
        content.endText();
        content.addTemplate(total, document.right() - ROOM_FOR_TOTAL, base);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.beginText();
        total.setFontAndSize(PdfFonts.REGULAR.base(), SIZE);
        total.setTextMatrix(0, 0);
        total.showText(Integer.toString(writer.getPageNumber() - 1));
        total.endText();
    }
}
