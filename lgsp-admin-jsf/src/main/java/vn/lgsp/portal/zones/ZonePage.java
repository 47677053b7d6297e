package vn.lgsp.portal.zones;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.ZoneView;
import vn.lgsp.registry.boundary.Zones;
import vn.lgsp.registry.boundary.Zones.ZoneData;

/** One zone: what it says, which agencies are put into it. */
@Named
@RequestScoped
public class ZonePage {
    @Inject
    private Zones zones;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private ZoneView zone;
    private Map<String, String> problems = Map.of();
    private String problem;

    @PostConstruct
    void read() {
        zone = zones.find(me.staff(), request.getParameter("ma"));
    }

    public ZoneView getZone() {
        return zone;
    }

    public String getState() {
        return texts.get(zone.closed() ? "zone.closed" : "zone.in-use");
    }

    /** Whether to offer changes; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me.staff().may(Right.DIRECTORY_CHANGE);
    }

    /** Changes what it says. */
    public void change() throws IOException {
        act(
                "changed",
                () -> zones.change(
                        me.staff(),
                        zone.code(),
                        seen(),
                        new ZoneData(zone.code(), typed("ten"), !typed("cong").isEmpty(), typed("cong"))));
    }

    /** Closes it, or opens it again. */
    public void turn() throws IOException {
        act(zone.closed() ? "opened" : "closed", () -> zones.closed(me.staff(), zone.code(), seen(), !zone.closed()));
    }

    /** Puts the agency that the form names into it. */
    public void assign() throws IOException {
        act("assigned", () -> {
            AgencyView agency = directory
                    .byCode(typed("don-vi"))
                    .orElseThrow(() -> new LgspException(ErrorCode.RECIPIENT_UNKNOWN, typed("don-vi")));
            zones.assign(me.staff(), agency.id(), zone.code());
        });
    }

    private void act(String done, Runnable act) throws IOException {
        try {
            act.run();
            redirect.to(Paths.ZONE + "?ma=" + zone.code() + "&xong=" + done);
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    private int seen() {
        String version = request.getParameter("ban");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name, String known) {
        String value = request.getParameter(name);
        return value != null ? value : known == null ? "" : known;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "zone.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }
}
