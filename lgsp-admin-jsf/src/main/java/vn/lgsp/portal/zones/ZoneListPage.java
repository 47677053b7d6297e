package vn.lgsp.portal.zones;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.registry.boundary.ZoneView;
import vn.lgsp.registry.boundary.Zones;
import vn.lgsp.registry.boundary.Zones.ZoneData;

/** All zones, and entering another one. */
@Named
@RequestScoped
public class ZoneListPage {
    @Inject
    private Zones zones;

    @Inject
    private Me me;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private List<ZoneView> all;
    private Map<String, String> problems = Map.of();
    private String problem;

    public List<ZoneView> getZones() {
        if (all == null) {
            all = zones.list(me.staff());
        }
        return all;
    }

    /** Whether to offer changes; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me.staff().may(Right.DIRECTORY_CHANGE);
    }

    /** Enters a zone. */
    public void create() throws IOException {
        try {
            ZoneView made = zones.create(
                    me.staff(),
                    new ZoneData(value("ma"), value("ten"), !value("cong").isEmpty(), value("cong")));
            redirect.to(Paths.ZONE + "?ma=" + made.code() + "&xong=created");
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    /** What was typed into a field. */
    public String value(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }
}
