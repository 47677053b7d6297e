package vn.lgsp.portal.groups;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Groups;

/** Making a group. */
@Named
@RequestScoped
public class GroupForm {
    @Inject
    private Groups groups;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private Map<String, String> problems = Map.of();
    private String problem;

    /** Makes what the form describes. */
    public void create() throws IOException {
        try {
            UUID owner = directory
                    .byCode(getOwner())
                    .map(AgencyView::id)
                    .orElseThrow(() ->
                            new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("owner", "agency"))));
            UUID made = groups.create(me.staff(), owner, value("ma-nhom"), value("ten"))
                    .id();
            redirect.to(Paths.GROUP + "?ma=" + made + "&xong=create");
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                // The agency exists, but the person's right does not reach it.
                refusal =
                        new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("owner", "out-of-reach")));
            }
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    /** The agency that is to own it: what was typed, or the person's own. */
    public String getOwner() {
        String typed = request.getParameter("don-vi");
        return typed != null
                ? typed.strip()
                : directory.byId(me.staff().agencyId()).map(AgencyView::code).orElse("");
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
