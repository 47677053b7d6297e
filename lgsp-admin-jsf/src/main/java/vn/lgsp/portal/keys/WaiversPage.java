package vn.lgsp.portal.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.authentication.boundary.OldWayOfDay;
import vn.lgsp.authentication.boundary.SchemeWaivers;
import vn.lgsp.authentication.boundary.WaiverView;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.Applications;

/** Leave to sign in old ways: who has it, who still needs it, granting and ending it (portal.md 4.6; Điều 4.4). */
@Named
@RequestScoped
public class WaiversPage {
    private static final int DAYS = 30;
    private static final int MOST_APPLICATIONS = 200;

    @Inject
    private SchemeWaivers waivers;

    @Inject
    private Applications applications;

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

    private List<WaiverView> all;
    private ReasonAct end;
    private String problem;
    private Map<String, String> problems = Map.of();

    public List<WaiverView> getWaivers() {
        if (all == null) {
            all = waivers.list(me.staff(), null);
        }
        return all;
    }

    /** The waivers that can be ended. */
    public List<Choice> getOpen() {
        return getWaivers().stream()
                .filter(WaiverView::inForce)
                .map(waiver -> new Choice(
                        waiver.id().toString(),
                        waiver.applicationName() + " – " + texts.of("waiver-kind", waiver.kind())))
                .toList();
    }

    public String kindOf(WaiverKind kind) {
        return texts.of("waiver-kind", kind);
    }

    public String stateOf(WaiverView waiver) {
        return texts.get(waiver.inForce() ? "waiver.in-force" : "waiver.over");
    }

    /** Who signed in old ways in the last days, newest day first. */
    public List<OldWayOfDay> getUse() {
        return waivers.use(me.staff(), null, DAYS);
    }

    /** A day as it is written. */
    public String dayOf(LocalDate day) {
        return format.date(day.atStartOfDay(Format.ZONE).toInstant());
    }

    /** Whether to offer granting and ending; whether the person may, the boundary decides. */
    public boolean isGranter() {
        return me.staff().may(Right.WAIVERS_GRANT);
    }

    /** Grants what the form says. */
    public void grant() throws IOException {
        try {
            waivers.grant(
                    me.staff(),
                    Paths.id(getApplication()),
                    Arrays.stream(WaiverKind.values())
                            .filter(kind -> kind.name().equals(getKind()))
                            .findFirst()
                            .orElse(null),
                    getReason(),
                    KeyDays.end(getLastDay()));
            redirect.to(Paths.WAIVERS + "?xong=grant");
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                problem = texts.get("waiver.application.missing");
                return;
            }
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    /** Ends the waiver that the form names. */
    public ReasonAct getEnd() {
        if (end == null) {
            end = new ReasonAct(explanation, redirect, Paths.WAIVERS + "?xong=end", this::end);
        }
        return end;
    }

    private void end(String reason) {
        UUID id = Paths.id(request.getParameter("tuong-thich"));
        UUID application = getWaivers().stream()
                .filter(waiver -> waiver.id().equals(id))
                .findFirst()
                .map(WaiverView::applicationId)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        waivers.end(me.staff(), application, id, reason);
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "waiver.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    public String getProblem() {
        return problem;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.containsKey(field) ? texts.with("user.field.refused", problems.get(field)) : null;
    }

    public List<Choice> getApplications() {
        return applications
                .list(
                        me.staff(),
                        new ApplicationFilter(null, null, null, null, null, null, null, null, MOST_APPLICATIONS))
                .stream()
                .map(row -> new Choice(row.id().toString(), row.name() + " (" + row.code() + ")"))
                .toList();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(WaiverKind.values())
                .map(kind -> new Choice(kind.name(), texts.of("waiver-kind", kind)))
                .toList();
    }

    public String getApplication() {
        return typed("ung-dung");
    }

    public String getKind() {
        return typed("loai");
    }

    public String getReason() {
        return typed("ly-do");
    }

    public String getLastDay() {
        return typed("den-ngay");
    }

    private String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
