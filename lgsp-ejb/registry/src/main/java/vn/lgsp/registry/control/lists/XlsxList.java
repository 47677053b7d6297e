package vn.lgsp.registry.control.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.lgsp.model.error.LgspException;

/**
 * A list of agencies as a workbook (ECMA-376): its first sheet that is not hidden, the names of the columns in the first row that has
 * anything in it. Read forwards, row by row; of formulas only the values that were saved with them. A row's position is where it stands
 * below the names of the columns, so that people find it again.
 */
final class XlsxList {
    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";

    private XlsxList() {}

    /**
     * Reads a list.
     *
     * @return how many rows there were
     * @throws LgspException FILE_UNREADABLE saying why
     */
    static int read(Path file, ListPages pages) {
        try (WorkbookZip zip = new WorkbookZip(file)) {
            Book book = new Book();
            WorkbookXml.read(zip.open(BOOK), book);
            CellStyles styles = new CellStyles();
            if (zip.has(STYLES)) {
                WorkbookXml.read(zip.open(STYLES), styles);
            }
            if (book.since1904) {
                styles.since1904();
            }
            SharedTexts texts = new SharedTexts();
            if (zip.has(TEXTS)) {
                WorkbookXml.read(zip.open(TEXTS), texts);
            }
            Relations relations = new Relations();
            WorkbookXml.read(zip.open(RELATIONS), relations);
            WorkbookXml.read(zip.open(relations.part(book.sheet)), new SheetRows(pages, texts, styles));
            return pages.end();
        } catch (IOException broken) {
            throw ListPages.unreadable("XLSX");
        }
    }

    /** What the workbook says of its sheets. */
    private static final class Book implements WorkbookXml.Handler {
        private String sheet;
        private boolean since1904;

        @Override
        public void begin(String name, WorkbookXml.Element element) {
            if (name.equals("workbookPr")) {
                String value = element.attribute("date1904");
                since1904 = "1".equals(value) || "true".equals(value);
            } else if (name.equals("sheet") && sheet == null) {
                String state = element.attribute("state");
                if (state == null || state.equals("visible")) {
                    sheet = element.attribute("id");
                }
            }
        }

        @Override
        public void text(char[] letters, int from, int length) {
            // Names defined by people say nothing here.
        }

        @Override
        public boolean end(String name) {
            return !name.equals("sheets");
        }
    }

    /** Where the parts are that the workbook names. */
    private static final class Relations implements WorkbookXml.Handler {
        private final Map<String, String> targets = new HashMap<>();

        /** @throws LgspException FILE_UNREADABLE when there is none, or it is outside the file */
        String part(String id) {
            String target = id == null ? null : targets.get(id);
            if (target == null) {
                throw ListPages.unreadable("XLSX: sheet");
            }
            return target.startsWith("/") ? target.substring(1) : "xl/" + target;
        }

        @Override
        public void begin(String name, WorkbookXml.Element element) {
            if (name.equals("Relationship") && !"External".equals(element.attribute("TargetMode"))) {
                targets.put(element.attribute("Id"), element.attribute("Target"));
            }
        }

        @Override
        public void text(char[] letters, int from, int length) {
            // There is none.
        }

        @Override
        public boolean end(String name) {
            return true;
        }
    }
}
