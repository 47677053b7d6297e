package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketFilter.Direction;
import vn.lgsp.routing.boundary.PacketMonitor;
import vn.lgsp.routing.boundary.PacketOverview;
import vn.lgsp.routing.boundary.PacketRow;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("The list of packets: every filter finds what it should, and nobody finds more than his own")
class PacketListIT {
    private static final String PROVINCE = "000.00.00.H23";
    private static final String SOURCE = "000.00.12.H23";
    private static final String BYSTANDER = "000.00.02.H23";

    @Inject
    private Demonstration demonstration;

    @Inject
    private Sending sending;

    @Inject
    private PacketMonitor monitor;

    @Inject
    private Directory directory;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("by part of the title, with accents and without; wildcards are only characters")
    void title() {
        // Not an id by itself: that would be taken for the id of a packet.
        String mark = "dau-" + UUID.randomUUID();
        UUID packet = request("Đề nghị 100%_phê duyệt " + mark);

        assertThat(found("Đề nghị 100%_phê duyệt " + mark)).containsExactly(packet);
        assertThat(found("DE NGHI 100%_phe duyet " + mark)).containsExactly(packet);
        assertThat(found(mark.substring(6))).containsExactly(packet);
        assertThat(found("de nghi%" + mark)).isEmpty();
        assertThat(found("100!_phe duyet " + mark)).isEmpty();
        assertThat(found("không có " + mark)).isEmpty();
    }

    @Test
    @DisplayName("by its id, by state, by kind of data, by agency and direction, together and alone")
    void filters() {
        String mark = "dau-" + UUID.randomUUID();
        UUID open = request("Thử " + mark);
        UUID cancelled = request("Thử " + mark);
        sending.cancel(demonstration.source(), cancelled, "Thử xong");

        assertThat(found(open.toString())).containsExactly(open);
        assertThat(ids(whole(), filter(null, null, null, PacketState.CANCELLED, mark)))
                .containsExactly(cancelled);
        assertThat(ids(whole(), filter(null, null, "file", null, mark))).containsExactly(cancelled, open);
        assertThat(ids(whole(), filter(null, null, "edoc", null, mark))).isEmpty();
        assertThat(ids(whole(), filter(null, SOURCE, null, null, mark))).containsExactly(cancelled, open);
        assertThat(ids(whole(), filter(Direction.SENT, SOURCE, null, null, mark)))
                .containsExactly(cancelled, open);
        assertThat(ids(whole(), filter(Direction.RECEIVED, SOURCE, null, null, mark)))
                .isEmpty();
        assertThat(ids(whole(), filter(Direction.RECEIVED, Demonstration.DESTINATION, null, null, mark)))
                .containsExactly(cancelled, open);
        assertThat(ids(whole(), filter(null, BYSTANDER, null, null, mark))).isEmpty();
        assertThat(ids(whole(), filter(null, "999.99.99.H23", null, null, mark)))
                .isEmpty();
        assertThat(ids(whole(), filter(null, SOURCE, "file", PacketState.CANCELLED, null)))
                .contains(cancelled)
                .doesNotContain(open);
        assertThat(ids(whole(), filter(null, null, null, PacketState.CANCELLED, null)))
                .contains(cancelled)
                .doesNotContain(open);
    }

    @Test
    @DisplayName("source and destination find it, each in its own direction; a bystander does not, however he asks")
    void scope() {
        String mark = "dau-" + UUID.randomUUID();
        UUID packet = request("Thử " + mark);
        Staff source = staff(Role.AGENCY, SOURCE);
        Staff destination = staff(Role.AGENCY, Demonstration.DESTINATION);
        Staff bystander = staff(Role.AGENCY, BYSTANDER);

        assertThat(ids(source, filter(null, null, null, null, mark))).containsExactly(packet);
        assertThat(ids(source, filter(Direction.SENT, null, null, null, null))).contains(packet);
        assertThat(ids(source, filter(Direction.RECEIVED, null, null, null, null)))
                .doesNotContain(packet);
        assertThat(ids(destination, filter(Direction.RECEIVED, null, null, null, mark)))
                .containsExactly(packet);
        assertThat(ids(destination, filter(null, SOURCE, null, null, null))).contains(packet);
        for (PacketFilter asked : List.of(
                filter(null, null, null, null, mark),
                filter(null, null, null, null, packet.toString()),
                filter(null, SOURCE, null, null, null),
                filter(Direction.SENT, SOURCE, "file", PacketState.GRANTED, mark))) {
            assertThat(ids(bystander, asked)).doesNotContain(packet);
            assertThat(monitor.overview(bystander, asked, slots()).packets()).isZero();
        }
        assertThatThrownBy(() -> monitor.journey(bystander, packet))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(monitor.journey(source, packet).row().id()).isEqualTo(packet);
    }

    @Test
    @DisplayName("page by page every packet comes once, newest first, and as many as were counted")
    void pages() {
        String mark = "dau-" + UUID.randomUUID();
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(0, request("Trang " + mark));
        }
        sent.sort(java.util.Comparator.comparing(UUID::toString).reversed());
        for (PacketFilter asked :
                List.of(filter(null, null, null, null, mark), filter(null, SOURCE, null, null, mark))) {
            List<UUID> seen = new ArrayList<>();
            UUID before = null;
            List<PacketRow> page;
            do {
                page = monitor.search(whole(), asked, new PacketFilter.Page(before, 3));
                page.stream().limit(3).map(PacketRow::id).forEach(seen::add);
                before = seen.get(seen.size() - 1);
            } while (page.size() > 3);
            assertThat(seen).isEqualTo(sent);
            PacketOverview overview = monitor.overview(whole(), asked, slots());
            assertThat(overview.packets()).isEqualTo(7);
            assertThat(overview.more()).isFalse();
            assertThat(overview.slots().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(7);
        }
    }

    @Test
    @DisplayName("who may see no packets sees no list and no count")
    void forbidden() {
        Staff admin = staff(Role.ADMIN, PROVINCE);
        PacketFilter all = filter(null, null, null, null, null);
        assertThatThrownBy(() -> monitor.search(admin, all, new PacketFilter.Page(null, 10)))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> monitor.overview(admin, all, slots()))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
    }

    private List<UUID> found(String text) {
        return ids(whole(), filter(null, null, null, null, text));
    }

    private List<UUID> ids(Staff staff, PacketFilter filter) {
        return monitor.search(staff, filter, new PacketFilter.Page(null, 1000)).stream()
                .map(PacketRow::id)
                .toList();
    }

    private static PacketFilter filter(
            Direction direction, String agency, String dataType, PacketState state, String text) {
        Instant now = Instant.now();
        return new PacketFilter(
                now.minus(Duration.ofDays(1)), now.plusSeconds(5), direction, agency, dataType, null, state, text);
    }

    private static List<Instant> slots() {
        Instant first = Instant.now().minus(Duration.ofDays(1));
        return List.of(first, first.plus(Duration.ofHours(12)));
    }

    private UUID request(String title) {
        return sending.request(demonstration.source(), Demonstration.request(title))
                .id();
    }

    private Staff whole() {
        return staff(Role.OPERATOR, PROVINCE);
    }

    private Staff staff(Role role, String agency) {
        UUID id = directory.byCode(agency).orElseThrow().id();
        return new Staff(Ids.next(), "thu", "Thử", id, Set.of(new Staff.Grant(role, id)));
    }
}
