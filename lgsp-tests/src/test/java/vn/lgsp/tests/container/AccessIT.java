package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
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
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.model.registry.RightParty.Kind;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.ApplicationFilter.Side;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.GroupView;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.registry.boundary.NewAccessRight;
import vn.lgsp.registry.boundary.PartyInput;
import vn.lgsp.registry.boundary.ServiceInput;
import vn.lgsp.registry.boundary.ServiceInput.OperationInput;
import vn.lgsp.registry.boundary.Services;
import vn.lgsp.registry.boundary.Verdict;
import vn.lgsp.registry.boundary.Verdict.Obstacle;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Access rights: requested, decided on by somebody else, enforced, withdrawn, explained")
class AccessIT {
    private static final String REASON = "kiểm thử";

    @Inject
    private People people;

    @Inject
    private Ground ground;

    @Inject
    private AccessRequests requests;

    @Inject
    private AccessRights rights;

    @Inject
    private Applications applications;

    @Inject
    private Services services;

    @Inject
    private Groups groups;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    private interface Step {
        void by(Staff staff, UUID about);
    }

    private static NewAccessRight agencies(Ground.Pair pair, Integer quota) {
        return right(
                new PartyInput(Kind.AGENCY, pair.source()), new PartyInput(Kind.AGENCY, pair.destination()), quota);
    }

    private static NewAccessRight right(PartyInput source, PartyInput destination, Integer quota) {
        return new NewAccessRight(source, destination, "file", null, null, null, quota, "12/QĐ-STTTT", "Thử quyền");
    }

    private boolean maySend(Ground.Pair pair) {
        return rights.maySend(pair.sender(), pair.destinationId(), pair.receiver(), "file");
    }

    private AccessRightView approved(NewAccessRight wanted) {
        AccessRightView asked =
                requests.request(people.member(PROVINCE, Role.OPERATOR).staff(), wanted);
        return requests.approve(people.member(PROVINCE, Role.APPROVER).staff(), asked.id(), null, null);
    }

