package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.model.registry.RightParty.Kind;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.GroupEvent;
import vn.lgsp.registry.boundary.GroupEvent.Act;
import vn.lgsp.registry.boundary.GroupFilter;
import vn.lgsp.registry.boundary.GroupRow;
import vn.lgsp.registry.boundary.GroupView;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.registry.boundary.NewAccessRight;
import vn.lgsp.registry.boundary.PartyInput;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.registry.boundary.Verdict;
import vn.lgsp.registry.boundary.Verdict.Obstacle;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Groups of agencies: joining one that has rights takes two people")
class GroupsIT {
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
    private Groups groups;

    @Inject
    private Registration registration;

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Reorganisations reorganisations;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    /** A group of the source's that has a right to send to the destination, with nobody in it. */
    private GroupView sendingGroup(Staff operator, Ground.Pair pair) {
        GroupView group = groups.create(operator, pair.sourceId(), Ground.name(), "Nhóm Nguồn");
        granted(operator, new PartyInput(Kind.GROUP, group.code()), new PartyInput(Kind.AGENCY, pair.destination()));
        return group;
    }

    private AccessRightView granted(Staff operator, PartyInput source, PartyInput destination) {
        AccessRightView asked = requests.request(
                operator, new NewAccessRight(source, destination, "file", null, null, null, null, null, null));
        return requests.approve(people.member(PROVINCE, Role.APPROVER).staff(), asked.id(), null, null);
    }

    private boolean maySend(Ground.Pair pair) {
        return rights.maySend(pair.sender(), pair.destinationId(), pair.receiver(), "file");
    }

    private static List<UUID> pending(GroupView group) {
        return group.pending().stream().map(one -> one.agency().id()).toList();
    }

