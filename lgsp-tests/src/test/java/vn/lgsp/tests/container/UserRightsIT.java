package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.ADDRESS;
import static vn.lgsp.tests.container.People.BELOW_OFFICE;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.OFFICE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.People.about;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.lgsp.sso.boundary.NewGrant;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.NewUser;
import vn.lgsp.sso.boundary.OneTimeLink;
import vn.lgsp.sso.boundary.Order;
import vn.lgsp.sso.boundary.StaffSessions;
import vn.lgsp.sso.boundary.UserActs;
import vn.lgsp.sso.boundary.UserDetails;
import vn.lgsp.sso.boundary.UserFilter;
import vn.lgsp.sso.boundary.UserRow;
import vn.lgsp.sso.boundary.Users;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Who may see and change which users")
class UserRightsIT {
    private static final String REASON = "kiểm thử";

    @Inject
    private People people;

    @Inject
    private Users users;

    @Inject
    private UserActs acts;

    @Inject
    private StaffSessions sessions;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    /** One act of a boundary, by somebody, about somebody. */
    private interface Act {
        void by(Staff staff, UUID about);
    }

    private Map<String, Act> reading() {
        Map<String, Act> reading = new LinkedHashMap<>();
        reading.put("find", (staff, id) -> users.find(staff, id));
        reading.put("sessions", (staff, id) -> users.sessions(staff, id));
        reading.put("events", (staff, id) -> users.events(staff, id, null, 10));
        return reading;
    }

    private Map<String, Act> changing() {
        Map<String, Act> changing = new LinkedHashMap<>();
        changing.put("inviteAgain", (staff, id) -> acts.inviteAgain(staff, order(id)));
        changing.put("lock", (staff, id) -> acts.lock(staff, order(id)));
        changing.put("unlock", (staff, id) -> acts.unlock(staff, order(id)));
        changing.put("changeGrants", (staff, id) -> acts.changeGrants(staff, order(id), List.of()));
        changing.put("endSession", (staff, id) -> acts.endSession(staff, order(id), UUID.randomUUID()));
        changing.put("endSessions", (staff, id) -> acts.endSessions(staff, order(id)));
        changing.put("resetPassword", (staff, id) -> acts.resetPassword(staff, order(id)));
        changing.put("resetSecondFactor", (staff, id) -> acts.resetSecondFactor(staff, order(id)));
        changing.put("disable", (staff, id) -> acts.disable(staff, order(id)));
        changing.put("enable", (staff, id) -> acts.enable(staff, order(id)));
        return changing;
    }

    private static Order order(UUID id) {
        return new Order(id, null, REASON, ADDRESS);
    }

    @Test
    @DisplayName("each role may do what the table of rights says, and nothing else")
    void rightsMatrix() {
        UUID target = people.member(OFFICE, Role.AGENCY).staff().accountId();
        for (Role role : Role.values()) {
            Staff staff = people.somebody(role, PROVINCE);
            boolean reads = Right.USERS_READ.heldBy(role);
            boolean changes = Right.USERS_CHANGE.heldBy(role);
            reading().forEach((name, act) -> assertMay(reads, role + " " + name, staff, target, act));
            assertMay(reads, role + " list", staff, target, (who, id) -> users.list(who, everybody(10)));
            assertMay(reads, role + " holders", staff, target, (who, id) -> users.holders(who));
            assertMay(
                    changes,
                    role + " invite",
                    staff,
                    target,
                    (who, id) -> users.invite(who, newUser(People.newName(), OFFICE), ADDRESS));
            changing().forEach((name, act) -> assertMay(changes, role + " " + name, staff, target, act));
        }
    }

    /** Whether the right is asked for and found; the state of the target may then still forbid the act. */
    private static void assertMay(boolean may, String what, Staff staff, UUID about, Act act) {
        ErrorCode refusal = null;
        try {
            act.by(staff, about);
        } catch (LgspException e) {
            refusal = e.code();
        }
        if (may) {
            assertThat(refusal).as(what).isNotEqualTo(ErrorCode.FORBIDDEN);
        } else {
            assertThat(refusal).as(what).isEqualTo(ErrorCode.FORBIDDEN);
        }
    }

