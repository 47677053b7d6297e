package vn.lgsp.portal.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The address of a list: read, and written again. */
class SelectionTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final List<Choice> PERIODS = Arrays.stream(Period.values())
            .map(period -> new Choice(period.code(), period.name()))
            .toList();
    private static final ListShape<String> SHAPE = ListShape.<String>at("/vi-du", "t", row -> row)
            .filter(Filter.text("l", null))
            .filter(Filter.agency())
            .filter(Filter.choice("trang-thai", "l", List.of(new Choice("OPEN", "o"), new Choice("DONE", "d"))))
            .filter(Filter.period(PERIODS, Period.H24));

    private enum State {
        OPEN,
        DONE
    }

    @Test
    void an_address_without_parameters_lists_the_last_24_hours() {
        Selection selection = read(Map.of());
        assertThat(Duration.between(selection.from(NOW), NOW)).isEqualTo(Duration.ofHours(24));
        assertThat(selection.to(NOW)).isAfter(NOW);
        assertThat(address(selection).at(List.of())).isEqualTo("/vi-du");
    }

    @Test
    void what_an_address_says_is_read_and_written_again_unchanged() {
        Selection selection = read(Map.of(
                "ky", "30d", "don-vi", "Sở Y tế", "trang-thai", "DONE", "q", "báo cáo & tờ trình", "dong", "100"));
        assertThat(selection.text("q")).isEqualTo("báo cáo & tờ trình");
        assertThat(selection.constant("trang-thai", State.class)).isEqualTo(State.DONE);
        assertThat(selection.size()).isEqualTo(100);
        assertThat(read(parameters(address(selection).at(List.of())))).isEqualTo(selection);
    }

    @Test
    void what_was_typed_wrongly_is_as_if_it_were_not_there() {
        assertThat(read(Map.of(
                        "ky",
                        "x",
                        "trang-thai",
                        "open",
                        "q",
                        "  ",
                        "truoc",
                        "a b~<c>~" + "x".repeat(81),
                        "dong",
                        "7",
                        "la",
                        "1")))
                .isEqualTo(read(Map.of()));
    }

    @Test
    void a_period_of_ones_own_takes_whole_days_of_vietnam() {
        Selection selection = read(Map.of("ky", "tuy-chon", "tu", "01/11/2026", "den", "2026-11-20"));
        assertThat(selection.from(NOW)).isEqualTo("2026-10-31T17:00:00Z");
        assertThat(selection.to(NOW)).isEqualTo("2026-11-20T17:00:00Z");
    }

    @Test
    void no_period_is_longer_than_a_year_or_ends_before_it_begins() {
        Selection endless = read(Map.of("ky", "tuy-chon", "tu", "2001-01-01", "den", "2026-11-20"));
        assertThat(Duration.between(endless.from(NOW), endless.to(NOW))).isEqualTo(Duration.ofDays(366));
        Selection turned = read(Map.of("ky", "tuy-chon", "tu", "2026-11-20", "den", "2026-11-01"));
        assertThat(turned.from(NOW)).isEqualTo(turned.to(NOW));
    }

    @Test
    void a_day_that_cannot_be_read_stays_in_its_field_and_counts_for_nothing() {
        Selection selection = read(Map.of("ky", "tuy-chon", "tu", "31/02/2026"));
        assertThat(selection.values()).containsEntry("tu", "31/02/2026");
        assertThat(selection.from(NOW)).isEqualTo(read(Map.of("ky", "tuy-chon")).from(NOW));
    }

    @Test
    void pages_lead_on_and_back() {
        Selection first = read(Map.of("q", "a"));
        Selection second = read(parameters(address(first).at(first.then("row-1"))));
        Selection third = read(parameters(address(second).at(second.then("row-2"))));
        assertThat(first.after()).isNull();
        assertThat(second.after()).isEqualTo("row-1");
        assertThat(read(parameters(address(third).at(third.back())))).isEqualTo(second);
        assertThat(read(parameters(address(second).at(second.back())))).isEqualTo(first);
    }

    @Test
    void the_address_does_not_grow_for_ever() {
        Selection selection = read(Map.of());
        for (int page = 0; page < 200; page++) {
            selection = read(parameters(
                    address(selection).at(selection.then("01a214eb-3187-7267-b53a-4806310fc%03d".formatted(page)))));
        }
        assertThat(address(selection).at(selection.anchors())).hasSizeLessThan(2000);
        assertThat(selection.after()).endsWith("199");
    }

    @Test
    void another_period_drops_the_days_of_ones_own() {
        Selection selection = read(Map.of("ky", "tuy-chon", "tu", "01/11/2026"));
        assertThat(address(selection).with("ky", "365d")).isEqualTo("/vi-du?ky=365d");
        assertThat(address(selection).with("don-vi", "H23"))
                .contains("tu=01%2F11%2F2026")
                .contains("don-vi=H23");
    }

    private static Selection read(Map<String, String> parameters) {
        return Selection.of(parameters, SHAPE.filters());
    }

    private static ListAddress address(Selection selection) {
        return new ListAddress(SHAPE, selection);
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new HashMap<>();
        if (address.contains("?")) {
            for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
