package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyNode;
import vn.lgsp.registry.boundary.AgencyTree;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;
import vn.lgsp.registry.control.TreeQueries;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("The tree of agencies, a bounded part at a time")
class AgencyTreeIT {
    private static final Instant SINCE = Instant.parse("2024-05-20T00:00:00Z");

    @Inject
    private People people;

    @Inject
    private Registration registration;

    @Inject
    private Agencies agencies;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    private Staff executive() {
        return people.somebody(Role.EXECUTIVE, PROVINCE);
    }

    private static String office() {
        return "H23.T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
    }

    private static NewAgency unit(String code, String parent) {
        return new NewAgency(code, code, "Đơn vị " + code, "Phòng", parent);
    }

    /** An office with so many units, of which the first has so many sections; returns the office's id. */
    private UUID planted(String office, int units, int sections) {
        List<NewAgency> all = new ArrayList<>(List.of(unit(office, PROVINCE)));
        for (int i = 1; i <= units; i++) {
            all.add(unit(office + ".%03d".formatted(i), office));
        }
        for (int i = 1; i <= sections; i++) {
            all.add(unit(office + ".001.%03d".formatted(i), office + ".001"));
        }
        return registration.agencies(all, false, SINCE).get(office);
    }

    private static long size(AgencyNode node) {
        return 1 + node.below().stream().mapToLong(AgencyTreeIT::size).sum();
    }

    @Test
    @DisplayName("a root is open; what is below its branches comes when they are opened, some at a time")
    void branches() {
        String office = office();
        UUID root = planted(office, TreeQueries.STEP + 5, 2);
        AgencyNode shut =
                agencies.tree(executive(), root, Map.of(), null).roots().get(0);
        assertThat(shut.open()).isTrue();
        assertThat(shut.children()).isEqualTo(TreeQueries.STEP + 5);
        assertThat(shut.below()).hasSize(TreeQueries.STEP);
        assertThat(shut.hidden()).isEqualTo(5);
        AgencyNode first = shut.below().get(0);
        assertThat(first.open()).isFalse();
        assertThat(first.children()).isEqualTo(2);
        assertThat(first.hidden()).isZero();
        AgencyNode wide = agencies.tree(executive(), root, Map.of(office, 2, office + ".001", 1), null)
                .roots()
                .get(0);
        assertThat(wide.below()).hasSize(TreeQueries.STEP + 5);
        assertThat(wide.hidden()).isZero();
        assertThat(wide.below().get(0).below())
                .extracting(AgencyNode::codeQd20)
                .containsExactly(office + ".001.001", office + ".001.002");
        assertThat(agencies.tree(executive(), root, Map.of("KHONG.CO", 1), null).roots())
                .singleElement()
                .satisfies(node -> assertThat(size(node)).isEqualTo(1 + TreeQueries.STEP));
    }

    @Test
    @DisplayName("one picture never has more than its bound, however much is asked for")
    void bounded() {
        String office = office();
        UUID root = planted(office, 210, 210);
        AgencyTree tree =
                agencies.tree(executive(), root, Map.of(office, Integer.MAX_VALUE, office + ".001", 99), null);
        assertThat(tree.full()).isTrue();
        assertThat(size(tree.roots().get(0))).isEqualTo(TreeQueries.MOST);
        assertThat(tree.roots().get(0).below()).hasSize(TreeQueries.STEP * Agencies.MOST_STEPS);
        assertThat(agencies.tree(executive(), root, Map.of(office, -3), null).full())
                .isFalse();
    }

    @Test
    @DisplayName("shows the tree of a day: what came later is not in it; nothing is below what does not exist")
    void asOf() {
        String office = office();
        UUID root = planted(office, 2, 0);
        registration.agencies(List.of(unit(office + ".009", office)), false, Instant.parse("2025-07-01T00:00:00Z"));
        Instant before = Instant.parse("2025-06-30T10:00:00Z");
        assertThat(below(root, before)).containsExactly(office + ".001", office + ".002");
        assertThat(agencies.tree(executive(), root, Map.of(), before)
                        .roots()
                        .get(0)
                        .children())
                .isEqualTo(2);
        assertThat(below(root, null)).containsExactly(office + ".001", office + ".002", office + ".009");
        assertThat(agencies.tree(executive(), root, Map.of(), Instant.parse("2024-01-01T00:00:00Z"))
                        .roots())
                .isEmpty();
        assertThat(agencies.tree(executive(), UUID.randomUUID(), Map.of(), null).roots())
                .isEmpty();
        assertThat(agencies.tree(executive(), null, Map.of(), null).roots()).isNotEmpty();
        Staff nobody = new Staff(UUID.randomUUID(), "ai-do", "Ai Đó", root, java.util.Set.of());
        assertRefused(ErrorCode.FORBIDDEN, () -> agencies.tree(nobody, root, Map.of(), null));
    }

    private Stream<String> below(UUID root, Instant asOf) {
        return agencies.tree(executive(), root, Map.of(), asOf).roots().get(0).below().stream()
                .map(AgencyNode::codeQd20);
    }
}
