package vn.lgsp.registry.control.lists;

/** Collects the letters of one text of a workbook: all its pieces ({@code t}), but not how it is pronounced ({@code rPh}). */
final class CellLetters {
    /** A cell holds no more UTF-16 units. */
    static final int MOST = 32_767;

    private final StringBuilder text = new StringBuilder();
    private boolean inPiece;
    private int aside;

    void clear() {
        text.setLength(0);
        inPiece = false;
        aside = 0;
    }

    void begin(String name) {
        if (name.equals("rPh")) {
            aside++;
        }
        inPiece = name.equals("t") && aside == 0;
    }

    void end(String name) {
        if (name.equals("rPh")) {
            aside--;
        }
        inPiece = false;
    }

    void add(char[] letters, int from, int length) {
        if (inPiece) {
            append(letters, from, length);
        }
    }

    /** Adds letters wherever they stand. */
    void append(char[] letters, int from, int length) {
        // Escapes, _x000D_, are seven letters for one.
        if (text.length() + length > MOST * 7) {
            throw ListPages.unreadable("XLSX: text > " + MOST);
        }
        text.append(letters, from, length);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
