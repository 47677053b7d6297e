package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.container.People.ADDRESS;
import static vn.lgsp.tests.container.People.PASSWORD;
import static vn.lgsp.tests.container.People.PROVINCE;
import static vn.lgsp.tests.container.People.VISITOR;
import static vn.lgsp.tests.container.People.about;
import static vn.lgsp.tests.container.Refusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.sso.boundary.EventView;
import vn.lgsp.sso.boundary.Invitations;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.OneTimeLink;
import vn.lgsp.sso.boundary.Order;
import vn.lgsp.sso.boundary.PresentSession.Step;
import vn.lgsp.sso.boundary.StaffSessions;
import vn.lgsp.sso.boundary.UserActs;
import vn.lgsp.sso.boundary.Users;
import vn.lgsp.tests.arquillian.InContainer;

@ArquillianTest
@DisplayName("One-time links: invitations and new passwords")
class LinksIT {
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
    private Invitations invitations;

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

    @Test
    @DisplayName("an invitation is accepted once, and only then can the person sign in")
    void invitation() {
        String name = People.newName();
        OneTimeLink link = people.invited(name, PROVINCE, Role.EXECUTIVE);
        assertRefused(ErrorCode.SIGN_IN_FAILED, () -> people.signIn(name));
        assertThat(invitations.open(link.token(), ADDRESS).username()).isEqualTo(name);
        assertRefused(ErrorCode.PASSWORD_WEAK, () -> invitations.accept(link.token(), "ngắn", ADDRESS));

        invitations.accept(link.token(), PASSWORD, ADDRESS);
        NewSession session = people.signIn(name);
        assertThat(sessions.find(session.token())).hasValueSatisfying(present -> {
            assertThat(present.owes()).isEqualTo(Step.NOTHING);
            assertThat(present.staff().username()).isEqualTo(name);
        });
        assertRefused(ErrorCode.LINK_NOT_USABLE, () -> invitations.accept(link.token(), NEW_PASSWORD, ADDRESS));
        assertRefused(ErrorCode.LINK_NOT_USABLE, () -> invitations.open(link.token(), ADDRESS));
    }

    @Test
    @DisplayName("a link that is over, forged, or replaced by a newer one opens nothing")
    void deadLinks() {
        OneTimeLink over = people.invited(People.newName(), PROVINCE);
        demonstration.update(
                "update account_link set expires_at = now() - interval '1 second' where account_id = ?1",
                over.accountId());
        OneTimeLink replaced = people.invited(People.newName(), PROVINCE);
        OneTimeLink newer = acts.inviteAgain(people.administrator(), new Order(replaced.accountId(), 0, null, ADDRESS));
        OneTimeLink disabled = people.invited(People.newName(), PROVINCE);
        acts.disable(people.administrator(), new Order(disabled.accountId(), null, "mời nhầm người", ADDRESS));
        char last = newer.token().charAt(42);
        String forged = newer.token().substring(0, 42) + (last == 'A' ? 'E' : 'A');

        for (String token : new String[] {over.token(), replaced.token(), disabled.token(), forged, "", null}) {
            assertRefused(ErrorCode.LINK_NOT_USABLE, () -> invitations.open(token, ADDRESS));
            assertRefused(ErrorCode.LINK_NOT_USABLE, () -> invitations.accept(token, PASSWORD, ADDRESS));
        }
        assertThat(invitations.open(newer.token(), ADDRESS).username()).isNotBlank();
    }

    @Test
    @DisplayName("of many who use one link at the same time, one succeeds")
    void linkRace() throws Exception {
        String token = people.invited(People.newName(), PROVINCE).token();
        assertThat(Parallel.outcomes(executor, 12, () -> {
                    invitations.accept(token, PASSWORD, ADDRESS);
                    return "in";
                }))
                .containsOnlyOnce("in");
    }

    @Test
    @DisplayName("a reset makes the old password worthless, ends the sessions, and its link sets a new one")
    void reset() {
        Staff admin = people.administrator();
        NewSession session = people.member(PROVINCE, Role.EXECUTIVE);
        OneTimeLink link = acts.resetPassword(admin, about(session.staff(), "quên mật khẩu"));
        assertOver(session);
        assertRefused(
                ErrorCode.SIGN_IN_FAILED, () -> people.signIn(session.staff().username()));
        invitations.accept(link.token(), NEW_PASSWORD, ADDRESS);
        assertThat(accounts.signIn(session.staff().username(), NEW_PASSWORD, VISITOR)
                        .token())
                .isNotBlank();
        assertThat(users.events(admin, session.staff().accountId(), null, 10))
                .extracting(EventView::kind)
                .containsExactly(
                        Kind.SIGNED_IN,
                        Kind.PASSWORD_RESET,
                        Kind.RESET_LINK_MADE,
                        Kind.SIGNED_IN,
                        Kind.INVITATION_ACCEPTED,
                        Kind.INVITED);
    }

    private void assertOver(NewSession session) {
        assertThat(sessions.find(session.token())).isEmpty();
    }
}
