package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Application.State;
import vn.lgsp.model.registry.ApplicationEvent.Act;
import vn.lgsp.model.registry.ApplicationEvidence.Check;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationInput;
import vn.lgsp.registry.boundary.ApplicationRow;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.HistoryLine;
import vn.lgsp.registry.boundary.ServiceInput;
import vn.lgsp.registry.boundary.ServiceInput.OperationInput;
import vn.lgsp.registry.boundary.ServiceView;
import vn.lgsp.registry.boundary.Services;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Applications and services, from registration to retirement")
class ApplicationsIT {
    private static final String REASON = "kiểm thử";

    @Inject
    private People people;

    @Inject
    private Ground ground;

    @Inject
    private Demonstration demonstration;

    @Inject
    private Applications applications;

    @Inject
    private Services services;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    private interface Step {
        void by(Staff staff, UUID about);
    }

    private ApplicationDetails registered(Staff staff, UUID agency) {
        return applications.register(staff, agency, Ground.name(), Environment.TEST, Ground.input("Ứng dụng Đo đạc"));
    }

    @Test
    @DisplayName("registered, approved by somebody else, active, suspended, resumed, retired; each step leaves a line")
    void lifecycle() {
        Ground.Pair pair = ground.pair();
        Staff agency = people.member(pair.source(), Role.AGENCY).staff();
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        ApplicationDetails made = registered(agency, pair.sourceId());
        UUID id = made.row().id();
        assertThat(made.state()).isEqualTo(State.REGISTERED);
        assertThat(applications.approve(approver, id, made.version()).state()).isEqualTo(State.APPROVED);
        assertThat(applications.activate(agency, id, null).state()).isEqualTo(State.ACTIVE);
        assertThat(applications.suspend(agency, id, null, REASON).state()).isEqualTo(State.SUSPENDED);
        assertThat(applications.resume(agency, id, null, REASON).state()).isEqualTo(State.ACTIVE);
        assertThat(applications.retire(agency, id, null, REASON).state()).isEqualTo(State.RETIRED);
        assertThat(applications.history(agency, id, 10))
                .extracting(HistoryLine::act)
                .containsExactly(Act.RETIRED, Act.RESUMED, Act.SUSPENDED, Act.ACTIVATED, Act.APPROVED, Act.REGISTERED);
        assertThat(applications.history(agency, id, 1))
                .containsExactly(new HistoryLine(
                        applications.history(agency, id, 1).get(0).at(),
                        agency.username(),
                        Act.RETIRED,
                        State.ACTIVE,
                        State.RETIRED,
                        REASON));
    }

