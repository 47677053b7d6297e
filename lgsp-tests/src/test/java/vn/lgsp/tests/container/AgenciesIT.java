package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.BELOW_OFFICE;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.OFFICE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyDetails;
import vn.lgsp.registry.boundary.AgencyEdit;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.AgencyRow;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.CodeCheck;
import vn.lgsp.registry.boundary.CodeFilter;
import vn.lgsp.registry.boundary.CodeResolution.Warning;
import vn.lgsp.registry.boundary.CodeRow;
import vn.lgsp.registry.boundary.Codes;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Agencies and their codes: what they are, what they were, who may change what")
class AgenciesIT {
    private static final AgencyEdit EDIT = new AgencyEdit(
            "Số 1 Hùng Vương",
            "vanthu@vi-du.gov.vn",
            "0220 3853 000",
            "https://vi-du.gov.vn",
            "Văn thư",
            "Phường Quang Trung");

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Agencies agencies;

    @Inject
    private Codes codes;

    @Inject
    private Directory directory;

    @Inject
    private Registration registration;

    @Inject
    private People people;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    private Staff operator() {
        return people.somebody(Role.OPERATOR, PROVINCE);
    }

    /** An agency that no other test knows, at the top of a tree of its own. */
    private AgencyView fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String top = (char) random.nextInt('A', 'G') + "%02d".formatted(random.nextInt(100));
        String code = "%03d.%02d.%02d.%s"
                .formatted(random.nextInt(1, 1000), random.nextInt(1, 100), random.nextInt(1, 100), top);
        String[] parts = code.split("\\.");
        String codeQd20 = String.join(".", top, parts[2], parts[1], parts[0]);
        if (directory.byCode(code).isPresent()) {
            return fresh();
        }
        registration.agencies(
                List.of(new NewAgency(code, codeQd20, "Đơn vị Thử Nghiệm " + code, "Đơn vị thử", null)), true);
        return directory.byCode(code).orElseThrow();
    }

    private static AgencyFilter text(String text, Instant asOf) {
        return new AgencyFilter(text, null, null, null, null, null, asOf, null, 10);
    }

    @Test
    @DisplayName("either form of a code leads to the same agency, and the answer keeps the form")
    void forms() {
        AgencyView agency = fresh();
        var old = directory.resolve(agency.code()).orElseThrow();
        var current = directory.resolve(agency.codeQd20()).orElseThrow();
        assertThat(old.agency()).isEqualTo(current.agency());
        assertThat(old.code()).isEqualTo(agency.code());
        assertThat(current.code()).isEqualTo(agency.codeQd20());
        assertThat(old.warnings()).isEmpty();
        assertThat(directory
                        .resolve(" " + agency.codeQd20().toLowerCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .warnings())
                .containsExactly(Warning.UNTIDY);
        assertThat(directory.resolve("Y99.NOBODY")).isEmpty();
        assertThat(directory.resolve(null)).isEmpty();
        assertThat(directory.resolve("x".repeat(10_000))).isEmpty();
    }

    @Test
    @DisplayName("an alias leads to its code with a warning, is nobody else's, and ends when told to")
    void aliases() {
        AgencyView agency = fresh();
        CodeRow code = codes.of(operator(), agency.id()).get(0);
        String alias =
                "VXP.SAAS." + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        codes.alias(operator(), code.id(), alias, 0, "gặp trong gói tin");
        assertThat(directory.resolve(alias).orElseThrow()).satisfies(found -> {
            assertThat(found.agency().id()).isEqualTo(agency.id());
            assertThat(found.code()).isEqualTo(agency.codeQd20());
            assertThat(found.warnings()).containsExactly(Warning.ALIAS, Warning.ODD_FORM);
        });
        CodeRow other = codes.of(operator(), fresh().id()).get(0);
        assertRefused(ErrorCode.CODE_TAKEN, () -> codes.alias(operator(), other.id(), alias, 0, null));
        assertRefused(ErrorCode.CODE_TAKEN, () -> codes.alias(operator(), other.id(), agency.code(), 0, null));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> codes.alias(operator(), other.id(), "a b", 0, null));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> codes.alias(operator(), other.id(), "AB", -1, null));
        codes.endAlias(operator(), code.id(), alias);
        assertThat(directory.resolve(alias)).isEmpty();
        assertRefused(ErrorCode.NOT_FOUND, () -> codes.endAlias(operator(), code.id(), alias));
        assertRefused(ErrorCode.CODE_TAKEN, () -> codes.alias(operator(), other.id(), alias, 0, null));
    }

    @Test
    @DisplayName("one alias given to two codes at the same instant goes to one of them")
    void aliasRace() throws Exception {
        String alias = "DUA." + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        List<UUID> ids = List.of(
                codes.of(operator(), fresh().id()).get(0).id(),
                codes.of(operator(), fresh().id()).get(0).id());
        List<ErrorCode> refused = Parallel.refusals(
                executor,
                () -> codes.alias(operator(), ids.get(0), alias, 0, null),
                () -> codes.alias(operator(), ids.get(1), alias, 0, null));
        assertThat(refused).containsExactly(ErrorCode.CODE_TAKEN);
        assertThat(directory.resolve(alias)).isPresent();
    }

    @Test
    @DisplayName("a locked code is known but not in use; who saw an older state is told")
    void lockedCode() {
        AgencyView agency = fresh();
        CodeRow code = codes.of(operator(), agency.id()).get(0);
        codes.lock(operator(), code.id(), true, "chờ xác minh", code.version());
        CodeRow locked = codes.find(operator(), agency.code());
        assertThat(locked.state()).hasToString("LOCKED");
        assertThat(locked.reason()).isEqualTo("chờ xác minh");
        assertRefused(
                ErrorCode.EDIT_CONFLICT, () -> codes.lock(operator(), code.id(), false, "mở lại", code.version()));
        codes.lock(operator(), code.id(), false, "mở lại", locked.version());
        assertThat(codes.find(operator(), agency.code()).state()).hasToString("ACTIVE");
        assertRefused(ErrorCode.NOT_FOUND, () -> codes.lock(operator(), UUID.randomUUID(), true, "không có", 0));
    }

    @Test
    @DisplayName(
            "a code that somebody wants to issue is told what stands against it, and the next free one is proposed")
    void checking() {
        AgencyView agency = fresh();
        assertThat(codes.check(operator(), agency.codeQd20()).takenBy().id()).isEqualTo(agency.id());
        assertThat(codes.check(operator(), "H23..1").fault()).hasToString("EMPTY_GROUP");
        CodeCheck next = codes.next(operator(), agency.code());
        assertThat(next.code()).isEqualTo(agency.codeQd20() + ".01");
        assertThat(next.free()).isTrue();
        assertThat(next.parent().id()).isEqualTo(agency.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> codes.next(operator(), "Y98.NOBODY"));
    }

    @Test
    @DisplayName("codes are listed by themselves, page by page, by beginning, name, state and place")
    void codeList() {
        AgencyView agency = fresh();
        assertThat(codes.list(operator(), new CodeFilter(agency.code(), null, null, null, 10)))
                .extracting(CodeRow::agencyId)
                .containsExactly(agency.id());
        assertThat(codes.list(operator(), new CodeFilter("don vi thu nghiem " + agency.code(), null, null, null, 10)))
                .hasSize(1);
        UUID office = directory.byCode(OFFICE).orElseThrow().id();
        List<CodeRow> first = codes.list(operator(), new CodeFilter(null, null, office, null, 2));
        List<CodeRow> second = codes.list(
                operator(), new CodeFilter(null, null, office, first.get(0).code(), 2));
        assertThat(first).hasSize(2);
        assertThat(second.get(0)).isEqualTo(first.get(1));
    }

    @Test
    @DisplayName("what an agency was stays readable after it changed, at the instant at which it was so")
    void asOf() {
        AgencyView agency = fresh();
        AgencyDetails before = agencies.find(operator(), agency.id());
        Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
        agencies.change(operator(), agency.id(), EDIT, before.version());
        AgencyDetails after = agencies.find(operator(), agency.id());
        assertThat(after.row().area()).isEqualTo("Phường Quang Trung");
        assertThat(after.email()).isEqualTo("vanthu@vi-du.gov.vn");
        assertThat(agencies.list(operator(), text(agency.code(), then)))
                .singleElement()
                .extracting(AgencyRow::area)
                .isNull();
        assertThat(agencies.list(operator(), text(agency.code(), null)))
                .singleElement()
                .extracting(AgencyRow::area)
                .isEqualTo("Phường Quang Trung");
        assertThat(agencies.list(operator(), text(agency.code(), Instant.parse("2001-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(agencies.history(operator(), agency.id())).hasSize(2).first().satisfies(now -> {
            assertThat(now.until()).isNull();
            assertThat(now.since()).isAfterOrEqualTo(then);
        });
    }

    @Test
    @DisplayName("two people who edit the same agency: the second is told, and nothing of the first is lost")
    void lostEdits() throws Exception {
        AgencyView agency = fresh();
        int seen = agencies.find(operator(), agency.id()).version();
        AgencyEdit other = new AgencyEdit("Số 2", null, null, null, null, null);
        List<ErrorCode> refused = Parallel.refusals(
                executor,
                () -> agencies.change(operator(), agency.id(), EDIT, seen),
                () -> agencies.change(operator(), agency.id(), other, seen));
        assertThat(refused).containsExactly(ErrorCode.EDIT_CONFLICT);
        assertThat(agencies.find(operator(), agency.id()).address()).isIn("Số 1 Hùng Vương", "Số 2");
    }

    @Test
    @DisplayName("an agency is locked and opened again, and the list tells which are")
    void lockedAgency() {
        AgencyView agency = fresh();
        int version = agencies.find(operator(), agency.id()).version();
        int locked = agencies.lock(operator(), agency.id(), true, "đang sắp xếp lại", version);
        assertThat(agencies.list(
                        operator(),
                        new AgencyFilter(agency.code(), null, null, null, Agency.State.LOCKED, null, null, null, 10)))
                .hasSize(1);
        assertRefused(ErrorCode.REQUEST_INVALID, () -> agencies.lock(operator(), agency.id(), false, "", locked));
        agencies.lock(operator(), agency.id(), false, "xong", locked);
        assertThat(agencies.find(operator(), agency.id()).row().state()).isEqualTo(Agency.State.ACTIVE);
    }

    @Test
    @DisplayName("each field that is wrong is refused by its name")
    void invalid() {
        AgencyView agency = fresh();
        int version = agencies.find(operator(), agency.id()).version();
        for (AgencyEdit wrong : List.of(
                new AgencyEdit("x".repeat(251), null, null, null, null, null),
                new AgencyEdit(null, "không phải thư", null, null, null, null),
                new AgencyEdit(null, null, "0\u0007", null, null, null),
                new AgencyEdit(null, null, null, "javascript:alert(1)", null, null))) {
            assertRefused(ErrorCode.REQUEST_INVALID, () -> agencies.change(operator(), agency.id(), wrong, version));
        }
        assertThat(agencies.find(operator(), agency.id()).version()).isEqualTo(version);
    }

    @Test
    @DisplayName("the tree is walked from the top down")
    void tree() {
        UUID office = directory.byCode(OFFICE).orElseThrow().id();
        assertThat(agencies.below(operator(), office, null))
                .extracting(AgencyRow::code)
                .contains(BELOW_OFFICE);
        assertThat(agencies.find(
                                operator(),
                                directory.byCode(BELOW_OFFICE).orElseThrow().id())
                        .path())
                .extracting(AgencyView::code)
                .containsExactly(PROVINCE, OFFICE);
        assertThat(agencies.kinds(operator())).contains("Sở");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName(
            "every role reads; contacts are changed within the subtree, codes and locks only by who looks after the whole")
    void rights(Role role) {
        UUID office = directory.byCode(OFFICE).orElseThrow().id();
        CodeRow code = codes.of(operator(), office).get(0);
        Staff here = people.somebody(role, OFFICE);
        Staff above = people.somebody(role, PROVINCE);
        Staff elsewhere = people.somebody(role, ELSEWHERE);
        assertThat(agencies.find(elsewhere, office).row().code()).isEqualTo(OFFICE);
        assertThat(codes.find(elsewhere, OFFICE).agencyId()).isEqualTo(office);
        boolean changes = Right.AGENCIES_CHANGE.heldBy(role);
        assertThat(agencies.mayChange(here, office)).isEqualTo(changes);
        assertRefused(
                changes ? ErrorCode.EDIT_CONFLICT : ErrorCode.FORBIDDEN,
                () -> agencies.change(here, office, EDIT, Integer.MAX_VALUE));
        assertRefused(
                changes ? ErrorCode.NOT_FOUND : ErrorCode.FORBIDDEN,
                () -> agencies.change(elsewhere, office, EDIT, Integer.MAX_VALUE));
        boolean keeps = Right.DIRECTORY_CHANGE.heldBy(role);
        ErrorCode whole = keeps ? ErrorCode.EDIT_CONFLICT : ErrorCode.FORBIDDEN;
        assertRefused(whole, () -> agencies.lock(above, office, true, "kiểm thử", Integer.MAX_VALUE));
        assertRefused(whole, () -> codes.lock(above, code.id(), true, "kiểm thử", Integer.MAX_VALUE));
        assertRefused(ErrorCode.FORBIDDEN, () -> agencies.lock(here, office, true, "kiểm thử", Integer.MAX_VALUE));
        assertRefused(ErrorCode.FORBIDDEN, () -> codes.lock(here, code.id(), true, "kiểm thử", Integer.MAX_VALUE));
        assertRefused(ErrorCode.FORBIDDEN, () -> codes.alias(here, code.id(), "THU", 1, null));
        assertRefused(ErrorCode.FORBIDDEN, () -> codes.endAlias(here, code.id(), "THU"));
    }
}
