package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lgsp.tests.container.People.ADDRESS;
import static vn.lgsp.tests.container.People.PASSWORD;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.People.VISITOR;
import static vn.lgsp.tests.container.People.about;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.account.StaffSession.End;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.sso.boundary.EventView;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.Profile;
import vn.lgsp.sso.boundary.SessionView;
import vn.lgsp.sso.boundary.StaffSessions;
import vn.lgsp.sso.boundary.UserActs;
import vn.lgsp.sso.boundary.Users;
import vn.lgsp.sso.boundary.Visitor;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("Sessions, links and locks of staff")
class AccountsIT {
    private static final String NEW_PASSWORD = "Con mèo trèo cây cau";

    @Inject
    private People people;

    @Inject
    private Demonstration demonstration;

    @Inject
    private Accounts accounts;

    @Inject
    private StaffSessions sessions;

    @Inject
    private Users users;

    @Inject
    private UserActs acts;

    @Inject
    private Profile profile;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    @Test
    @DisplayName("a session ends everywhere by signing out, by locking, by a reset, by time")
    void ends() {
        Staff admin = people.administrator();
        NewSession out = people.member(PROVINCE, Role.EXECUTIVE);
        sessions.signOut(out.token());
        assertOver(out);

        NewSession locked = people.member(PROVINCE, Role.EXECUTIVE);
        NewSession second = people.signIn(locked.staff().username());
        acts.lock(admin, about(locked.staff(), "nghỉ phép dài"));
        assertOver(locked);
        assertOver(second);
        assertRefused(
                ErrorCode.ACCOUNT_BARRED, () -> people.signIn(locked.staff().username()));
        acts.unlock(admin, about(locked.staff(), null));
        assertOver(locked);
        assertThat(sessions.find(people.signIn(locked.staff().username()).token()))
                .isPresent();

        NewSession idle = people.member(PROVINCE, Role.EXECUTIVE);
        demonstration.update(
                "update staff_session set last_seen_at = now() - interval '31 minutes' where account_id = ?1",
                idle.staff().accountId());
        assertOver(idle);
        NewSession old = people.member(PROVINCE, Role.EXECUTIVE);
        demonstration.update(
                "update staff_session set created_at = now() - interval '12 hours' where account_id = ?1",
                old.staff().accountId());
        assertOver(old);
        assertThat(users.sessions(admin, old.staff().accountId()))
                .extracting(SessionView::end)
                .containsExactly(End.TOO_LONG);
    }