    @Test
    @DisplayName("an agency that joins has no right before somebody else approved, and has it from then on")
    void joining() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        GroupView group = sendingGroup(operator, pair);
        GroupView asked = groups.add(operator, group.id(), pair.sourceId());
        assertThat(asked.members()).isEmpty();
        assertThat(pending(asked)).containsExactly(pair.sourceId());
        assertThat(asked.pending().get(0).requestedBy()).isEqualTo(operator.username());
        assertThat(asked.version()).isGreaterThan(group.version());
        assertThat(maySend(pair)).as("who waits may not send").isFalse();
        Verdict why = rights.explain(approver, pair.sender(), pair.destinationId(), "file", null);
        assertThat(why.allowed()).isFalse();
        assertThat(why.nearMisses()).singleElement().satisfies(miss -> assertThat(miss.obstacles())
                .containsExactly(Obstacle.JOINING_NOT_APPROVED));
        assertThat(groups.add(operator, group.id(), pair.sourceId()).pending())
                .as("asked for once")
                .hasSize(1);
        assertRefused(
                ErrorCode.EDIT_CONFLICT, () -> groups.approve(approver, group.id(), pair.sourceId(), group.version()));
        assertThat(maySend(pair)).isFalse();
        GroupView joined = groups.approve(approver, group.id(), pair.sourceId(), asked.version());
        assertThat(joined.members()).extracting(GroupView.Member::id).containsExactly(pair.sourceId());
        assertThat(joined.pending()).isEmpty();
        assertThat(maySend(pair)).isTrue();
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.approve(approver, group.id(), pair.sourceId(), null));
        groups.remove(operator, group.id(), pair.sourceId());
        assertThat(maySend(pair)).isFalse();
        assertThat(pending(groups.add(operator, group.id(), pair.sourceId())))
                .as("who left joins anew")
                .containsExactly(pair.sourceId());
        assertThat(maySend(pair)).isFalse();
        assertThat(groups.history(approver, group.id(), 20))
                .extracting(GroupEvent::act)
                .containsExactly(Act.JOIN_REQUESTED, Act.REMOVED, Act.JOIN_APPROVED, Act.JOIN_REQUESTED, Act.CREATED);
    }

    @Test
    @DisplayName("nobody approves what the person asked for, whatever roles the person holds")
    void ownRequest() {
        Ground.Pair pair = ground.pair();
        Staff both = people.member(PROVINCE, Role.OPERATOR, Role.APPROVER).staff();
        GroupView group = sendingGroup(both, pair);
        groups.add(both, group.id(), pair.sourceId());
        assertRefused(ErrorCode.OWN_REQUEST, () -> groups.approve(both, group.id(), pair.sourceId(), null));
        assertRefused(ErrorCode.OWN_REQUEST, () -> groups.refuse(both, group.id(), pair.sourceId(), null, REASON));
        assertThat(groups.choices(both, group.id())).isEqualTo(new Groups.Choices(true, Set.of()));
        assertThat(maySend(pair)).isFalse();
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        assertThat(groups.choices(approver, group.id())).isEqualTo(new Groups.Choices(false, Set.of(pair.sourceId())));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> groups.refuse(approver, group.id(), pair.sourceId(), null, " "));
        GroupView refused = groups.refuse(approver, group.id(), pair.sourceId(), null, REASON);
        assertThat(refused.pending()).isEmpty();
        assertThat(refused.members()).isEmpty();
        assertThat(maySend(pair)).isFalse();
        assertThat(groups.history(approver, group.id(), 1)).singleElement().satisfies(line -> {
            assertThat(line.act()).isEqualTo(Act.JOIN_REFUSED);
            assertThat(line.reason()).isEqualTo(REASON);
            assertThat(line.agency().id()).isEqualTo(pair.sourceId());
        });
    }

    @Test
    @DisplayName("whoever approves must approve for every destination that the agency could then send to")
    void everyDestination() {
        Ground.Pair pair = ground.pair();
        Ground.Pair other = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        GroupView group = sendingGroup(operator, pair);
        granted(operator, new PartyInput(Kind.GROUP, group.code()), new PartyInput(Kind.AGENCY, other.destination()));
        groups.add(operator, group.id(), pair.sourceId());
        Staff one = people.somebody(Role.APPROVER, pair.destination());
        assertRefused(ErrorCode.NOT_FOUND, () -> groups.approve(one, group.id(), pair.sourceId(), null));
        assertThat(groups.choices(one, group.id()).decide()).isEmpty();
        assertRefused(
                ErrorCode.FORBIDDEN,
                () -> groups.approve(people.somebody(Role.OPERATOR, PROVINCE), group.id(), pair.sourceId(), null));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> groups.approve(people.somebody(Role.APPROVER, ELSEWHERE), group.id(), pair.sourceId(), null));
        assertThat(maySend(pair)).isFalse();
        assertThat(groups.approve(people.somebody(Role.APPROVER, PROVINCE), group.id(), pair.sourceId(), null)
                        .members())
                .hasSize(1);
        assertThat(maySend(pair)).isTrue();
    }

    @Test
    @DisplayName("becoming a destination takes two people too; the one who approves does so for the agency itself")
    void destinations() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        GroupView group = groups.create(operator, pair.destinationId(), Ground.name(), "Nhóm đích");
        granted(operator, new PartyInput(Kind.AGENCY, pair.source()), new PartyInput(Kind.GROUP, group.code()));
        groups.add(operator, group.id(), pair.destinationId());
        assertThat(maySend(pair)).isFalse();
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> groups.approve(
                        people.somebody(Role.APPROVER, pair.source()), group.id(), pair.destinationId(), null));
        groups.approve(people.somebody(Role.APPROVER, pair.destination()), group.id(), pair.destinationId(), null);
        assertThat(maySend(pair)).isTrue();
    }

    @Test
    @DisplayName("without a right in force agencies join at once; what waited goes when it is taken back or taken in")
    void withoutRights() {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        GroupView group = groups.create(operator, pair.sourceId(), Ground.name(), "Nhóm");
        assertThat(groups.add(operator, group.id(), pair.sourceId()).members()).hasSize(1);
        AccessRightView right = granted(
                operator, new PartyInput(Kind.GROUP, group.code()), new PartyInput(Kind.AGENCY, pair.destination()));
        assertThat(maySend(pair))
                .as("who was there when the right was approved")
                .isTrue();
        Ground.Pair other = ground.pair();
        groups.add(operator, group.id(), other.sourceId());
        assertThat(groups.search(operator, new GroupFilter(null, other.sourceId(), true, null, 10)))
                .extracting(GroupRow::id, GroupRow::members, GroupRow::pending, GroupRow::rights)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(group.id(), 1L, 1L, 1L));
        assertThat(groups.remove(operator, group.id(), other.sourceId()).pending())
                .isEmpty();
        groups.add(operator, group.id(), other.sourceId());
        requests.withdraw(operator, right.id(), null, REASON);
        GroupView taken = groups.add(operator, group.id(), other.sourceId());
        assertThat(taken.members()).hasSize(2);
        assertThat(taken.pending()).isEmpty();
        assertThat(groups.search(operator, new GroupFilter("nhom", pair.sourceId(), false, null, 10)))
                .extracting(GroupRow::id)
                .containsExactly(group.id());
        assertThat(groups.search(operator, new GroupFilter("%", null, false, null, 10)))
                .isEmpty();
        assertRefused(
                ErrorCode.FORBIDDEN,
                () -> groups.search(
                        people.somebody(Role.EXECUTIVE, PROVINCE), new GroupFilter(null, null, false, null, 1)));
    }

    @Test
    @DisplayName("two people who approve at once: one does, the other finds nothing that waits")
    void atOnce() throws Exception {
        Ground.Pair pair = ground.pair();
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        GroupView group = sendingGroup(operator, pair);
        groups.add(operator, group.id(), pair.sourceId());
        Staff one = people.somebody(Role.APPROVER, PROVINCE);
        Staff two = people.somebody(Role.APPROVER, PROVINCE);
        assertThat(Parallel.refusals(
                        executor,
                        () -> groups.approve(one, group.id(), pair.sourceId(), null),
                        () -> groups.refuse(two, group.id(), pair.sourceId(), null, REASON)))
                .containsExactly(ErrorCode.NOT_FOUND);
        assertThat(groups.find(operator, group.id()).pending()).isEmpty();
    }

    @Test
    @DisplayName("what a reorganisation puts in the place of a member joins, is noted, and leaves when it is undone")
    void inherited() {
        String office = "H23.T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
        String heir = office + ".02";
        Map<String, UUID> ids = registration.agencies(
                List.of(
                        new NewAgency(office, office, "Sở thử", "Sở", PROVINCE),
                        new NewAgency(office + ".01", office + ".01", "Trung tâm Một", "Trung tâm", office),
                        new NewAgency(heir, heir, "Trung tâm Hai", "Trung tâm", office)),
                false,
                Instant.parse("2024-05-20T00:00:00Z"));
        UUID ending = ids.get(office + ".01");
        Staff operator = people.member(PROVINCE, Role.OPERATOR).staff();
        Staff approver = people.member(PROVINCE, Role.APPROVER).staff();
        GroupView group = groups.create(operator, ids.get(office), Ground.name(), "Nhóm");
        groups.add(operator, group.id(), ending);
        ReorganisationStep dissolved = ReorganisationStep.dissolve(List.of(office + ".01"), heir);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        UUID id = acts.draft(
                operator,
                new ReorganisationDraft(
                        "Giải thể " + office, office, "12/QĐ-UBND", today, today, 0, List.of(dissolved)));
        acts.attach(operator, id, "quyết-định.pdf", "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8));
        acts.submit(operator, id);
        acts.accept(operator, id);
        acts.approve(approver, id);
        ReorganisationView request = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> reorganisations.find(operator, id), view -> view.state() != ReorganisationState.APPROVED);
        assertThat(request.state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(groups.find(operator, group.id()).members())
                .extracting(GroupView.Member::id)
                .contains(ids.get(heir));
        assertThat(groups.history(operator, group.id(), 1)).singleElement().satisfies(line -> {
            assertThat(line.act()).isEqualTo(Act.INHERITED);
            assertThat(line.actor()).isEqualTo(approver.username());
            assertThat(line.agency().id()).isEqualTo(ids.get(heir));
            assertThat(line.reason()).isEqualTo(request.number());
        });
        acts.undo(approver, id, REASON);
        assertThat(groups.find(operator, group.id()).members())
                .extracting(GroupView.Member::id)
                .containsExactly(ending);
    }
}
