package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lgsp.tests.container.People.ADDRESS;
import static vn.lgsp.tests.container.People.BELOW_OFFICE;
import static vn.lgsp.tests.container.People.ELSEWHERE;
import static vn.lgsp.tests.container.People.OFFICE;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.People.about;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.job.JobHandler;
import vn.lgsp.sso.boundary.NewGrant;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.NewUser;
import vn.lgsp.sso.boundary.Order;
import vn.lgsp.sso.boundary.StaffSessions;
import vn.lgsp.sso.boundary.UserActs;
import vn.lgsp.sso.boundary.UserDetails;
import vn.lgsp.sso.boundary.UserFilter;
import vn.lgsp.sso.boundary.UserRow;
import vn.lgsp.sso.boundary.Users;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Users, as administrators see and change them")
class UsersIT {
    private static final String REASON = "kiểm thử";

    @Inject
    private People people;

    @Inject
    private Demonstration demonstration;

    @Inject
    private Users users;

    @Inject
    private UserActs acts;

    @Inject
    private StaffSessions sessions;

    @Inject
    @Any
    private Instance<JobHandler> handlers;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("whoever looked at an older revision is told, and nothing is changed")
    void lostEdits() {
        Staff admin = people.administrator();
        Staff member = people.member(OFFICE, Role.AGENCY).staff();
        int seen = users.find(admin, member.accountId()).revision();
        people.signIn(member.username());
        Order order = new Order(member.accountId(), seen, REASON, ADDRESS);
        acts.changeGrants(admin, order, List.of(new NewGrant(Role.DEVELOPER, OFFICE)));
        assertRefused(ErrorCode.EDIT_CONFLICT, () -> acts.changeGrants(admin, order, List.of()));
        assertRefused(ErrorCode.EDIT_CONFLICT, () -> acts.lock(admin, order));
        assertThat(users.find(admin, member.accountId()).grants())
                .extracting(UserDetails.Grant::role)
                .containsExactly(Role.DEVELOPER);
    }

    @Test
    @DisplayName("of two last administrators who lock each other at the same moment, one remains")
    void lastAdministrator() throws Exception {
        Staff one = people.member(PROVINCE, Role.ADMIN).staff();
        Staff other = people.member(PROVINCE, Role.ADMIN).staff();
        String hide =
                """
                update account a set disabled = true, disabled_reason = 'giấu' where not disabled
                    and cast(id as text) not in (split_part(?1, ' ', 1), split_part(?1, ' ', 2))
                    and exists (select from account_role r where r.account_id = a.id and r.role = 'ADMIN')
                """;
        demonstration.update(hide, one.accountId() + " " + other.accountId());
        try {
            Future<String> first = executor.submit(() -> outcome(() -> acts.lock(one, about(other, REASON))));
            Future<String> second = executor.submit(() -> outcome(() -> acts.disable(other, about(one, REASON))));
            assertThat(List.of(first.get(), second.get()))
                    .containsExactlyInAnyOrder("done", ErrorCode.LAST_ADMINISTRATOR.code());
        } finally {
            demonstration.update(
                    "update account set disabled = false, disabled_reason = null where disabled_reason = ?1", "giấu");
        }
        assertThat(people.administrator().username()).isEqualTo("quantri");
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (LgspException refusal) {
            return refusal.code().code();
        }
    }

    @Test
    @DisplayName("all that is wrong with an invitation is told at once")
    void invalidInvitation() {
        NewUser wrong = new NewUser(
                "Có Dấu",
                "",
                "không phải thư",
                "999",
                List.of(new NewGrant(null, OFFICE), new NewGrant(Role.ADMIN, "x")));
        assertThatThrownBy(() -> users.invite(people.administrator(), wrong, ADDRESS))
                .isInstanceOfSatisfying(LgspException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
                    assertThat(refusal.fields())
                            .extracting(LgspException.FieldError::field)
                            .containsExactly("username", "fullName", "email", "agencyCode", "grants", "grants");
                });
    }

    @Test
    @DisplayName("a user name is taken once, also by two who invite at the same moment")
    void usernameTaken() throws Exception {
        String name = People.newName();
        Staff admin = people.administrator();
        Future<String> first =
                executor.submit(() -> outcome(() -> users.invite(admin, newUser(name, OFFICE), ADDRESS)));
        Future<String> second =
                executor.submit(() -> outcome(() -> users.invite(admin, newUser(name, ELSEWHERE), ADDRESS)));
        assertThat(List.of(first.get(), second.get()))
                .containsExactlyInAnyOrder("done", ErrorCode.REQUEST_INVALID.code());
    }

    @Test
    @DisplayName("users are found by name without accents, role, agency and state, page by page")
    void filters() {
        Staff admin = people.administrator();
        Staff member = people.member(BELOW_OFFICE, Role.DEVELOPER).staff();
        assertThat(names(
                        admin,
                        new UserFilter("VU thi thu nghiem", Role.DEVELOPER, OFFICE, AccountState.ACTIVE, null, 500)))
                .contains(member.username());
        assertThat(names(admin, new UserFilter(member.username().substring(4), null, null, null, null, 10)))
                .containsExactly(member.username());
        assertThat(names(admin, new UserFilter(member.username(), Role.ADMIN, null, null, null, 10)))
                .isEmpty();
        assertThat(names(admin, new UserFilter(member.username(), null, ELSEWHERE, null, null, 10)))
                .isEmpty();
        assertThat(names(admin, new UserFilter(member.username(), null, null, AccountState.LOCKED, null, 10)))
                .isEmpty();
        assertThat(names(admin, new UserFilter("100%_khong' or 1=1", null, null, null, null, 10)))
                .isEmpty();

        List<String> all = names(admin, everybody(500));
        List<UserRow> first = users.list(admin, everybody(3));
        List<String> next =
                names(admin, new UserFilter(null, null, null, null, first.get(2).id(), 3));
        assertThat(first).extracting(UserRow::username).isEqualTo(all.subList(0, 3));
        assertThat(next).isEqualTo(all.subList(3, Math.min(6, all.size())));
    }

    @Test
    @DisplayName("bulk acts lock and sign out one user per item, with the rights of whoever ordered them")
    void jobs() {
        Staff admin = people.administrator();
        NewSession session = people.member(OFFICE, Role.AGENCY);
        String item = session.staff().accountId().toString();
        Map<String, String> parameters = Map.of("reason", REASON);
        Staff elsewhere = people.somebody(Role.ADMIN, ELSEWHERE);
        assertRefused(ErrorCode.NOT_FOUND, () -> handler("users.lock").item(elsewhere, item, parameters));
        assertRefused(ErrorCode.NOT_FOUND, () -> handler("users.lock").item(admin, "không phải mã", parameters));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> handler("users.lock").item(admin, item, Map.of()));
        handler("users.sign-out").item(admin, item, parameters);
        assertThat(sessions.find(session.token())).isEmpty();
        handler("users.lock").item(admin, item, parameters);
        assertThat(users.find(admin, session.staff().accountId()).row().state()).isEqualTo(AccountState.LOCKED);
    }

    private JobHandler handler(String kind) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(Staff staff, UserFilter filter) {
        return users.list(staff, filter).stream().map(UserRow::username).toList();
    }

    private static UserFilter everybody(int limit) {
        return new UserFilter(null, null, null, null, null, limit);
    }

    private static NewUser newUser(String username, String agency) {
        return new NewUser(
                username, "Nguyễn Văn A", "a@example.vn", agency, List.of(new NewGrant(Role.AGENCY, agency)));
    }
}
