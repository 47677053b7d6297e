package vn.lgsp.registry.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.model.SearchText;

/** The words by which an agency is found: those of its name, their usual abbreviations written out or not, and initials. */
final class AgencyWords {
    /** Stands before initials among the tokens, so that they are no words. */
    static final char INITIALS = '~';

    private static final int MAX_WORDS = 40;
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> CONJUNCTIONS = Set.of("va", "cua", "cho");
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("uy ban nhan dan", "ubnd"),
            Map.entry("hoi dong nhan dan", "hdnd"),
            Map.entry("mat tran to quoc", "mttq"),
            Map.entry("thong tin va truyen thong", "tttt"),
            Map.entry("tai nguyen va moi truong", "tnmt"),
            Map.entry("nong nghiep va phat trien nong thon", "nnptnt"),
            Map.entry("giao duc va dao tao", "gddt"),
            Map.entry("ke hoach va dau tu", "khdt"),
            Map.entry("khoa hoc va cong nghe", "khcn"),
            Map.entry("giao thong van tai", "gtvt"),
            Map.entry("van hoa the thao va du lich", "vhttdl"),
            Map.entry("lao dong thuong binh va xa hoi", "ldtbxh"),
            Map.entry("cong nghe thong tin", "cntt"),
            Map.entry("trung hoc pho thong", "thpt"),
            Map.entry("trung hoc co so", "thcs"),
            Map.entry("thanh pho", "tp"));

    private AgencyWords() {}

    /** The words of a text in their order: without accents, small letters of ASCII and digits only. Empty for a text without any. */
    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(SearchText.fold(text)))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList();
    }

    /** Everything under which a name is found. */
    static Set<String> tokens(String name, String shortName) {
        List<String> words = of(name);
        Set<String> tokens = new LinkedHashSet<>(words);
        abbreviations(String.join(" ", words), tokens);
        initials(words, tokens);
        if (shortName != null) {
            List<String> brief = of(shortName);
            tokens.addAll(brief);
            abbreviations(String.join(" ", brief), tokens);
            tokens.add(INITIALS + String.join("", brief));
        }
        return tokens;
    }

    private static void abbreviations(String phrase, Set<String> tokens) {
        String padded = " " + phrase + " ";
        ABBREVIATIONS.forEach((full, brief) -> {
            if (padded.contains(" " + full + " ")) {
                tokens.add(brief);
            } else if (padded.contains(" " + brief + " ")) {
                tokens.addAll(List.of(full.split(" ")));
            }
        });
    }

    /** First letters with the conjunctions and without; a word that is an abbreviation already stays whole. */
    private static void initials(List<String> words, Set<String> tokens) {
        StringBuilder all = new StringBuilder();
        StringBuilder few = new StringBuilder();
        for (String word : words) {
            String initial = ABBREVIATIONS.containsValue(word) ? word : word.substring(0, 1);
            all.append(initial);
            if (!CONJUNCTIONS.contains(word)) {
                few.append(initial);
            }
        }
        if (all.length() > 1) {
            tokens.add(INITIALS + all.toString());
            tokens.add(INITIALS + few.toString());
        }
    }

    /** The words of a query; the last one may be only begun. At most {@value #MAX_WORDS}. */
    static List<String> query(String text) {
        return text == null ? List.of() : new ArrayList<>(of(text));
    }
}
