package vn.lgsp.registry.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Collects agencies for an {@link AgencySegment}. */
final class AgencySegmentBuilder {
    private static final int BEGIN = 1024;

    final boolean keepParents;
    long[] high = new long[BEGIN];
    long[] low = new long[BEGIN];
    long[] parentHigh = new long[BEGIN];
    long[] parentLow = new long[BEGIN];
    byte[] levels = new byte[BEGIN];
    byte[] abilities = new byte[BEGIN];
    boolean[] closed = new boolean[BEGIN];
    String[][] dataTypes = new String[BEGIN][];
    int[] byId;
    SortedTexts names;
    int[] named;
    SortedTexts codes;
    int[] coded;
    Postings tokens;

    private final List<Entry> nameList = new ArrayList<>();
    private final List<Entry> codeList = new ArrayList<>();
    private final Postings.Builder postings = new Postings.Builder();
    private final Map<List<String>, String[]> typeSets = new HashMap<>();
    private int size;

    private record Entry(String text, int agency) {}

    AgencySegmentBuilder(boolean keepParents) {
        this.keepParents = keepParents;
    }

    void add(AgencyRow row) {
        if (size == levels.length) {
            resize(size * 2);
        }
        high[size] = row.id().getMostSignificantBits();
        low[size] = row.id().getLeastSignificantBits();
        UUID parent = row.parentId();
        parentHigh[size] = parent == null ? 0 : parent.getMostSignificantBits();
        parentLow[size] = parent == null ? 0 : parent.getLeastSignificantBits();
        levels[size] = (byte) row.level();
        abilities[size] = (byte) row.abilities();
        closed[size] = row.closed();
        if (!row.dataTypes().isEmpty()) {
            dataTypes[size] = typeSets.computeIfAbsent(row.dataTypes(), types -> types.toArray(String[]::new));
        }
        nameList.add(new Entry(String.join(" ", AgencyWords.of(row.name())), size));
        for (String code : row.codes()) {
            codeList.add(new Entry(code, size));
        }
        for (String token : AgencyWords.tokens(row.name(), row.shortName())) {
            postings.add(token, size);
        }
        size++;
    }

    AgencySegment build() {
        resize(size);
        byId = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> {
                    int order = Long.compareUnsigned(high[a], high[b]);
                    return order == 0 ? Long.compareUnsigned(low[a], low[b]) : order;
                })
                .mapToInt(Integer::intValue)
                .toArray();
        names = sorted(nameList);
        named = agencies(nameList);
        codes = sorted(codeList);
        coded = agencies(codeList);
        tokens = postings.build();
        return new AgencySegment(this);
    }

    private static SortedTexts sorted(List<Entry> entries) {
        entries.sort(Comparator.comparing(Entry::text));
        return new SortedTexts(entries.stream().map(Entry::text).toList());
    }

    private static int[] agencies(List<Entry> entries) {
        return entries.stream().mapToInt(Entry::agency).toArray();
    }

    private void resize(int to) {
        high = Arrays.copyOf(high, to);
        low = Arrays.copyOf(low, to);
        parentHigh = Arrays.copyOf(parentHigh, to);
        parentLow = Arrays.copyOf(parentLow, to);
        levels = Arrays.copyOf(levels, to);
        abilities = Arrays.copyOf(abilities, to);
        closed = Arrays.copyOf(closed, to);
        dataTypes = Arrays.copyOf(dataTypes, to);
    }
}
