package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.AgencyRow;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.CodeResolution.Successor;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.LineageLink;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationFilter;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Reorganisations: requested, decided by somebody else, carried out on their day, undone")
class ReorganisationsIT {
    private static final String REASON = "kiểm thử";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Reorganisations requests;

    @Inject
    private Agencies agencies;

    @Inject
    private Directory directory;

    @Inject
    private Registration registration;

    @Inject
    private People people;

    @Inject
    private Upheavals upheavals;

    private Staff operator;
    private Staff approver;
    /** Level-1 code of a tree that no other test knows: two communes in a district, and an office. */
    private String top;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @BeforeEach
    void enter() {
        operator = upheavals.operator();
        approver = upheavals.approver();
        top = upheavals.tree();
    }

    private ReorganisationDraft draft(LocalDate day, int aliasDays, ReorganisationStep... steps) {
        return Upheavals.draft(top, day, aliasDays, steps);
    }

    private ReorganisationStep merger(String target) {
        return ReorganisationStep.mergeInto(
                List.of(top + ".31.21", "000.22.31." + top), target, null, "Xã Nhập", "Xã", top);
    }

    private UUID accepted(ReorganisationDraft draft) {
        return upheavals.accepted(draft);
    }

    private ReorganisationView applied(ReorganisationDraft draft) {
        return upheavals.applied(draft);
    }

    private ReorganisationView ended(UUID id) {
        return upheavals.ended(id);
    }

    private CodeResolution code(String tail) {
        return directory.resolve(top + tail).orElseThrow();
    }

    private List<String> tree(Instant asOf) {
        return agencies
                .list(
                        operator,
                        new AgencyFilter(
                                null,
                                null,
                                null,
                                null,
                                null,
                                directory.byCode(top).orElseThrow().id(),
                                asOf,
                                null,
                                1000))
                .stream()
                .map(row -> row.codeQd20() + " " + row.name() + " " + row.parentCode() + " " + row.state())
                .toList();
    }

