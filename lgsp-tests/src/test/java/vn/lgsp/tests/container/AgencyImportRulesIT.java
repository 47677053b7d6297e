package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.registry.boundary.AgencyImports;
import vn.lgsp.registry.boundary.AgencyListItem;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.AgencyLists;
import vn.lgsp.registry.boundary.AgencyQuery;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ImportState;
import vn.lgsp.registry.boundary.ImportView;
import vn.lgsp.registry.boundary.ZoneView;
import vn.lgsp.registry.boundary.Zones;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Lists of agencies from outside, zones, and how both are found at once")
class AgencyImportRulesIT {
    @Inject
    private People people;

    @Inject
    private AgencyImports imports;

    @Inject
    private AgencyLists lists;

    @Inject
    private Zones zones;

    @Inject
    private Directory directory;

    private final String top = (char) ('A' + ThreadLocalRandom.current().nextInt(7))
            + String.format("%02d", ThreadLocalRandom.current().nextInt(24, 99));

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("a list says what is wrong before anything changes, then enters the rest, those above first")
    void entered() {
        Staff operator = people.member(People.PROVINCE, Role.OPERATOR).staff();
        ImportView list = imports.create(operator, "thử.csv");
        imports.add(
                operator,
                list.id(),
                List.of(
                        row(1, top + ".01.01", "Phòng Thử Nghiệm", top + ".01", null),
                        row(2, top + ".01", "Sở Thử Nghiệm " + top, top, "a@b.vn"),
                        row(3, top, "Tỉnh Thử Nghiệm " + top, null, null),
                        row(4, "h2.3", "Sai mã", null, null),
                        row(5, top + ".02", "Mồ côi", top + ".77", null),
                        row(6, top + ".03", "Vòng một", top + ".04", null),
                        row(7, top + ".04", "Vòng hai", top + ".03", null),
                        row(8, top + ".01", "Trùng", top, null),
                        row(9, top + ".02.01", "Dưới mồ côi", top + ".02", null),
                        row(10, "H23.12", "Tên khác", null, null)));
        imports.check(operator, list.id());
        ImportView checked = await(operator, list, ImportState.CHECKED);
        assertThat(imports.problems(operator, list.id(), null, null, 100))
                .extracting(ImportProblem::position, ImportProblem::field, ImportProblem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, "code", "code-top-level"),
                        org.assertj.core.groups.Tuple.tuple(5, "parent", "parent-unknown"),
                        org.assertj.core.groups.Tuple.tuple(6, "parent", "cycle"),
                        org.assertj.core.groups.Tuple.tuple(7, "parent", "cycle"),
                        org.assertj.core.groups.Tuple.tuple(8, "code", "duplicate"),
                        org.assertj.core.groups.Tuple.tuple(9, "parent", "parent-faulty"),
                        org.assertj.core.groups.Tuple.tuple(10, "name", "reorganisation"));
        assertThat(List.of(
                        checked.added(), checked.changed(), checked.unchanged(), checked.different(), checked.faulty()))
                .containsExactly(3, 0, 1, 1, 6);
        assertThat(directory.byCode(top)).isEmpty();

        imports.run(operator, list.id());
        ImportView done = await(operator, list, ImportState.DONE);
        assertThat(List.of(done.done(), done.refused())).containsExactly(3, 0);
        UUID root = directory.byCode(top).orElseThrow().id();
        assertThat(directory.search(new AgencyQuery("stn", root, false, null, null, 10)))
                .extracting(AgencyView::codeQd20)
                .containsExactly(top + ".01");
        AgencyListItem last = copy().stream()
                .filter(item -> item.codeQd20().equals(top + ".01"))
                .findFirst()
                .orElseThrow();
        assertThat(last.email()).isEqualTo("a@b.vn");
        assertRefused(ErrorCode.IMPORT_STATE_CONFLICT, () -> imports.run(operator, list.id()));

