package vn.lgsp.portal.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.OneTimeLink;
import vn.lgsp.sso.boundary.Order;
import vn.lgsp.sso.boundary.UserActs;
import vn.lgsp.sso.boundary.UserDetails;

/** What can be done to one user. Forms name the revision that was seen, so that nobody overwrites what somebody else has just changed. */
@Named
@RequestScoped
public class UserActsView {
    @Inject
    private UserActs acts;

    @Inject
    private UserView page;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private LinkAddress addresses;

    @Inject
    private HttpServletRequest request;

    private UserAct lock;
    private UserAct disable;
    private UserAct enable;
    private UserAct resetPassword;
    private UserAct resetFactor;
    private UserAct signOut;
    private List<GrantForm.Row> rows;
    private OneTimeLink link;
    private String problem;

    @PostConstruct
    void prepare() {
        lock = new UserAct(this, "lock", true, reason -> acts.lock(me.staff(), order(reason)));
        disable = new UserAct(this, "disable", true, reason -> acts.disable(me.staff(), order(reason)));
        enable = new UserAct(this, "enable", false, reason -> acts.enable(me.staff(), order(reason)));
        resetPassword = new UserAct(
                this, "reset-password", true, reason -> link = acts.resetPassword(me.staff(), order(reason)));
        resetFactor =
                new UserAct(this, "reset-factor", true, reason -> acts.resetSecondFactor(me.staff(), order(reason)));
        signOut = new UserAct(this, "sign-out", false, reason -> acts.endSessions(me.staff(), order(reason)));
        List<GrantForm.Row> held = new ArrayList<>();
        for (UserDetails.Grant grant : user().grants()) {
            held.add(new GrantForm.Row(held.size(), grant.role().name(), grant.agencyCode()));
        }
        rows = GrantForm.rows(request, GrantForm.withSpare(held));
    }

    private UserDetails user() {
        return page.getUser();
    }

    private Order order(String reason) {
        return new Order(user().row().id(), revision(), reason, request.getRemoteAddr());
    }

    private Integer revision() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    String username() {
        return user().row().username();
    }

    String wrongName() {
        return texts.with("danger.differs", username());
    }

    String explain(LgspException refusal) {
        return explanation.of(refusal);
    }

    /** Opens the page again with what was done; with a link to show it stays, because the link is shown once. */
    void done(String key) throws IOException {
        if (link == null) {
            redirect.to(Paths.USER + "?ma=" + user().row().id() + "&xong=" + key);
        }
    }

    /** Unlocks the account. */
    public void unlock() throws IOException {
        simple("unlock", () -> acts.unlock(me.staff(), order(null)));
    }

    /** Makes a new invitation. */
    public void inviteAgain() throws IOException {
        simple("invite", () -> link = acts.inviteAgain(me.staff(), order(null)));
    }

    /** Replaces the roles. */
    public void changeGrants() throws IOException {
        simple(
                "grants",
                () -> acts.changeGrants(
                        me.staff(),
                        order(null),
                        GrantForm.grants(rows, user().row().agencyCode())));
    }

    /** Ends the session that the form names. */
    public void endSession() throws IOException {
        simple("session", () -> acts.endSession(me.staff(), order(null), UserView.id(request.getParameter("phien"))));
    }

    private void simple(String key, Runnable act) throws IOException {
        try {
            act.run();
            done(key);
        } catch (LgspException refusal) {
            problem = explain(refusal);
        }
    }

    /** Why an act without a reason was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }

    public boolean isLinked() {
        return link != null;
    }

    public String getLink() {
        return addresses.of(link);
    }

    public String getLinkText() {
        return addresses.text(link, user().row().fullName());
    }

    public String getUserPath() {
        return addresses.page(link);
    }

    public List<GrantForm.Row> getRows() {
        return rows;
    }

    public List<Choice> getRoles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), texts.of("role", role)))
                .toList();
    }

    private boolean in(AccountState... states) {
        return Arrays.asList(states).contains(user().row().state());
    }

    public boolean isLockable() {
        return in(AccountState.ACTIVE, AccountState.INVITED);
    }

    public boolean isUnlockable() {
        return in(AccountState.LOCKED) || in(AccountState.ACTIVE) && user().lockedUntil() != null;
    }

    public boolean isInvited() {
        return in(AccountState.INVITED);
    }

    public boolean isActive() {
        return in(AccountState.ACTIVE);
    }

    public boolean isDisabled() {
        return in(AccountState.DISABLED);
    }

    public UserAct getLock() {
        return lock;
    }

    public UserAct getDisable() {
        return disable;
    }

    public UserAct getEnable() {
        return enable;
    }

    public UserAct getResetPassword() {
        return resetPassword;
    }

    public UserAct getResetFactor() {
        return resetFactor;
    }

    public UserAct getSignOut() {
        return signOut;
    }
}