    @Test
    @DisplayName("a token that was never given out opens nothing, and tokens are not stored")
    void forgedToken() {
        NewSession session = people.member(PROVINCE, Role.EXECUTIVE);
        assertThat(sessions.find(null)).isEmpty();
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("A".repeat(43))).isEmpty();
        assertThat(demonstration.count(
                        "select count(*) from staff_session s where s.account_id = "
                                + "cast(split_part(?1, ' ', 1) as uuid) and position(split_part(?1, ' ', 2) in s::text) > 0",
                        session.staff().accountId() + " " + session.token()))
                .isZero();
    }

    @Test
    @DisplayName("a new password ends the other sessions and leaves the present one")
    void passwordChange() {
        NewSession present = people.member(PROVINCE, Role.EXECUTIVE);
        NewSession other = people.signIn(present.staff().username());
        UUID id = sessions.find(present.token()).orElseThrow().id();
        assertRefused(
                ErrorCode.SIGN_IN_FAILED,
                () -> accounts.changePassword(present.staff(), id, "sai mật khẩu cũ", NEW_PASSWORD, ADDRESS));
        accounts.changePassword(present.staff(), id, PASSWORD, NEW_PASSWORD, ADDRESS);
        assertThat(sessions.find(present.token())).isPresent();
        assertOver(other);
        assertRefused(
                ErrorCode.SIGN_IN_FAILED, () -> people.signIn(present.staff().username()));
    }

    @Test
    @DisplayName("one sees one's own sessions with the present one marked, and ends the others")
    void ownSessions() {
        NewSession present = people.member(PROVINCE, Role.EXECUTIVE);
        NewSession other = people.signIn(present.staff().username());
        NewSession stranger = people.member(PROVINCE, Role.EXECUTIVE);
        UUID id = sessions.find(present.token()).orElseThrow().id();
        UUID strange = sessions.find(stranger.token()).orElseThrow().id();
        assertThat(profile.sessions(present.staff(), id))
                .hasSize(2)
                .filteredOn(SessionView::present)
                .singleElement()
                .satisfies(view -> assertThat(view.id()).isEqualTo(id));
        assertRefused(ErrorCode.NOT_FOUND, () -> profile.endSession(present.staff(), strange, ADDRESS));
        assertThat(profile.endOthers(present.staff(), id, ADDRESS)).isEqualTo(1);
        assertOver(other);
        assertThat(sessions.find(present.token())).isPresent();
        assertThat(sessions.find(stranger.token())).isPresent();
    }

    @Test
    @DisplayName("of fifty guesses at the same time five are looked at, and the history tells of the lock")
    void parallelGuesses() throws Exception {
        Staff victim = people.member(PROVINCE, Role.EXECUTIVE).staff();
        List<String> outcomes = Parallel.outcomes(executor, 50, () -> accounts.signIn(
                        victim.username(), "đoán " + UUID.randomUUID(), new Visitor("10.9.9.9", ""))
                .token());
        assertThat(outcomes.stream().filter(ErrorCode.SIGN_IN_FAILED.code()::equals))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(outcomes)
                .allMatch(outcome -> outcome.equals(ErrorCode.SIGN_IN_FAILED.code())
                        || outcome.equals(ErrorCode.ACCOUNT_LOCKED.code())
                        || outcome.equals(ErrorCode.UNAVAILABLE.code()));
        assertRefused(ErrorCode.ACCOUNT_LOCKED, () -> people.signIn(victim.username()));
        Staff admin = people.administrator();
        assertThat(users.events(admin, victim.accountId(), null, 10))
                .extracting(EventView::kind)
                .containsOnlyOnce(Kind.LOCKED_AFTER_FAILURES);
        acts.unlock(admin, about(victim, null));
        assertThat(people.signIn(victim.username()).token()).isNotBlank();
    }

    @Test
    @DisplayName("whoever tries many names from one address has to wait; others do not")
    void addressPaused() {
        Visitor attacker = new Visitor("10.66.66.66", "");
        for (int i = 0; i < 100; i++) {
            String name = "khong-co-" + i;
            assertThatThrownBy(() -> accounts.signIn(name, "đoán", attacker)).isInstanceOf(LgspException.class);
        }
        assertRefused(ErrorCode.SIGN_IN_PAUSED, () -> accounts.signIn("khong-co-nua", "đoán", attacker));
        assertThat(accounts.signIn("kiemtoan", "Lgsp-demo-2026", VISITOR).token())
                .isNotBlank();
    }

    @Test
    @DisplayName("what happened cannot be changed, not even in the database")
    void historyStays() {
        Staff member = people.member(PROVINCE, Role.EXECUTIVE).staff();
        for (String sql : List.of(
                "update account_event set reason = 'khác' where account_id = ?1",
                "delete from account_event where account_id = ?1")) {
            assertThatThrownBy(() -> demonstration.update(sql, member.accountId()))
                    .hasStackTraceContaining("history is never changed");
        }
    }

    @Test
    @DisplayName("the state of an account follows what is done to it")
    void states() {
        Staff admin = people.administrator();
        Staff member = people.member(PROVINCE, Role.EXECUTIVE).staff();
        assertState(admin, member, AccountState.ACTIVE);
        assertRefused(ErrorCode.ACCOUNT_STATE, () -> acts.unlock(admin, about(member, null)));
        assertRefused(ErrorCode.ACCOUNT_STATE, () -> acts.enable(admin, about(member, "lý do")));
        assertRefused(ErrorCode.ACCOUNT_STATE, () -> acts.inviteAgain(admin, about(member, null)));
        assertRefused(ErrorCode.ACCOUNT_STATE, () -> acts.resetSecondFactor(admin, about(member, "mất máy")));
        assertRefused(ErrorCode.REQUEST_INVALID, () -> acts.lock(admin, about(member, " ")));
        acts.lock(admin, about(member, "nghỉ phép"));
        assertState(admin, member, AccountState.LOCKED);
        assertRefused(ErrorCode.ACCOUNT_STATE, () -> acts.lock(admin, about(member, "lần nữa")));
        assertRefused(ErrorCode.ACCOUNT_STATE, () -> acts.resetPassword(admin, about(member, "quên")));
        acts.disable(admin, about(member, "nghỉ việc"));
        assertState(admin, member, AccountState.DISABLED);
        assertThat(accounts.current(member.accountId())).isEmpty();
        acts.enable(admin, about(member, "quay lại"));
        acts.unlock(admin, about(member, null));
        assertState(admin, member, AccountState.ACTIVE);
        assertThat(accounts.current(member.accountId())).isPresent();
    }

    private void assertState(Staff admin, Staff member, AccountState state) {
        assertThat(users.find(admin, member.accountId()).row().state()).isEqualTo(state);
    }

    private void assertOver(NewSession session) {
        assertThat(sessions.find(session.token())).isEmpty();
    }
}
