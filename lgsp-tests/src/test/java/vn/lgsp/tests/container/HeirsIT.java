package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationHeir.Subject;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Who inherits what, where a request says otherwise than the rule")
class HeirsIT {
    @Inject
    private Upheavals upheavals;

    @Inject
    private Registration registration;

    @Inject
    private Directory directory;

    @Inject
    private Reorganisations requests;

    @Inject
    private ReorganisationActs acts;

    @Inject
    private AccessRights rights;

    @Inject
    private AccessKeys keys;

    @Inject
    private Demonstration demonstration;

    @Inject
    private People people;

    private String top;
    private UUID moved;
    private UUID byRule;
    private UUID ended;
    private UUID key;
    private UUID right;
    private UUID office;
    private Staff clerk;
    private Staff porter;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @BeforeEach
    void enter() {
        top = upheavals.tree();
        moved = application(".31.21");
        byRule = application(".31.21");
        ended = application(".31.21");
        key = keys.issueByPlatform(byRule).id();
        office = application(".12");
        right = registration.right(office, agency(".31.21"), "file");
        clerk = people.member(top + ".31.21", Role.AGENCY).staff();
        porter = people.member(top + ".31.21", Role.AGENCY).staff();
    }

    private UUID agency(String tail) {
        return directory.byCode(top + tail).orElseThrow().id();
    }

    private UUID application(String tail) {
        return registration.activeApplication(Ground.name(), "Thử", agency(tail), Environment.TEST, true, true);
    }

    private ReorganisationDraft merger(ReorganisationHeir... heirs) {
        return Upheavals.draft(
                        top,
                        Upheavals.today(),
                        0,
                        ReorganisationStep.mergeInto(
                                List.of(top + ".31.21", top + ".31.22"), top + ".101", null, "Xã Nhập", "Xã", top))
                .withHeirs(List.of(heirs));
    }

    private ReorganisationHeir heir(Subject subject, UUID thing, String tail) {
        return new ReorganisationHeir(subject, thing, tail == null ? null : top + tail);
    }

    private String agencyOf(UUID application) {
        return directory.application(application).orElseThrow().agencyName();
    }

    private String text(String sql, UUID id) {
        return demonstration.text(sql, id);
    }

