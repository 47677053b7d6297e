package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Ids;

/**
 * Finds packets by part of their title, newest first. A text that is in many titles is soon found by looking at the newest packets; for one
 * that is in few the index of letter triples is asked, which knows no order. Which of the two a text is shows only in trying: first the newest
 * few thousand are looked at, then the index is asked, and where that yields too many, the same month by month.
 */
@ApplicationScoped
public class TitleSearch {
    /** Looked at one by one before the index is asked: a few milliseconds. */
    private static final int LOOKED_AT = 3_000;

    /** More than so many are put in order month by month. */
    static final int MANY = 10_000;

    private static final Duration WINDOW = Duration.ofDays(30);

    private static final String IN_INDEX =
            """
            select s.packet_id as id from packet_search s
            where s.packet_id >= :low and s.packet_id < :high and s.title like :pattern escape '!'
            """;

    /** An array of ids as one text: the driver would hand out a type of its own. */
    private static final String LISTED = "select string_agg(cast(id as text), ',' order by id desc)";

    @Inject
    private Reading reading;

    @Inject
    private ShortestWay way;

    /** The ids of the newest packets wanted, {@code limit} at most. */
    List<UUID> newest(Wanted wanted, int limit) {
        Look look = look(wanted, limit);
        List<UUID> found = new ArrayList<>(look.found());
        if (look.complete() || found.size() == limit) {
            return found;
        }
        Wanted rest = wanted.between(wanted.low(), look.lowest());
        Indexed few = indexed(rest, limit - found.size(), MANY + 1);
        if (few.hits() <= MANY) {
            found.addAll(few.found());
            return found;
        }
        for (Wanted month = latest(rest); found.size() < limit && !month.low().equals(month.high()); ) {
            Look newest = look(month, limit - found.size());
            found.addAll(newest.found());
            if (!newest.complete() && found.size() < limit) {
                Wanted older = month.between(month.low(), newest.lowest());
                found.addAll(
                        indexed(older, limit - found.size(), Integer.MAX_VALUE).found());
            }
            month = latest(rest.between(rest.low(), month.low()));
        }
        return found;
    }

    /** SQL that names {@code hit} what the index finds, {@code most} at most; its values are put into the map. */
    String hits(Wanted wanted, int most, Map<String, Object> values) {
        values.putAll(values(wanted));
        values.put("most", most);
        return "with hit as materialized (" + IN_INDEX + " limit :most) ";
    }

    /**
     * SQL for those of {@code hit} that are wanted, in no order; its values are put into the map. None where there are {@code too} many hits,
     * which are then not looked at one by one.
     */
    String ofHits(Wanted wanted, int too, Map<String, Object> values) {
        Candidates others = new Candidates(wanted);
        String conditions = others.conditions();
        values.putAll(others.values());
        return conditions.isEmpty()
                ? "select hit.id from hit"
                : "select p.id from hit join packet p on p.id = hit.id where p.id >= :low and p.id < :high"
                        + conditions;
    }

    /** What the index found: how many titles, and the newest of those that are wanted otherwise too. */
    private record Indexed(long hits, List<UUID> found) {}

    private Indexed indexed(Wanted wanted, int limit, int most) {
        Map<String, Object> values = new HashMap<>();
        String hits = hits(wanted, most, values);
        String wantedHits = ofHits(wanted, most, values);
        values.put("found", limit);
        Object[] row = (Object[]) reading.rows(
                        hits + "select (select count(*) from hit), (" + LISTED + " from (select id from (" + wantedHits
                                + ") wanted order by id desc limit :found) best)",
                        values)
                .get(0);
        return new Indexed(((Number) row[0]).longValue(), ids((String) row[1]));
    }

    /** What a look at the newest packets showed; {@code lowest} is where it ended. */
    private record Look(List<UUID> found, boolean complete, UUID lowest) {}

    private Look look(Wanted wanted, int limit) {
        Map<String, Object> values = values(wanted);
        String newest = way.newest(wanted, LOOKED_AT, values);
        values.put("found", limit);
        Object[] row = (Object[]) reading.rows(
                        "with seen as materialized (" + newest
                                + """
                                ) select (select count(*) from seen), (select cast(id as text) from seen order by id limit 1), (
                                """
                                + LISTED
                                + """
                                 from (select s.packet_id as id from seen join packet_search s on s.packet_id = seen.id
                                    where s.title like :pattern escape '!' order by s.packet_id desc limit :found) best)
                                """,
                        values)
                .get(0);
        boolean complete = ((Number) row[0]).intValue() < LOOKED_AT;
        return new Look(
                ids((String) row[2]), complete, row[1] == null ? wanted.low() : UUID.fromString((String) row[1]));
    }

    private static List<UUID> ids(String listed) {
        return listed == null
                ? List.of()
                : Arrays.stream(listed.split(",")).map(UUID::fromString).toList();
    }

    private static Wanted latest(Wanted wanted) {
        Instant begin = Ids.instant(wanted.high()).minus(WINDOW);
        Instant first = Ids.instant(wanted.low());
        return wanted.between(begin.isAfter(first) ? Ids.floor(begin) : wanted.low(), wanted.high());
    }

    private static Map<String, Object> values(Wanted wanted) {
        Map<String, Object> values = new HashMap<>();
        values.put("low", wanted.low());
        values.put("high", wanted.high());
        values.put("pattern", wanted.pattern());
        return values;
    }
}
