package vn.lgsp.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared in searches: without accents, đ as d, lower case, single blanks (NFC and NFD input alike). */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private SearchText() {}

    /** Pattern for {@code like … escape '!'} of folded texts in which this one stands, null for all; signs of patterns mean themselves. */
    public static String within(String text) {
        String folded = text == null ? "" : fold(text.strip());
        return "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Folds a text that is not null; "Sở Thông tin" and "so thong tin" fold to the same. */
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BLANKS.matcher(plain.replace('đ', 'd').replace('Đ', 'D'))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