    @Test
    @DisplayName(
            "an application, an account and a right go elsewhere, an application and a key end; undone, all is as before")
    void chosen() {
        Staff operator = upheavals.operator();
        ReorganisationDraft draft = merger(
                heir(Subject.APPLICATION, moved, ".12"),
                heir(Subject.APPLICATION, ended, null),
                heir(Subject.KEY, key, null),
                heir(Subject.ACCOUNT, clerk.accountId(), ".31"),
                heir(Subject.ACCOUNT, porter.accountId(), null),
                heir(Subject.RIGHT, right, ".12"));
        UUID id = upheavals.accepted(draft);
        assertThat(requests.heirs(operator, id)).hasSize(6).containsAll(draft.heirs());
        assertThat(requests.impact(operator, id).problems()).isEmpty();
        assertThat(requests.things(operator, id))
                .extracting(
                        ReorganisationThing::subject,
                        ReorganisationThing::id,
                        ReorganisationThing::chosen,
                        ReorganisationThing::heirName)
                .containsExactlyInAnyOrder(
                        tuple(Subject.APPLICATION, moved, true, "Sở thử"),
                        tuple(Subject.APPLICATION, byRule, false, "Xã Nhập"),
                        tuple(Subject.APPLICATION, ended, true, null),
                        tuple(Subject.KEY, key, true, null),
                        tuple(Subject.ACCOUNT, clerk.accountId(), true, "Huyện thử"),
                        tuple(Subject.ACCOUNT, porter.accountId(), true, null),
                        tuple(Subject.RIGHT, right, true, "Sở thử"));

        acts.approve(upheavals.approver(), id);
        ReorganisationView request = upheavals.ended(id);

        assertThat(request.state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(requests.things(operator, id))
                .extracting(
                        ReorganisationThing::subject,
                        ReorganisationThing::id,
                        ReorganisationThing::heirName,
                        ReorganisationThing::agencyName)
                .containsExactlyInAnyOrder(
                        tuple(Subject.APPLICATION, moved, "Sở thử", "Xã Một"),
                        tuple(Subject.APPLICATION, ended, null, "Xã Một"),
                        tuple(Subject.KEY, key, null, "Xã Một"),
                        tuple(Subject.ACCOUNT, clerk.accountId(), "Huyện thử", "Xã Một"),
                        tuple(Subject.ACCOUNT, porter.accountId(), null, "Xã Một"),
                        tuple(Subject.RIGHT, right, "Sở thử", "Xã Một"));
        assertThat(agencyOf(moved)).isEqualTo("Sở thử");
        assertThat(agencyOf(byRule)).isEqualTo("Xã Nhập");
        assertThat(text("select state from application where id = ?1", ended)).isEqualTo("RETIRED");
        assertThat(text("select revoked_at is not null from access_key where id = ?1", key))
                .isEqualTo("true");
        assertThat(people.signIn(clerk.username()).staff()).satisfies(now -> {
            assertThat(now.agencyId()).isEqualTo(agency(".31"));
            assertThat(now.grants()).containsExactly(new Staff.Grant(Role.AGENCY, agency(".31")));
        });
        assertThat(text("select count(*) from account_role where account_id = ?1", porter.accountId()))
                .isEqualTo("0");
        assertThat(rights.mayGoOn(office, agency(".12"), moved, "file")).isTrue();
        assertThat(rights.mayGoOn(office, agency(".101"), byRule, "file")).isFalse();

        acts.undo(upheavals.approver(), id, "kiểm thử");

        assertThat(List.of(agencyOf(moved), agencyOf(byRule), agencyOf(ended))).containsOnly("Xã Một");
        assertThat(text("select state from application where id = ?1", ended)).isEqualTo("ACTIVE");
        assertThat(text("select revoked_at is null from access_key where id = ?1", key))
                .isEqualTo("true");
        for (Staff person : List.of(clerk, porter)) {
            assertThat(people.signIn(person.username()).staff().grants())
                    .containsExactly(new Staff.Grant(Role.AGENCY, agency(".31.21")));
        }
        assertThat(rights.mayGoOn(office, agency(".31.21"), byRule, "file")).isTrue();
    }

    @Test
    @DisplayName("by the rule alone nothing of this happens, and a dissolved agency's things go where the request says")
    void rule() {
        UUID id = upheavals.applied(merger()).id();
        assertThat(List.of(agencyOf(moved), agencyOf(byRule), agencyOf(ended))).containsOnly("Xã Nhập");
        assertThat(text("select revoked_at is null from access_key where id = ?1", key))
                .isEqualTo("true");
        assertThat(rights.mayGoOn(office, agency(".101"), byRule, "file")).isTrue();
        acts.undo(upheavals.approver(), id, "kiểm thử");

        ReorganisationDraft dissolved = Upheavals.draft(
                        top, Upheavals.today(), 0, ReorganisationStep.dissolve(List.of(top + ".31.21"), null))
                .withHeirs(List.of(
                        heir(Subject.APPLICATION, moved, ".31.22"),
                        heir(Subject.ACCOUNT, clerk.accountId(), ".31.22")));
        assertThat(upheavals.applied(dissolved).state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(agencyOf(moved)).isEqualTo("Xã Hai");
        assertThat(text("select state from application where id = ?1", byRule)).isEqualTo("RETIRED");
        assertThat(people.signIn(clerk.username()).staff().agencyId()).isEqualTo(agency(".31.22"));
        assertThat(text("select count(*) from account_role where account_id = ?1", porter.accountId()))
                .isEqualTo("1");
    }

    @Test
    @DisplayName(
            "an heir that is nobody, that ends as well, named twice or for a key is refused; a thing that is not left is a warning")
    void refusals() {
        Staff operator = upheavals.operator();
        assertThat(reasons(merger(heir(Subject.APPLICATION, moved, ".12"), heir(Subject.APPLICATION, moved, null))))
                .containsExactly("heir-twice");
        assertThat(reasons(merger(heir(Subject.KEY, key, ".12")))).containsExactly("heir-key");
        assertThat(reasons(merger(new ReorganisationHeir(null, moved, null)))).containsExactly("required");
        UUID id = acts.draft(
                operator,
                merger(heir(Subject.APPLICATION, moved, ".99"), heir(Subject.ACCOUNT, UUID.randomUUID(), ".31.22")));
        acts.attach(operator, id, "qd.pdf", Upheavals.PDF);
        assertThat(requests.impact(operator, id).problems())
                .extracting(Problem::reason, Problem::error)
                .containsExactlyInAnyOrder(
                        tuple("heir-unknown", true), tuple("heir-ends", true), tuple("heir-nothing", false));
        assertThat(catchThrowableOfType(LgspException.class, () -> acts.submit(operator, id))
                        .fields())
                .extracting(FieldError::field)
                .containsOnly("heirs");
        ReorganisationDraft harmless = merger(heir(Subject.RIGHT, UUID.randomUUID(), ".101"));
        assertThat(upheavals.applied(harmless).state()).isEqualTo(ReorganisationState.APPLIED);
    }

    private List<String> reasons(ReorganisationDraft draft) {
        Staff operator = upheavals.operator();
        return catchThrowableOfType(LgspException.class, () -> acts.draft(operator, draft)).fields().stream()
                .map(FieldError::reason)
                .toList();
    }
}
