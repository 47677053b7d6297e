package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.registry.boundary.Agencies;
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
import vn.lgsp.registry.boundary.Zones.ZoneData;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Lists of agencies: found at once, checked before they are entered, copied page by page; zones")
class AgencyListsIT {
    @Inject
    private Directory directory;

    @Inject
    private AgencyImports imports;

    @Inject
    private AgencyLists lists;

    @Inject
    private Agencies agencies;

    @Inject
    private Zones zones;

    @Inject
    private People people;

    @Inject
    private Accounts accounts;

    private Staff operator;
    private String top;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @BeforeEach
    void enter() {
        operator = accounts.signIn("vanhanh", "Lgsp-demo-2026", People.VISITOR).staff();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        do {
            top = "Y%02d".formatted(random.nextInt(100));
        } while (directory.byCode(top).isPresent());
    }

    private AgencyListRow row(int position, String code, String name, String parent) {
        return new AgencyListRow(
                position, code, null, name, null, parent, "Thử", null, null, null, null, null, null, null);
    }

    private ImportView checked(List<AgencyListRow> rows) {
        UUID id = imports.create(operator, "thử " + top).id();
        imports.add(operator, id, rows);
        imports.check(operator, id);
        return until(id, ImportState.CHECKED);
    }

    private ImportView until(UUID id, ImportState state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> imports.find(operator, id), view -> view.state() == state);
    }

    private List<String> problems(UUID id) {
        return imports.problems(operator, id, null, null, 100).stream()
                .map(problem -> problem.position() + " " + problem.field() + " " + problem.reason())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Sở Thông tin và Truyền thông, H23.12",
        "so thong tin va truyen thong, H23.12",
        "stttt, H23.12",
        "sở thông tin và tru, H23.12",
        "000.00.12.H23, H23.12",
        "h23.12, H23.12",
        "ubnd tinh, H23"
    })
    @DisplayName("by code, by name with accents or without, by initials; what fits best comes first")
    void search(String text, String first) {
        assertThat(directory.search(text, 10))
                .first()
                .extracting(AgencyView::codeQd20)
                .isEqualTo(first);
    }

    @Test
    @DisplayName("decomposed accents find the same; what is nobody's finds nothing; a place narrows")
    void searchDetails() {
        String decomposed = java.text.Normalizer.normalize("Sở Nội vụ", java.text.Normalizer.Form.NFD);
        assertThat(directory.search(decomposed, 5))
                .first()
                .extracting(AgencyView::name)
                .isEqualTo("Sở Nội vụ");
        assertThat(directory.search("không ai tên như thế này cả", 5)).isEmpty();
        assertThat(directory.search("%_!", 5)).isEmpty();
        UUID office = directory.byCode("H23.12").orElseThrow().id();
        assertThat(directory.search(new AgencyQuery("thanh tra", office, false, null, null, 10)))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.codeQd20()).startsWith("H23.12"));
        assertThat(directory.search(new AgencyQuery(null, null, false, AgencyQuery.Ability.RECEIVES, "edoc", 10)))
                .isNotEmpty();
    }

    @Test
    @DisplayName(
            "what was entered is found by the next search, on every list, once it is in; before the run nothing has changed")
    void enteredAtOnce() {
        List<AgencyListRow> rows = List.of(
                row(1, top, "Tỉnh Nhập Thử " + top, PROVINCE),
                row(2, "000.00.07." + top, "Sở Nhập Thử " + top, "000.00.00." + top),
                row(3, top + ".07.01", "Phòng Nhập Thử " + top, top + ".07"));
        ImportView check = checked(rows);
        assertThat(problems(check.id())).isEmpty();
        assertThat(check.added()).isEqualTo(3);
        assertThat(directory.byCode(top)).isEmpty();
        imports.run(operator, check.id());
        ImportView done = until(check.id(), ImportState.DONE);
        assertThat(done.done()).isEqualTo(3);
        assertThat(directory.byCode("000.01.07." + top)).map(AgencyView::name).hasValue("Phòng Nhập Thử " + top);
        assertThat(directory.search("so nhap thu " + top.toLowerCase(java.util.Locale.ROOT), 5))
                .first()
                .extracting(AgencyView::codeQd20)
                .isEqualTo(top + ".07");
        assertThat(checked(rows)).satisfies(again -> {
            assertThat(again.unchanged()).isEqualTo(3);
            assertThat(again.planned()).isZero();
        });
    }

    @Test
    @DisplayName("every problem is named by row and field, and what only a reorganisation changes is left to it")
    void problems() {
        AgencyView known = directory.byCode("H23.02").orElseThrow();
        ImportView check = checked(List.of(
                row(1, "h23..1", "Sai mã", PROVINCE),
                row(2, "000.00.08." + top, "Không có cha", "000.00.00." + top),
                row(3, null, "Không có mã", PROVINCE),
                row(4, top + ".09", "Một", PROVINCE),
                row(5, top + ".09", "Hai", PROVINCE),
                row(6, known.code(), known.name() + " khác", PROVINCE),
                row(7, top + ".10", "Điều khiển\u0007", PROVINCE)));
        assertThat(problems(check.id()))
                .contains("1 code code-empty-group", "3 code required", "7 name control-character")
                .anyMatch(problem -> problem.startsWith("2 parent"))
                .anyMatch(problem -> problem.startsWith("5 code") || problem.startsWith("4 code"))
                .anyMatch(problem -> problem.startsWith("6 name"));
        assertThat(imports.problems(operator, check.id(), true, null, 100))
                .extracting(ImportProblem::position)
                .doesNotContain(6);
        assertThat(directory.byCode("H23.02").orElseThrow().name()).isEqualTo(known.name());
    }

    @Test
    @DisplayName("a list goes its steps in their order and no other")
    void steps() {
        UUID id = imports.create(operator, "thử " + top).id();
        assertRefused(ErrorCode.IMPORT_STATE_CONFLICT, () -> imports.run(operator, id));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> imports.add(operator, id, List.of()));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> imports.add(operator, id, List.of(row(0, top, "x", null))));
        imports.stop(operator, id);
        assertRefused(
                ErrorCode.IMPORT_STATE_CONFLICT, () -> imports.add(operator, id, List.of(row(1, top, "x", null))));
        assertRefused(ErrorCode.IMPORT_STATE_CONFLICT, () -> imports.check(operator, id));
        assertRefused(ErrorCode.NOT_FOUND, () -> imports.find(operator, UUID.randomUUID()));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> imports.create(operator, " "));
    }

    @Test
    @DisplayName("a copy is kept page by page: everything once, and then only what changed")
    void copy() {
        Set<UUID> seen = new java.util.HashSet<>();
        long revision = 0;
        UUID after = null;
        List<AgencyListItem> page;
        do {
            page = lists.changed(revision, after, 100);
            for (AgencyListItem item : page) {
                seen.add(item.id());
                revision = item.revision();
                after = item.id();
            }
        } while (!page.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(456);
        AgencyView office = directory.byCode("H23.13").orElseThrow();
        agencies.lock(
                operator,
                office.id(),
                true,
                "kiểm thử",
                agencies.find(operator, office.id()).version());
        agencies.lock(
                operator,
                office.id(),
                false,
                "kiểm thử",
                agencies.find(operator, office.id()).version());
        List<UUID> changed = new ArrayList<>();
        lists.changed(revision, after, 1000).forEach(item -> changed.add(item.id()));
        assertThat(changed).contains(office.id());
    }

    @Test
    @DisplayName("zones are entered, changed, closed; an agency is in the zone of the agency above it")
    void zones() {
        String code = "thu-" + top.toLowerCase(java.util.Locale.ROOT) + "-"
                + ThreadLocalRandom.current().nextInt(100_000);
        ZoneView zone = zones.create(operator, new ZoneData(code, "Vùng thử", false, null));
        assertRefused(ErrorCode.ZONE_TAKEN, () -> zones.create(operator, new ZoneData(code, "Vùng khác", false, null)));
        assertRefused(
                ErrorCode.REQUEST_INVALID, () -> zones.create(operator, new ZoneData("Vùng", "Vùng", false, null)));
        assertRefused(
                ErrorCode.REQUEST_INVALID, () -> zones.create(operator, new ZoneData(code + "-n", "Vùng", true, null)));
        ZoneView changed =
                zones.change(operator, code, zone.version(), new ZoneData(code, "Vùng đổi", true, "LGSP tỉnh bạn"));
        assertRefused(
                ErrorCode.VERSION_OUTDATED,
                () -> zones.change(operator, code, zone.version(), new ZoneData(code, "Lần hai", false, null)));
        ImportView check =
                checked(List.of(row(1, top, "Tỉnh " + top, PROVINCE), row(2, top + ".01", "Sở " + top, top)));
        imports.run(operator, check.id());
        until(check.id(), ImportState.DONE);
        zones.assign(operator, directory.byCode(top).orElseThrow().id(), code);
        assertThat(zones.of(
                        operator, directory.byCode(top + ".01").orElseThrow().id()))
                .map(ZoneView::name)
                .hasValue("Vùng đổi");
        assertThat(agencies.find(
                                operator,
                                directory.byCode(top + ".01").orElseThrow().id())
                        .zoneName())
                .isEqualTo("Vùng đổi");
        assertRefused(ErrorCode.ZONE_IN_USE, () -> zones.closed(operator, code, changed.version(), true));
        zones.assign(operator, directory.byCode(top).orElseThrow().id(), null);
        assertThat(zones.closed(operator, code, changed.version(), true).closed())
                .isTrue();
        assertRefused(
                ErrorCode.REQUEST_INVALID,
                () -> zones.assign(operator, directory.byCode(top).orElseThrow().id(), code));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("lists and zones are changed only by who looks after the whole directory")
    void rights(Role role) {
        Staff above = people.somebody(role, PROVINCE);
        Staff office = people.somebody(role, People.OFFICE);
        UUID list = imports.create(operator, "thử quyền").id();
        UUID agency = directory.byCode(People.OFFICE).orElseThrow().id();
        List<Staff> refused = Right.DIRECTORY_CHANGE.heldBy(role) ? List.of(office) : List.of(office, above);
        for (Staff somebody : refused) {
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.create(somebody, "x"));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.add(somebody, list, List.of(row(1, top, "x", null))));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.found(somebody, list, List.of()));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.check(somebody, list));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.run(somebody, list));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.stop(somebody, list));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.find(somebody, list));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.list(somebody));
            assertRefused(ErrorCode.FORBIDDEN, () -> imports.problems(somebody, list, null, null, 1));
            assertRefused(ErrorCode.FORBIDDEN, () -> zones.create(somebody, new ZoneData("x", "x", false, null)));
            assertRefused(
                    ErrorCode.FORBIDDEN, () -> zones.change(somebody, "x", 0, new ZoneData("x", "x", false, null)));
            assertRefused(ErrorCode.FORBIDDEN, () -> zones.closed(somebody, "x", 0, true));
            assertRefused(ErrorCode.FORBIDDEN, () -> zones.assign(somebody, agency, null));
        }
        assertThat(zones.list(office)).isNotNull();
    }
}