        ImportView again = imports.create(operator, "lần hai");
        imports.add(operator, again.id(), List.of(row(1, top + ".01", "Tên khác", null, "c@d.vn")));
        imports.check(operator, again.id());
        assertThat(await(operator, again, ImportState.CHECKED).changed()).isEqualTo(1);
        imports.run(operator, again.id());
        await(operator, again, ImportState.DONE);
        List<AgencyListItem> since = lists.changed(last.revision(), null, 1000);
        assertThat(since)
                .filteredOn(item -> item.codeQd20().equals(top + ".01"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.email()).isEqualTo("c@d.vn");
                    assertThat(item.name()).isEqualTo("Sở Thử Nghiệm " + top);
                });
    }

    /** Everything there is, page by page. */
    private List<AgencyListItem> copy() {
        List<AgencyListItem> all = new ArrayList<>();
        List<AgencyListItem> page = lists.changed(0, null, 1000);
        while (!page.isEmpty()) {
            all.addAll(page);
            AgencyListItem last = page.get(page.size() - 1);
            page = lists.changed(last.revision(), last.id(), 1000);
        }
        return all;
    }

    @Test
    @DisplayName("only who may change the directory of the whole province enters lists and zones")
    void refused() {
        for (Role role : Role.values()) {
            if (role != Role.OPERATOR) {
                Staff other = people.somebody(role, People.PROVINCE);
                assertRefused(ErrorCode.FORBIDDEN, () -> imports.create(other, "x"));
                assertRefused(ErrorCode.FORBIDDEN, () -> imports.list(other));
                assertRefused(
                        ErrorCode.FORBIDDEN, () -> zones.create(other, new Zones.ZoneData("x", "X", false, null)));
            }
        }
        Staff below = people.somebody(Role.OPERATOR, People.OFFICE);
        assertRefused(ErrorCode.FORBIDDEN, () -> imports.create(below, "x"));
        Staff operator = people.member(People.PROVINCE, Role.OPERATOR).staff();
        assertRefused(ErrorCode.NOT_FOUND, () -> imports.find(operator, UUID.randomUUID()));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> imports.create(operator, " "));
    }

    @Test
    @DisplayName("a zone is entered, changed by whoever read it last, inherited, and closed when it is empty")
    void zone() {
        Staff operator = people.member(People.PROVINCE, Role.OPERATOR).staff();
        String code = "v-" + People.newName();
        ZoneView zone = zones.create(operator, new Zones.ZoneData(code, "Vùng thử", false, null));
        assertRefused(ErrorCode.ZONE_TAKEN, () -> zones.create(operator, new Zones.ZoneData(code, "X", false, null)));
        assertRefused(
                ErrorCode.REQUEST_INVALID,
                () -> zones.create(operator, new Zones.ZoneData(code + "2", "X", true, " ")));
        ZoneView changed =
                zones.change(operator, code, zone.version(), new Zones.ZoneData(code, "Ngoài", true, "NDXP"));
        assertRefused(
                ErrorCode.VERSION_OUTDATED,
                () -> zones.change(operator, code, zone.version(), new Zones.ZoneData(code, "Y", false, null)));
        UUID agency = directory.byCode(People.BELOW_OFFICE).orElseThrow().id();
        zones.assign(operator, agency, code);
        assertThat(zones.of(operator, agency)).map(ZoneView::code).hasValue(code);
        assertRefused(ErrorCode.ZONE_IN_USE, () -> zones.closed(operator, code, changed.version(), true));
        assertThat(zones.find(operator, code).closed()).isFalse();
        zones.assign(operator, agency, null);
        assertThat(zones.closed(operator, code, changed.version(), true).closed())
                .isTrue();
        assertRefused(ErrorCode.REQUEST_INVALID, () -> zones.assign(operator, agency, code));
    }

    private ImportView await(Staff staff, ImportView list, ImportState state) {
        Awaitility.await(state.name())
                .until(() -> imports.find(staff, list.id()).state() == state);
        return imports.find(staff, list.id());
    }

    private static AgencyListRow row(int position, String code, String name, String parent, String email) {
        return new AgencyListRow(
                position, code, null, name, null, parent, null, null, null, email, null, null, null, null);
    }
}
