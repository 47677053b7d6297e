package vn.lgsp.portal.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import vn.lgsp.portal.applications.ApplicationPage;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightView;

/** One access right: between whom, who asked, who decided; with the decision for whoever may make it (portal.md 4.5). */
@Named
@RequestScoped
public class AccessPage {
    @Inject
    private AccessRequests requests;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private AccessRightView right;
    private AccessRequests.Choices choices;
    private ReasonAct approve;
    private ReasonAct refuse;
    private ReasonAct withdraw;

    @PostConstruct
    void read() {
        UUID id = ApplicationPage.id(request.getParameter("ma"));
        right = requests.find(me.staff(), id);
        choices = requests.choices(me.staff(), id);
        approve = act("approve", reason -> requests.approve(me.staff(), id, seen(), reason));
        refuse = act("refuse", reason -> requests.refuse(me.staff(), id, seen(), reason));
        withdraw = act("withdraw", reason -> requests.withdraw(me.staff(), id, seen(), reason));
    }

    private ReasonAct act(String key, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, Paths.ACCESS_RIGHT + "?ma=" + right.id() + "&xong=" + key, doing);
    }

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    public AccessRightView getRight() {
        return right;
    }

    public RightLine getLine() {
        return new RightLine(right, texts, format);
    }

    public AccessRequests.Choices getChoices() {
        return choices;
    }

    /** Whether it waits for somebody else because the person asked. */
    public boolean isOwnWaiting() {
        return choices.own() && right.decidedAt() == null;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "access.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    public ReasonAct getApprove() {
        return approve;
    }

    public ReasonAct getRefuse() {
        return refuse;
    }

    public ReasonAct getWithdraw() {
        return withdraw;
    }
}
