package vn.lgsp.registry.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import vn.lgsp.registry.boundary.AgencyQuery;

/**
 * Public only because the container calls {@link AgencyRows} through a proxy of its own.
 *
 * <p>The directory as it was at one revision: a large segment, a small one with what has changed since that was made, and the tree over both.
 */
public final class AgencySnapshot {
    private final long revision;
    private final AgencySegment base;
    private final AgencySegment recent;
    /** Agencies of the large segment that the small one says anew, or that are gone. */
    private final Bits outdated;

    private final int[] enter;
    private final int[] leave;

    private record Found(int tier, int level, String name, UUID id) {}

    /** An order of what two segments found. */
    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingInt(Found::tier).thenComparingInt(Found::level).thenComparing(Found::name);

    /**
     * Joins two segments.
     *
     * @param touched the agencies that changed since the large segment was made, the gone among them
     */
    AgencySnapshot(long revision, AgencySegment base, AgencySegment recent, Set<UUID> touched) {
        this.revision = revision;
        this.base = base;
        this.recent = recent;
        this.outdated = new Bits(base.size());
        touched.stream().mapToInt(base::find).filter(agency -> agency >= 0).forEach(outdated::set);
        int[] parents = parents();
        this.enter = new int[parents.length];
        this.leave = new int[parents.length];
        number(parents);
    }

    long revision() {
        return revision;
    }

    AgencySegment base() {
        return base;
    }

    int size() {
        return base.size() + recent.size();
    }

    /** The ids of what was found, the best first. */
    List<UUID> search(AgencyQuery query, List<String> words, String code) {
        int root = query.under() == null ? -1 : place(query.under());
        if (query.under() != null && root < 0) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        collect(base, 0, query, root, words, code, found);
        collect(recent, base.size(), query, root, words, code, found);
        return found.stream()
                .sorted(BEST_FIRST)
                .limit(query.limit())
                .map(Found::id)
                .toList();
    }

    private void collect(
            AgencySegment segment,
            int offset,
            AgencyQuery query,
            int root,
            List<String> words,
            String code,
            List<Found> found) {
        if (segment.size() == 0) {
            return;
        }
        int abilities = query.ability() == null ? 0 : query.ability().bit();
        IntPredicate wanted = agency -> (segment != base || !outdated.has(agency))
                && (query.closedToo() || !segment.closed(agency))
                && (root < 0 || enter[root] <= enter[offset + agency] && enter[offset + agency] < leave[root])
                && segment.able(agency, abilities)
                && (query.dataType() == null || segment.takes(agency, query.dataType()));
        List<AgencySegment.Hit> hits = words.isEmpty() && code == null
                ? segment.all(wanted, query.limit())
                : segment.search(words, code, wanted, query.limit());
        for (AgencySegment.Hit hit : hits) {
            found.add(new Found(
                    hit.tier(), segment.level(hit.agency()), segment.name(hit.agency()), segment.id(hit.agency())));
        }
    }

    /** Where an agency stands among those of both segments; -1 when it is not known. */
    private int place(UUID id) {
        int agency = recent.find(id);
        if (agency >= 0) {
            return base.size() + agency;
        }
        agency = base.find(id);
        return agency < 0 || outdated.has(agency) ? -1 : agency;
    }

    private int[] parents() {
        int[] parents = new int[size()];
        for (int i = 0; i < base.size(); i++) {
            int parent = base.parent(i);
            parents[i] = outdated.has(i) ? -2 : parent >= 0 && outdated.has(parent) ? place(base.id(parent)) : parent;
        }
        for (int i = 0; i < recent.size(); i++) {
            UUID parent = recent.parentId(i);
            parents[base.size() + i] = parent == null ? -1 : place(parent);
        }
        return parents;
    }

    /** Numbers the agencies so that everything below one stands between two numbers of it. */
    private void number(int[] parents) {
        int[] firstChild = new int[parents.length];
        int[] sibling = new int[parents.length];
        Arrays.fill(firstChild, -1);
        Arrays.fill(enter, -1);
        int roots = -1;
        for (int i = parents.length - 1; i >= 0; i--) {
            if (parents[i] >= 0) {
                sibling[i] = firstChild[parents[i]];
                firstChild[parents[i]] = i;
            } else if (parents[i] == -1) {
                sibling[i] = roots;
                roots = i;
            }
        }
        int number = 0;
        int[] path = new int[parents.length + 1];
        for (int root = roots; root >= 0; root = sibling[root]) {
            int depth = 0;
            path[0] = root;
            enter[root] = number++;
            while (depth >= 0) {
                int agency = path[depth];
                int child = firstChild[agency];
                if (child >= 0) {
                    firstChild[agency] = sibling[child];
                    depth++;
                    path[depth] = child;
                    enter[child] = number++;
                } else {
                    leave[agency] = number;
                    depth--;
                }
            }
        }
    }
}