    @Test
    @DisplayName("a right counts from its approval by somebody else to its withdrawal, and not a request longer")
    void lifecycle() {
        Ground.Pair pair = ground.pair();
        Staff agency = people.member(pair.source(), Role.AGENCY, Role.APPROVER).staff();
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        Staff other = people.member(pair.destination(), Role.AGENCY).staff();
        AccessRightView asked = requests.request(agency, agencies(pair, null));
        assertThat(asked.state()).isEqualTo(AccessRightState.REQUESTED);
        assertThat(maySend(pair)).isFalse();
        assertRefused(ErrorCode.NOT_FOUND, () -> requests.approve(agency, asked.id(), null, null));
        assertRefused(ErrorCode.ACCESS_RIGHT_STATE, () -> requests.withdraw(other, asked.id(), null, REASON));
        AccessRightView given = requests.approve(approver, asked.id(), asked.version(), "Đồng ý");
        assertThat(given.decidedBy()).isEqualTo(approver.username());
        assertThat(maySend(pair)).isTrue();
        assertRefused(ErrorCode.ACCESS_RIGHT_STATE, () -> requests.refuse(approver, asked.id(), null, REASON));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> requests.withdraw(other, asked.id(), null, ""));
        assertRefused(ErrorCode.EDIT_CONFLICT, () -> requests.withdraw(other, asked.id(), asked.version(), REASON));
        AccessRightView ended = requests.withdraw(other, asked.id(), given.version(), REASON);
        assertThat(ended.withdrawnBy()).isEqualTo(other.username());
        assertThat(maySend(pair)).isFalse();
        assertRefused(ErrorCode.ACCESS_RIGHT_STATE, () -> requests.withdraw(other, asked.id(), null, REASON));
    }

    @Test
    @DisplayName("whoever asked does not decide, whatever roles the person holds; a refused request is no right")
    void twoPeople() {
        Ground.Pair pair = ground.pair();
        Staff both = people.member(PROVINCE, Role.OPERATOR, Role.APPROVER).staff();
        AccessRightView asked = requests.request(both, agencies(pair, null));
        assertRefused(ErrorCode.OWN_REQUEST, () -> requests.approve(both, asked.id(), null, null));
        assertRefused(ErrorCode.OWN_REQUEST, () -> requests.refuse(both, asked.id(), null, REASON));
        assertThat(requests.choices(both, asked.id())).isEqualTo(new AccessRequests.Choices(false, false, true));
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        assertThat(requests.choices(approver, asked.id())).isEqualTo(new AccessRequests.Choices(true, false, false));
        assertThat(requests.refuse(approver, asked.id(), null, REASON).state()).isEqualTo(AccessRightState.REFUSED);
        assertThat(maySend(pair)).isFalse();
    }

    @Test
    @DisplayName("rights of agencies, applications and groups count for whom they cover and for nobody else")
    void coverage() {
        Ground.Pair pair = ground.pair();
        Ground.Pair other = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        GroupView sources = groups.create(operator, pair.sourceId(), Ground.name(), "Nhóm nguồn");
        groups.add(operator, sources.id(), pair.sourceId());
        GroupView destinations = groups.create(operator, pair.destinationId(), Ground.name(), "Nhóm đích");
        groups.add(operator, destinations.id(), pair.destinationId());
        assertThat(maySend(pair)).isFalse();
        AccessRightView group = approved(right(
                new PartyInput(Kind.GROUP, sources.code()), new PartyInput(Kind.GROUP, destinations.code()), null));
        assertThat(maySend(pair)).isTrue();
        assertThat(maySend(other)).isFalse();
        groups.remove(operator, sources.id(), pair.sourceId());
        assertThat(maySend(pair)).isFalse();
        groups.add(operator, sources.id(), pair.sourceId());
        requests.withdraw(operator, group.id(), null, REASON);
        assertThat(maySend(pair)).isFalse();

        String sender = applications.find(operator, pair.sender()).row().code();
        String receiver = applications.find(operator, pair.receiver()).row().code();
        approved(right(new PartyInput(Kind.APPLICATION, sender), new PartyInput(Kind.APPLICATION, receiver), null));
        assertThat(maySend(pair)).isTrue();
        assertThat(rights.maySend(ground.application(pair.sourceId()), pair.destinationId(), pair.receiver(), "file"))
                .isFalse();
        assertThat(rights.maySend(pair.sender(), pair.destinationId(), pair.sender(), "file"))
                .isFalse();
        assertThat(rights.maySend(pair.sender(), pair.destinationId(), pair.receiver(), "edoc"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "of many requests at once exactly as many as the quota are granted, the others are told when it opens again")
    void quota() throws Exception {
        Ground.Pair pair = ground.pair();
        AccessRightView given = approved(agencies(pair, 5));
        List<String> outcomes = Parallel.outcomes(executor, 12, () -> String.valueOf(maySend(pair)));
        assertThat(Collections.frequency(outcomes, "true")).isEqualTo(5);
        assertThat(Collections.frequency(outcomes, ErrorCode.QUOTA_USED_UP.code()))
                .isEqualTo(7);
        assertThatThrownBy(() -> maySend(pair))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.arguments())
                        .startsWith(given.id(), 5));
        Staff auditor = people.somebody(Role.AUDITOR, PROVINCE);
        assertThat(requests.find(auditor, given.id()).usedToday()).isEqualTo(5);
        Verdict verdict = rights.explain(auditor, pair.sender(), pair.destinationId(), "file", null);
        assertThat(verdict.nearMisses()).singleElement().satisfies(miss -> assertThat(miss.obstacles())
                .containsExactly(Obstacle.QUOTA_USED_UP));
        ground.right(pair.sender(), pair.destinationId(), "file");
        assertThat(maySend(pair)).as("a right without a quota goes before").isTrue();
    }

    @Test
    @DisplayName("an application sends only what it is registered to send")
    void listedTypes() {
        Ground.Pair pair = ground.pair();
        ground.right(pair.sender(), pair.destinationId(), "file");
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        int version = applications.find(operator, pair.sender()).version();
        int next = applications
                .change(operator, pair.sender(), version, Ground.input("Chỉ văn bản", true, Set.of("edoc")))
                .version();
        assertRefused(ErrorCode.SOURCE_CANNOT_SEND, () -> maySend(pair));
        assertThat(rights.explain(operator, pair.sender(), pair.destinationId(), "file", null)
                        .obstacles())
                .containsExactly(Obstacle.SOURCE_TYPE_NOT_LISTED);
        applications.change(operator, pair.sender(), next, Ground.input("Chỉ nhận", false, Set.of()));
        assertRefused(ErrorCode.SOURCE_CANNOT_SEND, () -> maySend(pair));
    }

    @Test
    @DisplayName("why or why not is explained for both ends, with every near miss")
    void explained() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        Verdict nothing = rights.explain(operator, pair.sender(), pair.destinationId(), "file", null);
        assertThat(nothing.allowed()).isFalse();
        assertThat(nothing.obstacles()).containsExactly(Obstacle.NO_RIGHT);
        AccessRightView waiting = requests.request(operator, agencies(pair, null));
        UUID otherType = ground.right(pair.sender(), pair.destinationId(), "edoc");
        Staff destination = people.somebody(Role.AGENCY, pair.destination());
        Verdict near = rights.explain(destination, pair.sender(), pair.destinationId(), "file", null);
        assertThat(near.nearMisses()).extracting(miss -> miss.right().id()).contains(waiting.id(), otherType);
        assertThat(near.nearMisses())
                .extracting(miss -> miss.obstacles().get(0))
                .containsExactlyInAnyOrder(Obstacle.NOT_APPROVED_YET, Obstacle.OTHER_TYPE);
        requests.approve(people.member(PROVINCE, Role.APPROVER).staff(), waiting.id(), null, null);
        Verdict allowed = rights.explain(destination, pair.sender(), pair.destinationId(), "file", null);
        assertThat(allowed.allowed()).isTrue();
        assertThat(allowed.rightId()).isEqualTo(waiting.id());
        applications.suspend(operator, pair.sender(), null, REASON);
        assertThat(rights.explain(destination, pair.sender(), pair.destinationId(), "file", null)
                        .obstacles())
                .containsExactly(Obstacle.SOURCE_NOT_ACTIVE);
        Staff stranger = people.somebody(Role.AGENCY, ELSEWHERE);
        assertRefused(
                ErrorCode.NOT_FOUND, () -> rights.explain(stranger, pair.sender(), pair.destinationId(), "file", null));
    }

    @Test
    @DisplayName("a right to call an operation is explained like one to send, and ends with the service")
    void operations() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        var service = services.add(
                operator,
                pair.receiver(),
                new ServiceInput(
                        Ground.name(), "Tra cứu", null, null, List.of(new OperationInput("lookup", "Tra cứu"))));
        UUID operation = service.operations().get(0).id();
        approved(new NewAccessRight(
                new PartyInput(Kind.AGENCY, pair.source()),
                new PartyInput(Kind.AGENCY, pair.destination()),
                null,
                operation,
                null,
                null,
                null,
                null,
                null));
        assertThat(rights.explain(operator, pair.sender(), pair.destinationId(), null, operation)
                        .allowed())
                .isTrue();
        assertThat(maySend(pair)).isFalse();
        services.withdrawOperation(operator, service.id(), operation, null, REASON);
        assertThat(rights.explain(operator, pair.sender(), pair.destinationId(), null, operation)
                        .obstacles())
                .containsExactly(Obstacle.OPERATION_WITHDRAWN);
        assertThatThrownBy(() -> requests.request(
                        operator,
                        new NewAccessRight(
                                new PartyInput(Kind.AGENCY, pair.source()),
                                new PartyInput(Kind.AGENCY, pair.destination()),
                                null,
                                operation,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.fields())
                        .extracting(LgspException.FieldError::reason)
                        .containsExactly("operation-withdrawn"));
        services.close(operator, service.id(), null, REASON);
        assertThat(rights.explain(operator, pair.sender(), pair.destinationId(), null, operation)
                        .obstacles())
                .containsExactly(Obstacle.SERVICE_CLOSED);
    }

    @Test
    @DisplayName("all that is wrong with a request is told at once")
    void invalidRequests() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        NewAccessRight wrong = new NewAccessRight(
                new PartyInput(Kind.AGENCY, "999.99.99.X00"),
                new PartyInput(Kind.APPLICATION, "khong-co"),
                "khong-co",
                null,
                null,
                Instant.EPOCH,
                0,
                "x".repeat(201),
                null);
        assertThatThrownBy(() -> requests.request(operator, wrong))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.fields())
                        .extracting(LgspException.FieldError::field)
                        .containsExactlyInAnyOrder(
                                "source", "destination", "dataType", "validTo", "dailyQuota", "document"));
        PartyInput same = new PartyInput(Kind.AGENCY, pair.source());
        assertRefused(ErrorCode.REQUEST_INVALID, () -> requests.request(operator, right(same, same, null)));
    }

    @Test
    @DisplayName(
            "the list shows either end its rights, narrowed by side, state and application; the matrix the same in short")
    void lists() {
        Ground.Pair pair = ground.pair();
        AccessRightView given = approved(agencies(pair, null));
        Staff destination = people.somebody(Role.AGENCY, pair.destination());
        assertThat(requests.list(destination, AccessRightFilter.all(10)))
                .extracting(AccessRightView::id)
                .containsExactly(given.id());
        AccessRightFilter mine = new AccessRightFilter(
                AccessRightState.APPROVED, pair.destinationId(), Side.DESTINATION, pair.sender(), "file", null, 10);
        assertThat(requests.list(destination, mine)).hasSize(1);
        AccessRightFilter reverse =
                new AccessRightFilter(null, pair.destinationId(), Side.SOURCE, null, null, null, 10);
        assertThat(requests.list(destination, reverse)).isEmpty();
        AccessRightFilter older = new AccessRightFilter(null, null, null, null, null, given.id(), 10);
        assertThat(requests.list(destination, older)).isEmpty();
        assertThat(requests.list(people.somebody(Role.AGENCY, ELSEWHERE), mine)).isEmpty();
        assertThat(requests.matrix(destination, List.of(pair.sourceId(), pair.destinationId()), null))
                .containsExactly(new AccessRequests.Cell(pair.sourceId(), pair.destinationId(), true, false));
        assertThat(requests.matrix(
                        people.somebody(Role.AGENCY, ELSEWHERE), List.of(pair.sourceId(), pair.destinationId()), null))
                .isEmpty();
    }

    @Test
    @DisplayName("groups belong to their agency: others see them and change nothing")
    void groupsOfAnAgency() {
        Ground.Pair pair = ground.pair();
        Staff agency = people.somebody(Role.AGENCY, pair.source());
        GroupView made = groups.create(agency, pair.sourceId(), Ground.name(), "Nhóm");
        assertThat(groups.add(agency, made.id(), pair.sourceId()).members())
                .extracting(GroupView.Member::id)
                .containsExactly(pair.sourceId());
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.add(agency, made.id(), pair.destinationId()));
        assertRefused(ErrorCode.EDIT_CONFLICT, () -> groups.rename(agency, made.id(), 99, "Khác"));
        assertThat(groups.rename(agency, made.id(), null, "Khác").name()).isEqualTo("Khác");
        Staff stranger = people.somebody(Role.AGENCY, ELSEWHERE);
        assertThat(groups.find(stranger, made.id()).members()).hasSize(1);
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.rename(stranger, made.id(), null, "Của tôi"));
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.remove(stranger, made.id(), pair.sourceId()));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> groups.create(agency, pair.sourceId(), made.code(), "Trùng"));
        assertRefused(
                ErrorCode.FORBIDDEN,
                () -> groups.create(people.somebody(Role.AUDITOR, PROVINCE), pair.sourceId(), Ground.name(), "X"));
        assertRefused(ErrorCode.FORBIDDEN, () -> groups.list(people.somebody(Role.EXECUTIVE, PROVINCE), null, 5));
    }

    @Test
    @DisplayName("each role may do what the table of rights says; out of reach nothing exists")
    void table() {
        Ground.Pair pair = ground.pair();
        UUID id = approved(agencies(pair, null)).id();
        Map<Right, Map<String, Step>> acts = new LinkedHashMap<>();
        acts.put(
                Right.ACCESS_READ,
                Map.of(
                        "find",
                        (staff, about) -> requests.find(staff, about),
                        "choices",
                        (staff, about) -> requests.choices(staff, about),
                        "explain",
                        (staff, about) -> rights.explain(
                                staff,
                                about.equals(id) ? pair.sender() : UUID.randomUUID(),
                                pair.destinationId(),
                                "file",
                                null)));
        acts.put(
                Right.ACCESS_APPROVE,
                Map.of(
                        "approve", (staff, about) -> requests.approve(staff, about, null, null),
                        "refuse", (staff, about) -> requests.refuse(staff, about, null, REASON)));
        acts.put(
                Right.ACCESS_WITHDRAW,
                Map.of("withdraw", (staff, about) -> requests.withdraw(staff, about, 99, REASON)));
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
            Step request = (staff, x) -> requests.request(staff, agencies(pair, 0));
            boolean asks = Right.ACCESS_REQUEST.heldBy(role);
            assertThat(outcome(request, province, id)).isEqualTo(asks ? "REQUEST_INVALID" : "FORBIDDEN");
            Step foreign = (staff, x) -> requests.request(staff, agencies(pair, 1));
            assertThat(outcome(foreign, stranger, id)).isEqualTo(asks ? "NOT_FOUND" : "FORBIDDEN");
            Step list = (staff, x) -> requests.list(staff, AccessRightFilter.all(1));
            assertThat(outcome(list, province, id)).isEqualTo(Right.ACCESS_READ.heldBy(role) ? "done" : "FORBIDDEN");
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
}
