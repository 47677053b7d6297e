package vn.lgsp.registry.control;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Agencies in the order of their level and name, with what finds them: immutable and compact. An agency is its place in that order, so
 * whoever goes through a set of them from the beginning meets the most important first.
 */
public final class AgencySegment {

    private static final int PHRASES = 2000;

    private final long[] high;
    private final long[] low;
    private final int[] byId;
    private final int[] parents;
    private final long[][] parentIds;
    private final byte[] levels;
    private final byte[] abilities;
    private final boolean[] closed;
    private final String[][] dataTypes;
    private final SortedTexts names;
    private final int[] nameOf;
    private final int[] named;
    private final SortedTexts codes;
    private final int[] coded;
    private final Postings tokens;

    /** A hit: the smaller the tier, the better. */
    record Hit(int tier, int agency) {}

    AgencySegment(AgencySegmentBuilder from) {
        high = from.high;
        low = from.low;
        byId = from.byId;
        levels = from.levels;
        abilities = from.abilities;
        closed = from.closed;
        dataTypes = from.dataTypes;
        names = from.names;
        named = from.named;
        nameOf = new int[named.length];
        for (int i = 0; i < named.length; i++) {
            nameOf[named[i]] = i;
        }
        codes = from.codes;
        coded = from.coded;
        tokens = from.tokens;
        parents = new int[size()];
        for (int i = 0; i < size(); i++) {
            parents[i] = from.parentHigh[i] == 0 && from.parentLow[i] == 0
                    ? -1
                    : find(from.parentHigh[i], from.parentLow[i]);
        }
        parentIds = from.keepParents ? new long[][] {from.parentHigh, from.parentLow} : null;
    }

    /** Makes a segment of rows that come by level and name; rows of agencies that are gone are left out. */
    static AgencySegment of(Stream<AgencyRow> rows, boolean keepParents) {
        AgencySegmentBuilder builder = new AgencySegmentBuilder(keepParents);
        rows.filter(row -> !row.gone()).forEach(builder::add);
        return builder.build();
    }

    int size() {
        return levels.length;
    }

    UUID id(int agency) {
        return new UUID(high[agency], low[agency]);
    }

    int level(int agency) {
        return levels[agency];
    }

    String name(int agency) {
        return names.get(nameOf[agency]);
    }

    boolean closed(int agency) {
        return closed[agency];
    }

    boolean able(int agency, int wanted) {
        return (abilities[agency] & wanted) == wanted;
    }

    boolean takes(int agency, String dataType) {
        if (dataTypes[agency] == null) {
            return false;
        }
        for (String type : dataTypes[agency]) {
            if (type.equals("*") || type.equals(dataType)) {
                return true;
            }
        }
        return false;
    }

    /** The agency above within this segment; -1 when there is none here. */
    int parent(int agency) {
        return parents[agency];
    }

    /** The id of the agency above, null at the top; only for segments that keep it. */
    UUID parentId(int agency) {
        long first = parentIds[0][agency];
        long second = parentIds[1][agency];
        return first == 0 && second == 0 ? null : new UUID(first, second);
    }

    /** Where an agency stands; -1 when it is not here. */
    int find(UUID id) {
        return find(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private int find(long first, long second) {
        int from = 0;
        int to = byId.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int agency = byId[middle];
            int order = Long.compareUnsigned(high[agency], first);
            order = order == 0 ? Long.compareUnsigned(low[agency], second) : order;
            if (order == 0) {
                return agency;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /**
     * Finds agencies, the best first.
     *
     * @param words of the query; the last may be only begun
     * @param code the query as a code in capital letters; null when it cannot be one
     */
    List<Hit> search(List<String> words, String code, IntPredicate wanted, int limit) {
        Hits hits = new Hits(size(), wanted, limit);
        if (code != null) {
            hits.take(0, codesFrom(codes.from(code), code, true));
        }
        if (!words.isEmpty()) {
            String phrase = String.join(" ", words);
            String joined = AgencyWords.INITIALS + String.join("", words);
            Bits exact = exactly(phrase);
            exact.or(tokens.exact(joined, size()));
            hits.take(1, exact);
            if (code != null) {
                hits.take(2, codesFrom(codes.from(code), code, false));
            }
            hits.take(3, beginning(phrase));
            if (!hits.full()) {
                Bits all = tokens.all(words, size());
                hits.take(4, containing(all, " " + phrase, wanted));
                hits.take(5, all);
            }
            if (!hits.full() && joined.length() > 2) {
                hits.take(6, tokens.beginning(joined, size()));
            }
        }
        return hits.list();
    }

    /** All agencies in their order. */
    List<Hit> all(IntPredicate wanted, int limit) {
        Hits hits = new Hits(size(), wanted, limit);
        Bits everything = new Bits(size());
        everything.setAll();
        hits.take(0, everything);
        return hits.list();
    }

    private Bits codesFrom(int from, String code, boolean exact) {
        Bits found = new Bits(size());
        int behind = codes.behind(code);
        for (int i = from; i < behind && (!exact || codes.is(i, code)); i++) {
            found.set(coded[i]);
        }
        return found;
    }

    private Bits exactly(String phrase) {
        Bits found = new Bits(size());
        for (int i = names.from(phrase); names.is(i, phrase); i++) {
            found.set(named[i]);
        }
        return found;
    }

    private Bits beginning(String phrase) {
        Bits found = new Bits(size());
        int behind = names.behind(phrase);
        for (int i = names.from(phrase); i < behind; i++) {
            found.set(named[i]);
        }
        return found;
    }

    /** Those among the first of a set in whose name the words stand next to each other. */
    private Bits containing(Bits all, String phrase, IntPredicate wanted) {
        Bits found = new Bits(size());
        int looked = 0;
        for (int agency = all.next(0); agency >= 0 && looked < PHRASES; agency = all.next(agency + 1)) {
            if (wanted.test(agency)) {
                looked++;
                if ((" " + name(agency)).contains(phrase)) {
                    found.set(agency);
                }
            }
        }
        return found;
    }

    /** What has been found so far, each agency once. */
    private static final class Hits {
        private final List<Hit> hits = new ArrayList<>();
        private final Bits seen;
        private final IntPredicate wanted;
        private final int limit;

        Hits(int size, IntPredicate wanted, int limit) {
            this.seen = new Bits(size);
            this.wanted = wanted;
            this.limit = limit;
        }

        boolean full() {
            return hits.size() >= limit;
        }

        void take(int tier, Bits found) {
            for (int agency = found.next(0); agency >= 0 && !full(); agency = found.next(agency + 1)) {
                if (!seen.has(agency) && wanted.test(agency)) {
                    seen.set(agency);
                    hits.add(new Hit(tier, agency));
                }
            }
        }

        List<Hit> list() {
            return hits;
        }
    }
}
