package vn.lgsp.portal.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.registry.boundary.AgencyView;

/**
 * What a list was narrowed to, read from the address. An address that somebody typed wrongly reads as if the wrong part were not there.
 *
 * @param values what was put into the filters, by name; no blanks
 * @param agency the agency that was found for the text in the agency's field; null when none was asked for or it is not clear which
 * @param anchors where each page before this one ended; empty on the first page
 * @param size rows of a page
 */
public record Selection(Map<String, String> values, AgencyView agency, List<String> anchors, int size) {
    /** The sizes that a page can have. */
    public static final List<Integer> SIZES = List.of(25, 50, 100);

    static final String PLACE = "truoc";
    static final String SIZE = "dong";
    private static final int LONGEST = 100;
    private static final int MOST_ANCHORS = 40;
    private static final int MOST_DAYS = 366;
    private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    /** Reads the parameters of a request; the agency is filled in by whoever can look it up. */
    static Selection of(Map<String, String> parameters, List<Filter> filters) {
        Map<String, String> values = new HashMap<>();
        for (Filter filter : filters) {
            String value =
                    Optional.ofNullable(clean(parameters.get(filter.name()))).orElse(filter.fallback());
            boolean offered = filter.choices().isEmpty()
                    || filter.choices().stream()
                            .anyMatch(choice -> choice.value().equals(value));
            if (value != null && offered) {
                values.put(filter.name(), value);
            } else if (filter.fallback() != null) {
                values.put(filter.name(), filter.fallback());
            }
            if (filter.kind() == Filter.Kind.PERIOD) {
                for (String end : List.of(Filter.FROM, Filter.TO)) {
                    Optional.ofNullable(clean(parameters.get(end))).ifPresent(day -> values.put(end, day));
                }
            }
        }
        return new Selection(Map.copyOf(values), null, anchors(parameters.get(PLACE)), size(parameters.get(SIZE)));
    }

    /** What was put into a filter; null for nothing. */
    public String text(String name) {
        return values.get(name);
    }

    /** The constant that was chosen by its name; null for all. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(values.get(name)))
                .findFirst()
                .orElse(null);
    }

    /** The period that was chosen. */
    public Period period() {
        return Period.of(values.get("ky"));
    }

    /** When the period begins; a year at most before its end. */
    public Instant from(Instant now) {
        Instant end = to(now);
        if (period() != Period.CUSTOM) {
            return period().start(now);
        }
        Instant earliest = end.minus(MOST_DAYS, ChronoUnit.DAYS);
        Instant start =
                Days.read(values.get(Filter.FROM)).map(Selection::midnight).orElseGet(() -> Period.D30.start(end));
        return start.isBefore(earliest) ? earliest : start.isAfter(end) ? end : start;
    }

    /** When the period ends. */
    public Instant to(Instant now) {
        Optional<LocalDate> last = period() == Period.CUSTOM ? Days.read(values.get(Filter.TO)) : Optional.empty();
        return last.map(day -> midnight(day.plusDays(1))).orElseGet(() -> now.plusSeconds(1));
    }

    /** The end of the day that was put into a filter, in Viet Nam; null for none, or none that is a day. */
    public Instant endOf(String name) {
        return Days.read(values.get(name))
                .map(day -> midnight(day.plusDays(1)).minusMillis(1))
                .orElse(null);
    }

    /** Where the page begins; null on the first. */
    String after() {
        return anchors.isEmpty() ? null : anchors.get(anchors.size() - 1);
    }

    /** The anchors of the page that follows. */
    List<String> then(String last) {
        List<String> next = new ArrayList<>(anchors);
        next.add(last);
        return next.subList(Math.max(0, next.size() - MOST_ANCHORS), next.size());
    }

    /** The anchors of the page before. */
    List<String> back() {
        return anchors.subList(0, Math.max(0, anchors.size() - 1));
    }

    Selection with(AgencyView found) {
        return new Selection(values, found, anchors, size);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Format.ZONE).toInstant();
    }

    private static String clean(String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
    }

    private static int size(String text) {
        return SIZES.stream()
                .filter(size -> size.toString().equals(text))
                .findFirst()
                .orElse(SIZES.get(0));
    }

    private static List<String> anchors(String text) {
        return text == null || text.length() > MOST_ANCHORS * 81
                ? List.of()
                : Arrays.stream(text.split("~"))
                        .filter(part -> ANCHOR.matcher(part).matches())
                        .toList();
    }
}
