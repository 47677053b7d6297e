package vn.lgsp.client.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Puts pages into a file (PDF 1.7), uncompressed, with nothing in it that changes from one time to the next. */
final class PdfFile {

    private final List<String> objects = new ArrayList<>();

    private PdfFile() {}

    /**
     * A file of A4 pages.
     *
     * @param title in Unicode
     */
    static byte[] of(String title, List<PdfPage> pages) {
        PdfFile file = new PdfFile();
        int first = 6;
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(first + 2 * i).append(" 0 R ");
        }
        file.add("<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) /ViewerPreferences << /DisplayDocTitle true >> >>");
        file.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
        file.add(TimesFont.ROMAN.dictionary());
        file.add(TimesFont.BOLD.dictionary());
        String hex = HexFormat.of().formatHex(title.getBytes(StandardCharsets.UTF_16BE));
        file.add("<< /Title <feff" + hex + "> /CreationDate (D:20240612080000+07'00') >>");
        for (int i = 0; i < pages.size(); i++) {
            String content = pages.get(i).content();
            file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (first + 2 * i + 1)
                    + " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
            file.add("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        }
        return file.bytes();
    }

    private void add(String object) {
        objects.add(object);
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The four bytes behind the comment sign tell transfer programs that the file is binary.
        append(out, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            append(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        int start = out.size();
        append(out, "xref\n0 " + (objects.size() + 1) + "\n" + table);
        append(out, "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R /Info 5 0 R >>\n");
        append(out, "startxref\n" + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
