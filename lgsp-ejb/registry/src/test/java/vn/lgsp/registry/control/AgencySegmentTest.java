package vn.lgsp.registry.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.registry.boundary.AgencyQuery;
import vn.lgsp.registry.boundary.AgencyQuery.Ability;

@DisplayName("Agencies are found in memory, the best first")
class AgencySegmentTest {
    private static final UUID PROVINCE = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(1, 2);
    private static final UUID HOME_AFFAIRS = new UUID(1, 3);
    private static final UUID COMMUNE = new UUID(1, 4);
    private static final UUID CLOSED = new UUID(1, 5);

    private static final AgencySegment BASE = AgencySegment.of(
            Stream.of(
                    row(PROVINCE, null, 1, false, "Ủy ban nhân dân tỉnh Hải Dương", "H23 000.00.00.H23"),
                    row(OFFICE, PROVINCE, 2, false, "Sở Thông tin và Truyền thông", "H23.12 000.00.12.H23 H23.99"),
                    row(CLOSED, PROVINCE, 2, true, "Sở Thông tin cũ", "H23.13 000.00.13.H23"),
                    new AgencyRow(
                            HOME_AFFAIRS,
                            PROVINCE,
                            2,
                            false,
                            "Sở Nội vụ",
                            "SNV",
                            List.of("H23.02", "000.00.02.H23"),
                            Ability.RECEIVES.bit(),
                            List.of("edoc"),
                            false),
                    row(COMMUNE, OFFICE, 3, false, "UBND xã Bình Minh", "H23.12.1 001.00.12.H23")),
            false);
    private static final AgencySnapshot SNAPSHOT =
            new AgencySnapshot(1, BASE, AgencySegment.of(Stream.empty(), true), Set.of());

    private static AgencyRow row(UUID id, UUID parent, int level, boolean closed, String name, String codes) {
        return new AgencyRow(id, parent, level, closed, name, null, List.of(codes.split(" ")), 0, List.of(), false);
    }

    private static List<UUID> find(AgencySnapshot in, AgencyQuery query, String code) {
        return in.search(query, AgencyWords.query(query.text()), code);
    }

    private static List<UUID> find(String text) {
        return find(SNAPSHOT, AgencyQuery.of(text, 10), null);
    }

    @Test
    @DisplayName("by words with accents or without, the last one only begun; by initials; written out or abbreviated")
    void words() {
        assertThat(find("thong tin")).containsExactly(OFFICE);
        assertThat(find("Truyền thô")).containsExactly(OFFICE);
        assertThat(find("truye")).containsExactly(OFFICE);
        assertThat(find("stttt")).containsExactly(OFFICE);
        assertThat(find("sttvtt")).containsExactly(OFFICE);
        assertThat(find("snv")).containsExactly(HOME_AFFAIRS);
        assertThat(find("ubnd")).containsExactly(COMMUNE, PROVINCE);
        assertThat(find("uy ban nhan dan xa")).containsExactly(COMMUNE);
        assertThat(find("không có")).isEmpty();
    }

    @Test
    @DisplayName("by any code that it ever had, whole before begun")
    void codes() {
        assertThat(find(SNAPSHOT, AgencyQuery.of("H23.12", 10), "H23.12")).containsExactly(OFFICE, COMMUNE);
        assertThat(find(SNAPSHOT, AgencyQuery.of("H23.99", 10), "H23.99")).containsExactly(OFFICE);
        assertThat(find(SNAPSHOT, AgencyQuery.of("H24", 10), "H24")).isEmpty();
    }

    @Test
    @DisplayName("closed ones only when asked for; within a subtree; by what it can do")
    void narrowed() {
        assertThat(find(SNAPSHOT, new AgencyQuery("thong tin", null, true, null, null, 10), null))
                .containsExactlyInAnyOrder(OFFICE, CLOSED);
        assertThat(find(SNAPSHOT, new AgencyQuery(null, OFFICE, false, null, null, 10), null))
                .containsExactly(OFFICE, COMMUNE);
        assertThat(find(SNAPSHOT, new AgencyQuery(null, new UUID(9, 9), false, null, null, 10), null))
                .isEmpty();
        assertThat(find(SNAPSHOT, new AgencyQuery("so", null, false, Ability.RECEIVES, "edoc", 10), null))
                .containsExactly(HOME_AFFAIRS);
        assertThat(find(SNAPSHOT, new AgencyQuery("so", null, false, null, "file", 10), null))
                .isEmpty();
    }

    @Test
    @DisplayName("what changed since replaces what was, with its place in the tree")
    void changed() {
        AgencySegment recent = AgencySegment.of(
                Stream.of(row(OFFICE, PROVINCE, 2, false, "Sở Khoa học và Công nghệ", "H23.12 000.00.12.H23")), true);
        AgencySnapshot next = new AgencySnapshot(2, BASE, recent, Set.of(OFFICE, HOME_AFFAIRS));
        assertThat(find(next, AgencyQuery.of("truyen thong", 10), null)).isEmpty();
        assertThat(find(next, AgencyQuery.of("skhcn", 10), null)).containsExactly(OFFICE);
        assertThat(find(next, AgencyQuery.of("noi vu", 10), null)).isEmpty();
        assertThat(find(next, new AgencyQuery(null, OFFICE, false, null, null, 10), null))
                .containsExactly(OFFICE, COMMUNE);
    }

    @Test
    @DisplayName("among 120,000 no more than asked for, rare words and common ones")
    void large() {
        String[] words =
                "an bình cường đông giang hải hòa hưng lạc long minh nam phú quang sơn tân thanh thành thịnh xuân"
                        .split(" ");
        List<AgencyRow> rows = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            String name = "Ủy ban nhân dân xã " + words[i % 20] + " " + words[i / 20 % 20] + " " + words[i / 400 % 20];
            rows.add(
                    row(new UUID(7, i), i == 0 ? null : new UUID(7, (i - 1) / 20), 1 + i % 4, false, name, "A01." + i));
        }
        AgencySnapshot all = new AgencySnapshot(
                1, AgencySegment.of(rows.stream(), false), AgencySegment.of(Stream.empty(), true), Set.of());
        String[] queries = {"ubnd", "u", "uy ban nhan dan xa", "xa binh minh", "ubndx", "hai duong", "xuan tan an"};
        for (String query : queries) {
            assertThat(find(all, AgencyQuery.of(query, 20), null)).as(query).hasSizeLessThanOrEqualTo(20);
        }
        assertThat(find(all, AgencyQuery.of("ubnd", 20), null)).hasSize(20);
    }
}
