package vn.lgsp.routing.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVerdict;
import vn.lgsp.routing.boundary.RouteVerdict.Outcome;

/** Holds rules against a request: in memory, in their order, the first that matches wins. */
final class RouteEvaluation {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private RouteEvaluation() {}

    /**
     * What rules are held against.
     *
     * @param above the agencies above {@code source}
     * @param size bytes told with the request; null when not
     */
    record Facts(
            String dataType,
            Importance importance,
            UUID source,
            Set<UUID> above,
            String title,
            Long size,
            Instant at) {}

    /**
     * The verdict of every rule of a code, in their order.
     *
     * @param agencies what the codes of sources in the rules mean
     */
    static List<RouteVerdict> evaluate(List<RouteRule> rules, Map<String, UUID> agencies, String code, Facts facts) {
        List<RouteVerdict> verdicts = new ArrayList<>();
        boolean won = false;
        for (int i = 0; i < rules.size(); i++) {
            RouteRule rule = rules.get(i);
            if (rule.code().equals(code)) {
                Outcome outcome = won ? Outcome.LATER : outcome(rule, agencies, facts);
                won |= outcome == Outcome.MATCHED;
                verdicts.add(new RouteVerdict(i + 1, rule, outcome));
            }
        }
        return verdicts;
    }

    /** The rule that won; empty when none did. */
    static Optional<RouteVerdict> winner(List<RouteVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.MATCHED)
                .findFirst();
    }

    private static Outcome outcome(RouteRule rule, Map<String, UUID> agencies, Facts facts) {
        RouteRule.Condition when = rule.when();
        if (!rule.enabled()) {
            return Outcome.DISABLED;
        }
        if (!oneOf(when.dataTypes(), facts.dataType())) {
            return Outcome.DATA_TYPE;
        }
        if (!oneOf(when.importances(), facts.importance())) {
            return Outcome.IMPORTANCE;
        }
        if (when.source() != null && !sends(when, agencies.get(when.source()), facts)) {
            return Outcome.SOURCE;
        }
        if (!contains(facts.title(), when.words())) {
            return Outcome.TITLE;
        }
        if (!fits(when, facts.size())) {
            return Outcome.SIZE;
        }
        ZonedDateTime now = facts.at().atZone(VIET_NAM);
        if (when.fromHour() != null && !within(when.fromHour(), when.toHour(), now.getHour())) {
            return Outcome.HOUR;
        }
        return oneOf(when.days(), now.getDayOfWeek()) ? Outcome.MATCHED : Outcome.DAY;
    }

    private static <T> boolean oneOf(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean sends(RouteRule.Condition when, UUID agency, Facts facts) {
        // A code that leads to nobody any more is nobody's.
        return agency != null
                && (facts.source().equals(agency)
                        || when.below() && facts.above().contains(agency));
    }

    private static boolean contains(String title, List<String> words) {
        List<String> there = Arrays.asList(SearchText.fold(title).split("[^\\p{L}\\p{N}]+"));
        return words.stream()
                .flatMap(word -> Arrays.stream(SearchText.fold(word).split("[^\\p{L}\\p{N}]+")))
                .allMatch(there::contains);
    }

    private static boolean fits(RouteRule.Condition when, Long size) {
        if (when.minBytes() == null && when.maxBytes() == null) {
            return true;
        }
        return size != null
                && (when.minBytes() == null || size >= when.minBytes())
                && (when.maxBytes() == null || size <= when.maxBytes());
    }

    private static boolean within(int from, int to, int hour) {
        return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