    @Test
    @DisplayName("users of other agencies do not exist for an administrator of an office; those below the office do")
    void otherAgencies() {
        Staff office = people.somebody(Role.ADMIN, OFFICE);
        UUID stranger = people.member(ELSEWHERE, Role.AGENCY).staff().accountId();
        reading().values().forEach(act -> assertRefused(ErrorCode.NOT_FOUND, () -> act.by(office, stranger)));
        changing().values().forEach(act -> assertRefused(ErrorCode.NOT_FOUND, () -> act.by(office, stranger)));
        assertRefused(ErrorCode.NOT_FOUND, () -> users.find(office, UUID.randomUUID()));

        Staff below = people.member(BELOW_OFFICE, Role.DEVELOPER).staff();
        UserDetails seen = users.find(office, below.accountId());
        assertThat(seen.changeable()).isTrue();
        assertThat(seen.grants()).extracting(UserDetails.Grant::agencyCode).containsExactly(BELOW_OFFICE);
        acts.lock(office, about(below, REASON));
        assertThat(users.list(office, everybody(500)))
                .extracting(UserRow::agencyCode)
                .contains(BELOW_OFFICE)
                .allMatch(code -> code.equals(OFFICE) || code.endsWith(".12.H23"));
    }

    @Test
    @DisplayName("whoever works in the office but holds a role above it cannot be taken over from there")
    void rolesAbove() {
        String name = People.newName();
        OneTimeLink link = users.invite(
                people.administrator(),
                new NewUser(name, "Người Của Tỉnh", null, OFFICE, List.of(new NewGrant(Role.ADMIN, PROVINCE))),
                ADDRESS);
        Staff office = people.somebody(Role.ADMIN, OFFICE);
        assertThat(users.find(office, link.accountId()).changeable()).isFalse();
        changing()
                .values()
                .forEach(act -> assertRefused(ErrorCode.ACCOUNT_OUT_OF_REACH, () -> act.by(office, link.accountId())));
    }

    @Test
    @DisplayName("roles are given within the own subtree only, by invitation and by change")
    void grantsWithin() {
        Staff office = people.somebody(Role.ADMIN, OFFICE);
        NewUser above = new NewUser(
                People.newName(), "Nguyễn Văn A", null, OFFICE, List.of(new NewGrant(Role.AUDITOR, PROVINCE)));
        assertRefused(ErrorCode.ACCOUNT_OUT_OF_REACH, () -> users.invite(office, above, ADDRESS));
        assertRefused(
                ErrorCode.ACCOUNT_OUT_OF_REACH,
                () -> users.invite(office, newUser(People.newName(), ELSEWHERE), ADDRESS));
        Staff member = people.member(OFFICE, Role.AGENCY).staff();
        assertRefused(
                ErrorCode.ACCOUNT_OUT_OF_REACH,
                () -> acts.changeGrants(office, about(member, null), List.of(new NewGrant(Role.ADMIN, ELSEWHERE))));
        acts.changeGrants(
                office,
                about(member, null),
                List.of(new NewGrant(Role.AGENCY, BELOW_OFFICE), new NewGrant(Role.ADMIN, OFFICE)));
        assertThat(users.find(office, member.accountId()).grants())
                .extracting(UserDetails.Grant::role)
                .containsExactly(Role.ADMIN, Role.AGENCY);
    }

    @Test
    @DisplayName("a withdrawn role ends with the next request of the session that lasts")
    void grantsCountAtOnce() {
        NewSession session = people.member(PROVINCE, Role.AUDITOR);
        assertThat(sessions.find(session.token()).orElseThrow().staff().holds(Role.AUDITOR))
                .isTrue();
        acts.changeGrants(people.administrator(), about(session.staff(), null), List.of());
        assertThat(sessions.find(session.token()).orElseThrow().staff().grants())
                .isEmpty();
    }

    @Test
    @DisplayName("nobody changes the own account here")
    void ownAccount() {
        Staff admin = people.administrator();
        changing()
                .values()
                .forEach(act -> assertRefused(ErrorCode.OWN_ACCOUNT, () -> act.by(admin, admin.accountId())));
        assertThat(users.find(admin, admin.accountId()).changeable()).isFalse();
    }

    private static UserFilter everybody(int limit) {
        return new UserFilter(null, null, null, null, null, limit);
    }

    private static NewUser newUser(String username, String agency) {
        return new NewUser(
                username, "Nguyễn Văn A", "a@example.vn", agency, List.of(new NewGrant(Role.AGENCY, agency)));
    }
}
