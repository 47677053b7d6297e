package vn.lgsp.portal.packets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Ids;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.routing.boundary.PacketFilter;

/**
 * The address of a list of packets, read: filters and place. An address somebody typed wrongly reads as if the wrong part were not there.
 *
 * @param period never null
 * @param from first day when the period is one's own; may be null
 * @param to last day when the period is one's own; may be null
 * @param agency what was typed: a code or part of a name; may be null
 * @param text part of a title or an id; may be null
 * @param anchors last packet of each page before this one; empty on the first page
 */
record PacketQuery(
        Period period,
        LocalDate from,
        LocalDate to,
        PacketFilter.Direction direction,
        String agency,
        String dataType,
        Importance importance,
        PacketState state,
        String text,
        List<UUID> anchors) {
    private static final int LONGEST_TEXT = 100;
    private static final int ID_LENGTH = 36;
    private static final int MOST_ANCHORS = 40;
    private static final int LONGEST_DATE = 12;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_DAYS = 366;

    /** Reads the parameters of a request. */
    static PacketQuery of(Map<String, String> parameters) {
        return new PacketQuery(
                Period.of(parameters.get("ky")),
                date(parameters.get("tu")),
                date(parameters.get("den")),
                constant(PacketFilter.Direction.class, parameters.get("huong")),
                text(parameters.get("don-vi")),
                text(parameters.get("loai")),
                Importance.byCode(parameters.getOrDefault("do-khan", "")).orElse(null),
                constant(PacketState.class, parameters.get("trang-thai")),
                text(parameters.get("q")),
                anchors(parameters.get("truoc")));
    }

    /** The filter for the boundary; {@code agencyCode} is what the agency's text was found to mean. */
    PacketFilter filter(String agencyCode, Instant now) {
        if (id() != null) {
            // An id tells when it was made: it is found in whatever period.
            Instant made = Ids.instant(id());
            return new PacketFilter(
                    made.minus(1, ChronoUnit.DAYS),
                    made.plus(1, ChronoUnit.DAYS),
                    direction,
                    agencyCode,
                    dataType,
                    importance,
                    state,
                    text);
        }
        Instant end = period == Period.CUSTOM && to != null ? midnight(to.plusDays(1)) : now.plusSeconds(1);
        Instant start = period == Period.CUSTOM ? customStart(end) : period.start(now);
        return new PacketFilter(start, end, direction, agencyCode, dataType, importance, state, text);
    }

    /** The packet after which the page begins; null on the first page. */
    UUID before() {
        return anchors.isEmpty() ? null : anchors.get(anchors.size() - 1);
    }

    /** Whether anything but the period narrows the list. */
    boolean narrowed() {
        return direction != null
                || agency != null
                || dataType != null
                || importance != null
                || state != null
                || text != null;
    }

    /** The address of the page that follows, whose packets are older than {@code last}. */
    String older(UUID last) {
        List<UUID> next = new ArrayList<>(anchors);
        next.add(last);
        return address(next.subList(Math.max(0, next.size() - MOST_ANCHORS), next.size()));
    }

    /** The address of the page before this one. */
    String newer() {
        return address(anchors.subList(0, Math.max(0, anchors.size() - 1)));
    }

    /** The address of the first page with the same filters. */
    String first() {
        return address(List.of());
    }

    /** The address of the first page with another agency. */
    String withAgency(String code) {
        return new PacketQuery(period, from, to, direction, code, dataType, importance, state, text, List.of()).first();
    }

    /** The address of the first page of another period with the same filters. */
    String withPeriod(Period other) {
        return new PacketQuery(other, null, null, direction, agency, dataType, importance, state, text, List.of())
                .first();
    }

    private String address(List<UUID> places) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("ky", period == Period.H24 ? null : period.code());
        parts.put("tu", from);
        parts.put("den", to);
        parts.put("huong", direction);
        parts.put("don-vi", agency);
        parts.put("loai", dataType);
        parts.put("do-khan", importance == null ? null : importance.code());
        parts.put("trang-thai", state);
        parts.put("q", text);
        parts.put(
                "truoc",
                places.isEmpty() ? null : places.stream().map(UUID::toString).collect(Collectors.joining("~")));
        String query = parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + Paths.encode(part.getValue().toString()))
                .collect(Collectors.joining("&"));
        return Paths.PACKETS + (query.isEmpty() ? "" : "?" + query);
    }

    private UUID id() {
        try {
            return text == null || text.length() != ID_LENGTH ? null : UUID.fromString(text);
        } catch (IllegalArgumentException words) {
            return null;
        }
    }

    private Instant customStart(Instant end) {
        Instant earliest = end.minus(MOST_DAYS, ChronoUnit.DAYS);
        Instant start = from == null ? Period.D30.start(end) : midnight(from);
        return start.isBefore(earliest) ? earliest : start.isAfter(end) ? end : start;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Format.ZONE).toInstant();
    }

    /** Reads {@code 31/12/2026} as people write it and {@code 2026-12-31} as addresses do; null for anything else. */
    static LocalDate date(String text) {
        try {
            LocalDate date = text == null || text.length() > LONGEST_DATE
                    ? null
                    : text.contains("/") ? LocalDate.parse(text.strip(), DAY) : LocalDate.parse(text.strip());
            return date == null || date.getYear() < 2000 || date.getYear() > 2200 ? null : date;
        } catch (DateTimeParseException typo) {
            return null;
        }
    }

    private static String text(String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().substring(0, Math.min(text.strip().length(), LONGEST_TEXT));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<UUID> anchors(String text) {
        if (text == null || text.length() > MOST_ANCHORS * (ID_LENGTH + 1)) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split("~"))
                    .filter(part -> part.length() == ID_LENGTH)
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException typo) {
            return List.of();
        }
    }
}
