package vn.lgsp.registry.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which agencies have which token. */
final class Postings {
    private final SortedTexts tokens;
    private final int[] starts;
    private final int[] agencies;

    private Postings(SortedTexts tokens, int[] starts, int[] agencies) {
        this.tokens = tokens;
        this.starts = starts;
        this.agencies = agencies;
    }

    /** Collects tokens as agencies come in. */
    static final class Builder {
        private final Map<String, int[]> lists = new HashMap<>();
        private int total;

        /** The first element of each list is how many follow. */
        void add(String token, int agency) {
            int[] list = lists.computeIfAbsent(token, key -> new int[3]);
            if (list[0] + 1 == list.length) {
                list = Arrays.copyOf(list, list.length + (list.length >> 1) + 1);
                lists.put(token, list);
            }
            list[0]++;
            list[list[0]] = agency;
            total++;
        }

        Postings build() {
            List<String> sorted = new ArrayList<>(lists.keySet());
            sorted.sort(null);
            int[] starts = new int[sorted.size() + 1];
            int[] agencies = new int[total];
            int at = 0;
            for (int i = 0; i < sorted.size(); i++) {
                int[] list = lists.remove(sorted.get(i));
                starts[i] = at;
                System.arraycopy(list, 1, agencies, at, list[0]);
                at += list[0];
            }
            starts[sorted.size()] = at;
            return new Postings(new SortedTexts(sorted), starts, agencies);
        }
    }

    /** Those that have exactly this token. */
    Bits exact(String token, int size) {
        int index = tokens.from(token);
        return tokens.is(index, token) ? range(index, index + 1, size) : new Bits(size);
    }

    /** Those that have a token beginning so. */
    Bits beginning(String prefix, int size) {
        return range(tokens.from(prefix), tokens.behind(prefix), size);
    }

    /** Those that have all these words; the last may be only begun. */
    Bits all(List<String> words, int size) {
        int last = words.size() - 1;
        Bits found = beginning(words.get(last), size);
        for (int i = 0; i < last; i++) {
            found.and(exact(words.get(i), size));
        }
        return found;
    }

    private Bits range(int from, int behind, int size) {
        Bits found = new Bits(size);
        for (int i = starts[from]; i < starts[behind]; i++) {
            found.set(agencies[i]);
        }
        return found;
    }
}