    @Test
    @DisplayName("what the lifecycle does not have is refused, whatever the order")
    void illegalSteps() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        UUID id = registered(operator, pair.sourceId()).row().id();
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.activate(operator, id, null));
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.suspend(operator, id, null, REASON));
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.resume(operator, id, null, REASON));
        applications.approve(approver, id, null);
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.approve(approver, id, null));
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.resume(operator, id, null, REASON));
        applications.retire(operator, id, null, REASON);
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.retire(operator, id, null, REASON));
        assertRefused(ErrorCode.APPLICATION_STATE, () -> applications.activate(operator, id, null));
        int version = applications.find(operator, id).version();
        assertRefused(
                ErrorCode.APPLICATION_STATE, () -> applications.change(operator, id, version, Ground.input("Khác")));
    }

    @Test
    @DisplayName("whoever registered does not approve, and a short reason is none")
    void twoPeople() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        UUID id = registered(operator, pair.sourceId()).row().id();
        assertRefused(ErrorCode.OWN_REQUEST, () -> applications.approve(operator, id, null));
        Staff other = people.member(PROVINCE, Role.OPERATOR).staff();
        applications.approve(other, id, null);
        applications.activate(operator, id, null);
        assertRefused(ErrorCode.REQUEST_INVALID, () -> applications.suspend(operator, id, null, " "));
        assertThat(applications.find(operator, id).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    @DisplayName("what was suspended above is not resumed below")
    void suspendedAbove() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        Staff agency = people.member(pair.source(), Role.AGENCY).staff();
        applications.suspend(operator, pair.sender(), null, REASON);
        assertThat(applications.mayResume(agency, pair.sender())).isFalse();
        assertRefused(ErrorCode.FORBIDDEN, () -> applications.resume(agency, pair.sender(), null, REASON));
        assertThat(applications.mayResume(operator, pair.sender())).isTrue();
        applications.resume(operator, pair.sender(), null, REASON);
        applications.suspend(agency, pair.sender(), null, REASON);
        assertThat(applications.resume(agency, pair.sender(), null, REASON).state())
                .isEqualTo(State.ACTIVE);
    }

    @Test
    @DisplayName("of two who edit, the second is told; all that is wrong with an input is told at once")
    void edits() {
        Ground.Pair pair = ground.pair();
        Staff agency = people.member(pair.source(), Role.AGENCY).staff();
        ApplicationDetails made = registered(agency, pair.sourceId());
        UUID id = made.row().id();
        ApplicationDetails changed =
                applications.change(agency, id, made.version(), Ground.input("Tên mới", true, Set.of("edoc")));
        assertThat(changed.row().name()).isEqualTo("Tên mới");
        assertThat(changed.sendTypes()).containsExactly("edoc");
        assertRefused(
                ErrorCode.EDIT_CONFLICT,
                () -> applications.change(agency, id, made.version(), Ground.input("Tên khác")));
        ApplicationInput wrong = new ApplicationInput(
                "",
                null,
                false,
                false,
                Application.Channel.WEBHOOK,
                "ftp://ai:do@noi-nao",
                null,
                null,
                Set.of("khong-co"),
                null);
        assertThatThrownBy(() -> applications.register(agency, pair.sourceId(), "Có Dấu", null, wrong))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.fields())
                        .extracting(LgspException.FieldError::field)
                        .contains("code", "environment", "name", "kind", "callback", "sends", "sendTypes"));
        String code = made.row().code();
        assertThatThrownBy(() ->
                        applications.register(agency, pair.sourceId(), code, Environment.TEST, Ground.input("Trùng")))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.fields())
                        .extracting(LgspException.FieldError::reason)
                        .containsExactly("taken"));
    }

    @Test
    @DisplayName("the list is narrowed by text without accents, subtree, state, role, and ends where the right ends")
    void lists() {
        Ground.Pair pair = ground.pair();
        Staff agency = people.member(pair.source(), Role.AGENCY).staff();
        ApplicationRow made = registered(agency, pair.sourceId()).row();
        assertThat(applications.list(agency, ApplicationFilter.all(100)))
                .extracting(ApplicationRow::id)
                .containsExactlyInAnyOrder(made.id(), pair.sender());
        Staff province = people.somebody(Role.AUDITOR, PROVINCE);
        ApplicationFilter narrow = new ApplicationFilter(
                "ung dung do dac",
                pair.sourceId(),
                Environment.TEST,
                State.REGISTERED,
                Application.Kind.WEB,
                ApplicationFilter.Side.SOURCE,
                Application.Channel.PULL,
                null,
                10);
        assertThat(applications.list(province, narrow))
                .extracting(ApplicationRow::id)
                .containsExactly(made.id());
        List<ApplicationRow> page = applications.list(province, ApplicationFilter.all(2));
        ApplicationFilter next = new ApplicationFilter(
                null, null, null, null, null, null, null, page.get(0).id(), 1);
        assertThat(applications.list(province, next)).containsExactly(page.get(1));
    }

    @Test
    @DisplayName("each role may do what the table of rights says; out of reach nothing exists")
    void rights() {
        Ground.Pair pair = ground.pair();
        UUID id = pair.sender();
        Map<Right, Map<String, Step>> acts = new LinkedHashMap<>();
        acts.put(
                Right.APPLICATIONS_READ,
                Map.of(
                        "find", (staff, about) -> applications.find(staff, about),
                        "history", (staff, about) -> applications.history(staff, about, 5)));
        acts.put(
                Right.APPLICATIONS_APPROVE,
                Map.of("approve", (staff, about) -> applications.approve(staff, about, 99)));
        acts.put(
                Right.APPLICATIONS_CHANGE,
                Map.of(
                        "change", (staff, about) -> applications.change(staff, about, 99, Ground.input("X")),
                        "activate", (staff, about) -> applications.activate(staff, about, 99),
                        "suspend", (staff, about) -> applications.suspend(staff, about, 99, REASON),
                        "resume", (staff, about) -> applications.resume(staff, about, 99, REASON),
                        "retire", (staff, about) -> applications.retire(staff, about, 99, REASON),
                        "addService", (staff, about) -> services.add(staff, about, service("!"))));
        for (Role role : Role.values()) {
            Staff province = people.somebody(role, PROVINCE);
            Staff stranger = people.somebody(role, ELSEWHERE);
            acts.forEach((right, steps) -> steps.forEach((name, step) -> {
                String what = role + " " + name;
                if (right.heldBy(role)) {
                    assertThat(outcome(step, province, id)).as(what).isNotIn("FORBIDDEN", "NOT_FOUND");
                    assertThat(outcome(step, stranger, id)).as(what).isEqualTo("NOT_FOUND");
                    assertThat(outcome(step, province, UUID.randomUUID()))
                            .as(what)
                            .isEqualTo("NOT_FOUND");
                } else {
                    assertThat(outcome(step, province, id)).as(what).isEqualTo("FORBIDDEN");
                }
            }));
            Step register =
                    (staff, agency) -> applications.register(staff, agency, "!", Environment.TEST, Ground.input("X"));
            boolean changes = Right.APPLICATIONS_CHANGE.heldBy(role);
            assertThat(outcome(register, province, pair.sourceId()))
                    .isEqualTo(changes ? "REQUEST_INVALID" : "FORBIDDEN");
            assertThat(outcome(register, stranger, pair.sourceId())).isEqualTo(changes ? "NOT_FOUND" : "FORBIDDEN");
            assertThat(outcome((staff, x) -> applications.list(staff, ApplicationFilter.all(1)), province, id))
                    .isEqualTo(Right.APPLICATIONS_READ.heldBy(role) ? "done" : "FORBIDDEN");
        }
    }

    private static String outcome(Step step, Staff staff, UUID about) {
        try {
            step.by(staff, about);
            return "done";
        } catch (LgspException refusal) {
            return refusal.code().name();
        }
    }

    @Test
    @DisplayName("services are entered, renamed, get operations and are closed; a closed one stays closed")
    void servicesOfAnApplication() {
        Ground.Pair pair = ground.pair();
        Staff agency = people.member(pair.destination(), Role.AGENCY).staff();
        ServiceView made = services.add(agency, pair.receiver(), service(Ground.name()));
        assertThat(made.operations()).extracting(ServiceView.Operation::code).containsExactly("lookup");
        ServiceView more = services.addOperation(agency, made.id(), made.version(), "submit", "Nộp");
        assertThat(more.operations()).hasSize(2);
        assertRefused(
                ErrorCode.EDIT_CONFLICT, () -> services.addOperation(agency, made.id(), made.version(), "x", "X"));
        assertRefused(
                ErrorCode.REQUEST_INVALID, () -> services.addOperation(agency, made.id(), null, "submit", "Trùng"));
        ServiceView called = services.rename(agency, made.id(), more.version(), "Dịch vụ mới");
        assertThat(called.name()).isEqualTo("Dịch vụ mới");
        UUID operation = called.operations().get(0).id();
        assertRefused(
                ErrorCode.EDIT_CONFLICT,
                () -> services.renameOperation(agency, made.id(), operation, more.version(), "Tra cứu mới"));
        ServiceView renamed = services.renameOperation(agency, made.id(), operation, called.version(), "Tra cứu mới");
        assertThat(renamed.operations().get(0).name()).isEqualTo("Tra cứu mới");
        assertRefused(
                ErrorCode.REQUEST_INVALID, () -> services.withdrawOperation(agency, made.id(), operation, null, ""));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.withdrawOperation(agency, made.id(), UUID.randomUUID(), null, REASON));
        assertRefused(
                ErrorCode.FORBIDDEN,
                () -> services.withdrawOperation(
                        people.somebody(Role.DEVELOPER, PROVINCE), made.id(), operation, null, REASON));
        assertThat(services.withdrawOperation(agency, made.id(), operation, renamed.version(), REASON)
                        .operations())
                .extracting(ServiceView.Operation::withdrawn)
                .containsExactly(true, false);
        assertRefused(
                ErrorCode.REQUEST_INVALID,
                () -> services.withdrawOperation(agency, made.id(), operation, null, REASON));
        assertRefused(
                ErrorCode.REQUEST_INVALID, () -> services.addOperation(agency, made.id(), null, "lookup", "Trùng"));
        assertThat(services.list(agency, pair.receiver(), null, 10))
                .extracting(ServiceView::id)
                .containsExactly(made.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.find(people.somebody(Role.AGENCY, ELSEWHERE), made.id()));
        assertRefused(ErrorCode.FORBIDDEN, () -> services.find(people.somebody(Role.ADMIN, PROVINCE), made.id()));
        assertRefused(
                ErrorCode.FORBIDDEN,
                () -> services.close(people.somebody(Role.APPROVER, PROVINCE), made.id(), null, REASON));
        assertThat(services.close(agency, made.id(), null, REASON).state()).isEqualTo(ExchangeService.State.CLOSED);
        assertRefused(ErrorCode.REQUEST_INVALID, () -> services.rename(agency, made.id(), null, "Lại"));
    }

    private static ServiceInput service(String code) {
        return new ServiceInput(
                code, "Tra cứu", "https://dich.vu/tra-cuu", null, List.of(new OperationInput("lookup", "Tra cứu")));
    }

    @Test
    @DisplayName("the list of compatibility shows what was really seen, and nothing before it was")
    void evidence() {
        Ground.Pair pair = ground.pair();
        Staff auditor = people.somebody(Role.AUDITOR, PROVINCE);
        assertThat(applications.find(auditor, pair.sender()).checks())
                .extracting(ApplicationDetails.CheckLine::check)
                .containsExactly(Check.KEY, Check.CONNECTED, Check.REQUESTED, Check.COMPLETED);
        assertThat(applications.find(auditor, pair.sender()).checks())
                .allSatisfy(line -> assertThat(line.firstSeenAt()).isNull());
        UUID source = demonstration.source().applicationId();
        assertThat(applications.find(auditor, source).checks())
                .filteredOn(line -> line.check() == Check.KEY)
                .singleElement()
                .satisfies(line -> assertThat(line.firstSeenAt()).isNotNull());
    }
}
