package vn.lgsp.portal.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Ids;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.PacketFilter;

class PacketQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    @Test
    void an_address_without_parameters_lists_the_last_24_hours() {
        PacketQuery query = PacketQuery.of(Map.of());
        PacketFilter filter = query.filter(null, NOW);
        assertThat(Duration.between(filter.from(), NOW)).isEqualTo(Duration.ofHours(24));
        assertThat(filter.to()).isAfter(NOW);
        assertThat(query.narrowed()).isFalse();
        assertThat(query.first()).isEqualTo("/goi-tin");
    }

    @Test
    void what_an_address_says_is_read_and_written_again_unchanged() {
        Map<String, String> parameters = Map.of(
                "ky",
                "30d",
                "huong",
                "SENT",
                "don-vi",
                "Sở Y tế",
                "loai",
                "edoc",
                "do-khan",
                "very-urgent",
                "trang-thai",
                "PLANNED",
                "q",
                "báo cáo & tờ trình");
        PacketQuery query = PacketQuery.of(parameters);
        PacketFilter filter = query.filter("000.00.20.H23", NOW);
        assertThat(filter.direction()).isEqualTo(PacketFilter.Direction.SENT);
        assertThat(filter.agency()).isEqualTo("000.00.20.H23");
        assertThat(filter.importance()).isEqualTo(Importance.VERY_URGENT);
        assertThat(filter.state()).isEqualTo(PacketState.PLANNED);
        assertThat(PacketQuery.of(parameters(query.first()))).isEqualTo(query);
        assertThat(query.narrowed()).isTrue();
    }

    @Test
    void what_was_typed_wrongly_is_as_if_it_were_not_there() {
        PacketQuery query = PacketQuery.of(Map.of(
                "ky",
                "x",
                "tu",
                "31/02/2026",
                "den",
                "2026-13-01",
                "huong",
                "UP",
                "do-khan",
                "?",
                "trang-thai",
                "planned",
                "q",
                "  ",
                "truoc",
                "1~2~3"));
        assertThat(query).isEqualTo(PacketQuery.of(Map.of()));
    }

    @Test
    void a_period_of_ones_own_takes_whole_days_of_vietnam() {
        PacketFilter filter = PacketQuery.of(Map.of("ky", "tuy-chon", "tu", "2026-11-01", "den", "2026-11-20"))
                .filter(null, NOW);
        assertThat(filter.from()).isEqualTo("2026-10-31T17:00:00Z");
        assertThat(filter.to()).isEqualTo("2026-11-20T17:00:00Z");
    }

    @Test
    void days_are_read_as_people_write_them() {
        assertThat(PacketQuery.date("1/11/2026")).isEqualTo("2026-11-01");
        assertThat(PacketQuery.date("2026-11-01")).isEqualTo("2026-11-01");
        assertThat(PacketQuery.date("11/31/2026")).isNull();
        assertThat(PacketQuery.date("01/11/26")).isNull();
        assertThat(PacketQuery.date(null)).isNull();
    }

    @Test
    void no_period_is_longer_than_a_year_or_ends_before_it_begins() {
        PacketFilter long_ = PacketQuery.of(Map.of("ky", "tuy-chon", "tu", "2001-01-01", "den", "2026-11-20"))
                .filter(null, NOW);
        assertThat(Duration.between(long_.from(), long_.to())).isEqualTo(Duration.ofDays(366));
        PacketFilter turned = PacketQuery.of(Map.of("ky", "tuy-chon", "tu", "2026-11-20", "den", "2026-11-01"))
                .filter(null, NOW);
        assertThat(turned.from()).isEqualTo(turned.to());
    }

    @Test
    void an_id_is_found_whatever_the_period() {
        UUID old = Ids.floor(NOW.minus(Duration.ofDays(200)));
        PacketFilter filter = PacketQuery.of(Map.of("q", old.toString())).filter(null, NOW);
        assertThat(Ids.instant(old)).isBetween(filter.from(), filter.to());
    }

    @Test
    void pages_lead_to_older_packets_and_back() {
        UUID last = Ids.next();
        PacketQuery first = PacketQuery.of(Map.of("q", "a"));
        PacketQuery second = PacketQuery.of(parameters(first.older(last)));
        PacketQuery third = PacketQuery.of(parameters(second.older(Ids.next())));
        assertThat(first.before()).isNull();
        assertThat(second.before()).isEqualTo(last);
        assertThat(PacketQuery.of(parameters(third.newer()))).isEqualTo(second);
        assertThat(PacketQuery.of(parameters(second.newer()))).isEqualTo(first);
        assertThat(third.first()).isEqualTo(first.first());
    }

    @Test
    void the_address_does_not_grow_for_ever() {
        PacketQuery query = PacketQuery.of(Map.of());
        for (int page = 0; page < 200; page++) {
            query = PacketQuery.of(parameters(query.older(Ids.next())));
        }
        assertThat(query.first()).hasSizeLessThan(2000);
        assertThat(query.newer()).hasSizeLessThan(2000);
        assertThat(query.before()).isNotNull();
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