    @Test
    @DisplayName(
            "two communes become one: old codes name it, applications and people go with them, yesterday stays as it was")
    void merge() {
        UUID commune = directory.byCode(top + ".31.21").orElseThrow().id();
        UUID application = registration.activeApplication(
                "thu-" + UUID.randomUUID(), "Phần mềm xã", commune, Environment.TEST, true, true);
        Staff clerk = people.member("000.21.31." + top, Role.AGENCY).staff();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        List<String> before = tree(yesterday);
        ReorganisationDraft draft = draft(
                Upheavals.today(), 0, merger(top + ".101"), ReorganisationStep.dissolve(List.of(top + ".31"), null));
        ReorganisationImpact impact = requests.impact(operator, draft);
        assertThat(impact.problems()).isEmpty();
        assertThat(impact.inherited())
                .containsEntry("APPLICATION", 1L)
                .containsEntry("ACCOUNT", 1L)
                .containsEntry("PACKET", 0L);

        ReorganisationView request = applied(draft);

        assertThat(request.state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(code(".31.21")).satisfies(closed -> {
            assertThat(closed.state()).isEqualTo(IdentifierCode.State.CLOSED);
            assertThat(closed.successors()).extracting(Successor::code).containsExactly(top + ".101");
        });
        assertThat(directory.resolve("000.22.31." + top).orElseThrow().successors())
                .extracting(Successor::name)
                .containsExactly("Xã Nhập");
        assertThat(code(".31").successors()).isEmpty();
        assertThat(directory.application(application).orElseThrow().agencyCode())
                .isEqualTo(top + ".101");
        UUID merged = directory.byCode(top + ".101").orElseThrow().id();
        assertThat(people.signIn(clerk.username()).staff()).satisfies(now -> {
            assertThat(now.agencyId()).isEqualTo(merged);
            assertThat(now.grants()).containsExactly(new Staff.Grant(Role.AGENCY, merged));
        });
        assertThat(tree(yesterday)).isEqualTo(before).hasSize(5);
        assertThat(tree(null)).anyMatch(line -> line.startsWith(top + ".101 Xã Nhập"));
        assertThat(requests.changes(operator, request.id()))
                .extracting(ReorganisationImpact.Change::kind)
                .containsExactlyInAnyOrder("MERGED", "MERGED", "DISSOLVED", "CREATED");
        assertThat(requests.lineage(operator, merged))
                .extracting(LineageLink::fromName)
                .containsExactly("Xã Một", "Xã Hai");

        acts.undo(approver, request.id(), REASON);

        assertThat(code(".31.21").state()).isEqualTo(IdentifierCode.State.ACTIVE);
        assertThat(code(".101").state()).isEqualTo(IdentifierCode.State.CLOSED);
        assertThat(directory.application(application).orElseThrow().agencyCode())
                .isEqualTo("000.21.31." + top);
        assertThat(people.signIn(clerk.username()).staff().agencyId()).isEqualTo(commune);
        assertThat(tree(null).stream().filter(line -> line.endsWith("ACTIVE"))).hasSize(5);
        assertThat(tree(yesterday)).isEqualTo(before);
        assertRefused(ErrorCode.REORGANISATION_STATE, () -> acts.undo(approver, request.id(), REASON));

        assertThat(applied(draft).state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(directory.byCode(top + ".101").orElseThrow().id()).isEqualTo(merged);
    }

    @Test
    @DisplayName("rename, new code, another parent and a split, each with what it leaves behind")
    void otherActs() {
        ReorganisationView request = applied(draft(
                Upheavals.today(),
                30,
                ReorganisationStep.rename(top + ".12", "Sở Khoa học thử", "SKHT"),
                ReorganisationStep.recode(top + ".12", top + ".13", "000.00.13." + top),
                ReorganisationStep.reparent(List.of(top + ".31.22"), top),
                ReorganisationStep.split(top + ".31.21", top + ".31.41", null, "Xã Tách Một", "Xã", top + ".31"),
                ReorganisationStep.split(top + ".31.21", top + ".31.42", null, "Xã Tách Hai", "Xã", top + ".31")));
        assertThat(request.state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(code(".13").agency().name()).isEqualTo("Sở Khoa học thử");
        assertThat(code(".12")).satisfies(old -> {
            assertThat(old.state()).isEqualTo(IdentifierCode.State.CLOSED);
            assertThat(old.agency().id()).isEqualTo(code(".13").agency().id());
            assertThat(old.successors()).extracting(Successor::code).containsExactly(top + ".13");
        });
        assertThat(directory.leadsOn("000.00.12." + top)).isTrue();
        assertThat(code(".31.22").agency().parentCode()).isEqualTo("000.00.00." + top);
        assertThat(code(".31.21").successors()).hasSize(2);
        assertThat(agencies.history(operator, code(".13").agency().id()))
                .extracting(AgencyRow::name)
                .containsExactly("Sở Khoa học thử", "Sở thử");
        acts.undo(approver, request.id(), REASON);
        assertThat(code(".12").state()).isEqualTo(IdentifierCode.State.ACTIVE);
        assertThat(code(".12").agency().name()).isEqualTo("Sở thử");
        assertThat(code(".31.22").agency().parentCode()).isEqualTo("000.00.31." + top);
    }

    @Test
    @DisplayName("what was built on it stands against undoing it, and is named")
    void builtOn() {
        UUID first = applied(draft(Upheavals.today(), 0, merger(top + ".102"))).id();
        UUID merged = directory.byCode(top + ".102").orElseThrow().id();
        registration.activeApplication("thu-" + UUID.randomUUID(), "Sau đó", merged, Environment.TEST, true, true);
        assertRefused(ErrorCode.REORGANISATION_BUILT_ON, () -> acts.undo(approver, first, REASON));
        UUID second = applied(draft(Upheavals.today(), 0, ReorganisationStep.rename(top + ".12", "Sở khác", null)))
                .id();
        UUID third = applied(draft(Upheavals.today(), 0, ReorganisationStep.rename(top + ".12", "Sở khác nữa", null)))
                .id();
        assertRefused(ErrorCode.REORGANISATION_BUILT_ON, () -> acts.undo(approver, second, REASON));
        acts.undo(approver, third, REASON);
        acts.undo(approver, second, REASON);
        assertThat(code(".12").agency().name()).isEqualTo("Sở thử");
    }

    @Test
    @DisplayName("nothing happens before the day, and what was approved can still be withdrawn until then")
    void future() {
        UUID id = accepted(draft(Upheavals.today().plusDays(2), 0, merger(top + ".103")));
        acts.approve(approver, id);
        assertThat(requests.find(operator, id).state()).isEqualTo(ReorganisationState.APPROVED);
        assertThat(directory.byCode(top + ".103")).isEmpty();
        acts.cancel(operator, id, REASON);
        assertThat(requests.find(operator, id).state()).isEqualTo(ReorganisationState.CANCELLED);
        assertRefused(ErrorCode.REORGANISATION_STATE, () -> acts.approve(approver, id));
    }

    @Test
    @DisplayName("whoever made a request does not decide on it")
    void ownRequest() {
        Staff both = people.member(PROVINCE, Role.OPERATOR, Role.APPROVER).staff();
        UUID id = acts.draft(both, draft(Upheavals.today(), 0, merger(top + ".104")));
        acts.attach(both, id, "qd.pdf", Upheavals.PDF);
        acts.submit(both, id);
        acts.accept(both, id);
        assertRefused(ErrorCode.OWN_REQUEST, () -> acts.approve(both, id));
        assertRefused(ErrorCode.OWN_REQUEST, () -> acts.refuse(both, id, REASON));
        acts.refuse(approver, id, REASON);
        assertThat(requests.events(operator, id))
                .extracting(event -> event.act())
                .containsExactly("DRAFT", "SUBMIT", "ACCEPT", "REFUSE");
    }

    @Test
    @DisplayName(
            "what is missing or stands against it is said before it is submitted; sent back, it is mended and comes again")
    void incomplete() {
        UUID id = acts.draft(
                operator,
                new ReorganisationDraft(
                        "Thiếu nhiều thứ",
                        top,
                        null,
                        null,
                        null,
                        0,
                        List.of(ReorganisationStep.issue(top + ".12", null, "Trùng mã", null, top))));
        assertThat(catching(() -> acts.submit(operator, id)).fields())
                .extracting(LgspException.FieldError::reason)
                .containsExactly("required", "required", "required", "required", "step-code-taken");
        acts.change(
                operator,
                id,
                draft(Upheavals.today(), 0, merger(top + ".105")),
                requests.find(operator, id).version());
        assertRefused(ErrorCode.REQUEST_INVALID, () -> acts.attach(operator, id, "virus.pdf", new byte[] {1, 2, 3}));
        acts.attach(operator, id, "../../qd.pdf", Upheavals.PDF);
        assertThat(requests.documents(operator, id)).singleElement().satisfies(paper -> {
            assertThat(paper.name()).isEqualTo("qd.pdf");
            assertThat(requests.document(operator, id, paper.id())).isEqualTo(Upheavals.PDF);
        });
        acts.submit(operator, id);
        assertRefused(
                ErrorCode.REORGANISATION_STATE,
                () -> acts.change(
                        operator,
                        id,
                        draft(Upheavals.today(), 0),
                        requests.find(operator, id).version()));
        acts.sendBack(operator, id, "thiếu phụ lục");
        int seen = requests.find(operator, id).version();
        acts.change(operator, id, draft(Upheavals.today(), 0, merger(top + ".106")), seen);
        assertRefused(ErrorCode.EDIT_CONFLICT, () -> acts.change(operator, id, draft(Upheavals.today(), 0), seen));
        acts.comment(operator, id, "đã bổ sung phụ lục");
        acts.submit(operator, id);
        assertThat(requests.steps(operator, id))
                .singleElement()
                .extracting(ReorganisationStep::target)
                .isEqualTo(top + ".106");
    }

    private static LgspException catching(Parallel.Act act) {
        try {
            act.run();
        } catch (LgspException refusal) {
            return refusal;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    @DisplayName("two requests for the same code: the second fails with the reason, changes nothing, and can be mended")
    void sameCode() throws Exception {
        UUID one = accepted(draft(Upheavals.today(), 0, merger(top + ".107")));
        UUID two = accepted(
                draft(Upheavals.today(), 0, ReorganisationStep.issue(top + ".107", null, "Xã Khác", "Xã", top)));
        Parallel.refusals(executor, () -> acts.approve(approver, one), () -> acts.approve(approver, two));
        List<ReorganisationView> ends = List.of(ended(one), ended(two));
        assertThat(ends)
                .extracting(ReorganisationView::state)
                .containsExactlyInAnyOrder(ReorganisationState.APPLIED, ReorganisationState.FAILED);
        ReorganisationView failed = ends.stream()
                .filter(view -> view.state() == ReorganisationState.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.failures()).isNotEmpty();
        acts.sendBack(operator, failed.id(), REASON);
        assertThat(requests.find(operator, failed.id()).state()).isEqualTo(ReorganisationState.RETURNED);
    }

    @Test
    @DisplayName("a circle in the tree is refused")
    void cycle() {
        UUID id = acts.draft(
                operator,
                draft(Upheavals.today(), 0, ReorganisationStep.reparent(List.of(top + ".31"), top + ".31.21")));
        acts.attach(operator, id, "qd.pdf", Upheavals.PDF);
        assertThat(catching(() -> acts.submit(operator, id)).fields())
                .extracting(LgspException.FieldError::reason)
                .containsExactly("step-cycle");
    }

    @Test
    @DisplayName("requests are listed by text, state and act, newest first")
    void list() {
        UUID id = accepted(draft(Upheavals.today(), 0, merger(top + ".108")));
        assertThat(requests.list(
                        operator,
                        new ReorganisationFilter(
                                "sap xep don vi thu " + top,
                                ReorganisationState.ACCEPTED,
                                vn.lgsp.model.registry.ReorganisationAct.MERGE,
                                null,
                                10)))
                .extracting(ReorganisationView::id)
                .containsExactly(id);
        assertThat(requests.list(operator, new ReorganisationFilter("không có đâu " + top, null, null, null, 10)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("who may do what: by role, in reach and out of reach")
    void rights(Role role) {
        UUID id = accepted(draft(Upheavals.today().plusDays(9), 0, merger(top + ".109")));
        Staff inside = people.somebody(role, "000.00.31." + top);
        Staff outside = people.somebody(role, ELSEWHERE);
        ErrorCode read = Right.REORGANISATIONS_READ.heldBy(role) ? ErrorCode.NOT_FOUND : ErrorCode.FORBIDDEN;
        assertRefused(read, () -> requests.find(outside, id));
        assertRefused(read, () -> requests.steps(outside, id));
        assertRefused(read, () -> requests.events(outside, id));
        assertRefused(read, () -> requests.documents(outside, id));
        assertRefused(read, () -> requests.impact(outside, id));
        assertRefused(read, () -> requests.changes(outside, id));
        assertRefused(read, () -> acts.comment(outside, id, "xem thử"));
        ErrorCode own = Right.REORGANISATIONS_REQUEST.heldBy(role) ? ErrorCode.NOT_FOUND : ErrorCode.FORBIDDEN;
        assertRefused(own, () -> acts.draft(outside, draft(Upheavals.today(), 0, merger(top + ".110"))));
        assertRefused(own, () -> acts.change(outside, id, draft(Upheavals.today(), 0), 0));
        assertRefused(own, () -> acts.attach(outside, id, "qd.pdf", Upheavals.PDF));
        assertRefused(own, () -> acts.detach(outside, id, UUID.randomUUID()));
        assertRefused(own, () -> acts.submit(outside, id));
        assertRefused(own, () -> acts.cancel(outside, id, REASON));
        assertRefused(own, () -> acts.draft(inside, draft(Upheavals.today(), 0, merger(top + ".110"))));
        for (Staff below : List.of(inside, outside)) {
            assertRefused(ErrorCode.FORBIDDEN, () -> acts.accept(below, id));
            assertRefused(ErrorCode.FORBIDDEN, () -> acts.sendBack(below, id, REASON));
            assertRefused(ErrorCode.FORBIDDEN, () -> acts.approve(below, id));
            assertRefused(ErrorCode.FORBIDDEN, () -> acts.refuse(below, id, REASON));
            assertRefused(ErrorCode.FORBIDDEN, () -> acts.undo(below, id, REASON));
        }
    }

    @Test
    @DisplayName("an agency's officer asks for what happens inside the own subtree, and for nothing else")
    void subtree() {
        Staff officer = people.member("000.00.31." + top, Role.AGENCY).staff();
        ReorganisationDraft inside = new ReorganisationDraft(
                "Trong huyện",
                top + ".31",
                "1/QĐ",
                Upheavals.today(),
                Upheavals.today(),
                0,
                List.of(ReorganisationStep.rename(top + ".31.21", "Xã Đổi Tên", null)));
        UUID id = acts.draft(officer, inside);
        acts.attach(officer, id, "qd.pdf", Upheavals.PDF);
        acts.submit(officer, id);
        UUID other = acts.draft(
                officer,
                new ReorganisationDraft(
                        "Ngoài huyện",
                        top + ".31",
                        "2/QĐ",
                        Upheavals.today(),
                        Upheavals.today(),
                        0,
                        List.of(ReorganisationStep.rename(top + ".12", "Sở Đổi Tên", null))));
        acts.attach(officer, other, "qd.pdf", Upheavals.PDF);
        assertRefused(ErrorCode.NOT_FOUND, () -> acts.submit(officer, other));
        assertThat(directory.byCode(top + ".12").orElseThrow().state()).isEqualTo(Agency.State.ACTIVE);
    }
}
