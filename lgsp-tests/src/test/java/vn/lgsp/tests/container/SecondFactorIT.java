package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.ADDRESS;
import static vn.lgsp.tests.container.People.PASSWORD;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.People.about;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.Enrolment;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.PresentSession.Step;
import vn.lgsp.sso.boundary.Profile;
import vn.lgsp.sso.boundary.StaffSessions;
import vn.lgsp.sso.boundary.UserActs;
import vn.lgsp.sso.boundary.Users;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("The second factor")
class SecondFactorIT {
    @Inject
    private People people;

    @Inject
    private Demonstration demonstration;

    @Inject
    private StaffSessions sessions;

    @Inject
    private Profile profile;

    @Inject
    private Users users;

    @Inject
    private UserActs acts;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    /** Somebody with a second factor: what the app knows, and the recovery codes. */
    private record Secured(NewSession session, Authenticator app, List<String> recoveryCodes) {
        Staff staff() {
            return session.staff();
        }
    }

    private Secured secured() {
        NewSession session = people.member(PROVINCE, Role.EXECUTIVE);
        Enrolment enrolment = profile.enrol(session.staff());
        assertThat(profile.pending(session.staff())).hasValue(enrolment);
        Authenticator app = new Authenticator(enrolment.secret());
        List<String> codes = profile.confirm(session.staff(), present(session).id(), app.code(-1), ADDRESS);
        return new Secured(session, app, codes);
    }

    @Test
    @DisplayName("once set up it is asked for at sign-in, and nothing opens before")
    void signIn() {
        Secured person = secured();
        assertThat(present(person.session()).owes()).isEqualTo(Step.NOTHING);
        NewSession next = people.signIn(person.staff().username());
        assertThat(present(next).owes()).isEqualTo(Step.CODE);
        assertRefused(ErrorCode.CODE_WRONG, () -> sessions.giveCode(next.token(), "000000", ADDRESS));
        assertThat(present(next).owes()).isEqualTo(Step.CODE);
        sessions.giveCode(next.token(), person.app().code(0), ADDRESS);
        assertThat(present(next).owes()).isEqualTo(Step.NOTHING);
        assertRefused(
                ErrorCode.SECOND_FACTOR_STATE,
                () -> sessions.giveCode(next.token(), person.app().code(1), ADDRESS));
    }

    @Test
    @DisplayName("setting it up ends the sessions that have not given it")
    void othersEnd() {
        NewSession session = people.member(PROVINCE, Role.EXECUTIVE);
        NewSession other = people.signIn(session.staff().username());
        Authenticator app = new Authenticator(profile.enrol(session.staff()).secret());
        assertRefused(
                ErrorCode.CODE_WRONG,
                () -> profile.confirm(session.staff(), present(session).id(), "12345", ADDRESS));
        profile.confirm(session.staff(), present(session).id(), app.code(0), ADDRESS);
        assertThat(sessions.find(other.token())).isEmpty();
        assertThat(sessions.find(session.token())).isPresent();
        assertRefused(ErrorCode.SECOND_FACTOR_STATE, () -> profile.enrol(session.staff()));
    }

    @Test
    @DisplayName("a code counts once, also for many who send it at the same moment")
    void replay() throws Exception {
        Secured person = secured();
        String code = person.app().code(0);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            NewSession session = people.signIn(person.staff().username());
            tries.add(executor.submit(() -> accepted(session, code)));
        }
        int accepted = 0;
        for (Future<Boolean> one : tries) {
            accepted += one.get() ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(accepted(people.signIn(person.staff().username()), code)).isFalse();
    }

    @Test
    @DisplayName("a recovery code stands in once")
    void recovery() {
        Secured person = secured();
        assertThat(person.recoveryCodes()).hasSize(10);
        String code = person.recoveryCodes().get(3);
        NewSession first = people.signIn(person.staff().username());
        sessions.giveCode(first.token(), code.toLowerCase(java.util.Locale.ROOT), ADDRESS);
        assertThat(present(first).owes()).isEqualTo(Step.NOTHING);
        assertThat(profile.secondFactor(person.staff()).recoveryCodesLeft()).isEqualTo(9);
        NewSession second = people.signIn(person.staff().username());
        assertRefused(ErrorCode.CODE_WRONG, () -> sessions.giveCode(second.token(), code, ADDRESS));
    }

    @Test
    @DisplayName("five wrong codes lock, and typing the password in between does not help")
    void guessing() {
        Secured person = secured();
        String name = person.staff().username();
        for (int i = 0; i < 5; i++) {
            NewSession session = people.signIn(name);
            assertRefused(ErrorCode.CODE_WRONG, () -> sessions.giveCode(session.token(), "000000", ADDRESS));
        }
        assertRefused(ErrorCode.ACCOUNT_LOCKED, () -> people.signIn(name));
    }

    @Test
    @DisplayName("it is removed with password and code, never with one of them")
    void removal() {
        Secured person = secured();
        Staff staff = person.staff();
        assertRefused(
                ErrorCode.SIGN_IN_FAILED,
                () -> profile.removeSecondFactor(
                        staff, "sai mật khẩu", person.app().code(0), ADDRESS));
        assertRefused(ErrorCode.CODE_WRONG, () -> profile.removeSecondFactor(staff, PASSWORD, "000000", ADDRESS));
        List<String> renewed =
                profile.newRecoveryCodes(staff, PASSWORD, person.app().code(0), ADDRESS);
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(person.recoveryCodes());
        profile.removeSecondFactor(staff, PASSWORD, renewed.get(0), ADDRESS);
        assertThat(profile.secondFactor(staff).since()).isNull();
        assertThat(present(people.signIn(staff.username())).owes()).isEqualTo(Step.NOTHING);
        assertRefused(
                ErrorCode.SECOND_FACTOR_STATE,
                () -> profile.removeSecondFactor(staff, PASSWORD, renewed.get(1), ADDRESS));
    }

    @Test
    @DisplayName("an administrator removes it from somebody who lost it; the sessions end")
    void resetByAdministrator() {
        Secured person = secured();
        Staff admin = people.administrator();
        assertThat(users.find(admin, person.staff().accountId()).row().secondFactor())
                .isTrue();
        acts.resetSecondFactor(admin, about(person.staff(), "mất điện thoại"));
        assertThat(sessions.find(person.session().token())).isEmpty();
        assertThat(present(people.signIn(person.staff().username())).owes()).isEqualTo(Step.NOTHING);
    }

    @Test
    @DisplayName("neither the secret nor a recovery code stands in the database as it is")
    void stored() {
        Secured person = secured();
        UUID id = person.staff().accountId();
        String rows = demonstration.text(
                "select string_agg(f::text, '') || (select string_agg(c::text, '') from account_recovery_code c "
                        + "where c.account_id = ?1) from account_second_factor f where f.account_id = ?1",
                id);
        assertThat(rows).contains(id.toString()).doesNotContain(person.app().hex());
        person.recoveryCodes()
                .forEach(code -> assertThat(rows).doesNotContain(code).doesNotContain(code.replace("-", "")));
    }

    private boolean accepted(NewSession session, String code) {
        try {
            sessions.giveCode(session.token(), code, ADDRESS);
            return true;
        } catch (LgspException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.CODE_WRONG);
            return false;
        }
    }

    private PresentSession present(NewSession session) {
        return sessions.find(session.token()).orElseThrow();
    }
}
