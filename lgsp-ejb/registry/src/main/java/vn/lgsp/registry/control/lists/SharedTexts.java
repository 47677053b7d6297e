package vn.lgsp.registry.control.lists;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.lgsp.model.SheetText;

/** The texts that cells of a workbook share, packed: a directory of 120,000 agencies takes some 25 MB. */
final class SharedTexts implements WorkbookXml.Handler {
    private static final int MAX_TEXTS = 2_000_000;
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final CellLetters letters = new CellLetters();
    private byte[] bytes = new byte[64 * 1024];
    private int[] ends = new int[1024];
    private int size;

    /** The text of this number; null when there is none. */
    String get(int index) {
        if (index < 0 || index >= size) {
            return null;
        }
        int begin = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, begin, ends[index] - begin, StandardCharsets.UTF_8);
    }

    @Override
    public void begin(String name, WorkbookXml.Element element) {
        if (name.equals("si")) {
            letters.clear();
        }
        letters.begin(name);
    }

    @Override
    public void text(char[] text, int from, int length) {
        letters.add(text, from, length);
    }

    @Override
    public boolean end(String name) {
        letters.end(name);
        if (name.equals("si")) {
            add(SheetText.unescaped(letters.toString()).getBytes(StandardCharsets.UTF_8));
        }
        return !name.equals("sst");
    }

    private void add(byte[] text) {
        int begin = size == 0 ? 0 : ends[size - 1];
        if (size == MAX_TEXTS || text.length > MAX_BYTES - begin) {
            throw ListPages.unreadable("XLSX: texts > " + MAX_TEXTS + ", " + MAX_BYTES);
        }
        if (begin + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, Math.max(bytes.length * 2, begin + text.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(text, 0, bytes, begin, text.length);
        ends[size++] = begin + text.length;
    }
}
