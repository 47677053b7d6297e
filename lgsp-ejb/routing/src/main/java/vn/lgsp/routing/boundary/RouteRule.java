package vn.lgsp.routing.boundary;

import java.time.DayOfWeek;
import java.util.List;
import vn.lgsp.model.packet.Importance;

/**
 * A rule that finds destinations (Điều 5.7). Requests name its code; several rules may bear one code, the first of them that matches counts.
 *
 * @param code small letters, digits and hyphens, 2–60
 * @param name what people call it, 1–200 characters
 * @param enabled whether it is looked at
 */
public record RouteRule(String code, String name, boolean enabled, Condition when, Target to) {

    /**
     * What has to hold of a request, all of it; what is empty or null holds always.
     *
     * @param dataTypes codes of data types, one of which it has to be
     * @param importances of which one it has to be
     * @param source code of the agency that sends
     * @param below whether agencies below {@code source} count too
     * @param words that the title has to contain, all of them, accents or not
     * @param minBytes size told with the request, at least; a request that tells none does not match
     * @param maxBytes at most
     * @param fromHour hour of the day in Viet Nam from which it counts, 0–23
     * @param toHour before which it counts, 1–24; smaller than {@code fromHour} over midnight
     * @param days of the week in Viet Nam
     */
    public record Condition(
            List<String> dataTypes,
            List<Importance> importances,
            String source,
            boolean below,
            List<String> words,
            Long minBytes,
            Long maxBytes,
            Integer fromHour,
            Integer toHour,
            List<DayOfWeek> days) {
        public Condition {
            dataTypes = copy(dataTypes);
            importances = copy(importances);
            words = copy(words);
            days = copy(days);
        }
    }

    /**
     * Who receives.
     *
     * @param agencies identifier codes
     * @param groups codes of groups of agencies
     * @param application code of the application that receives; null for the platform's choice; only with one agency and no group
     * @param backup code of the agency that receives in the place of one that cannot; null for none
     */
    public record Target(List<String> agencies, List<String> groups, String application, String backup) {
        public Target {
            agencies = copy(agencies);
            groups = copy(groups);
        }
    }

    private static <T> List<T> copy(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
