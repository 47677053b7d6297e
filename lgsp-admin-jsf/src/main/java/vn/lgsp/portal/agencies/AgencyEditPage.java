package vn.lgsp.portal.agencies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyDetails;
import vn.lgsp.registry.boundary.AgencyEdit;

/** Changes how an agency is reached. */
@Named
@RequestScoped
public class AgencyEditPage {
    @Inject
    private AgencyPage page;

    @Inject
    private Agencies agencies;

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

    /** Takes the form. */
    public void change() throws IOException {
        AgencyDetails agency = page.getAgency();
        String version = request.getParameter("ban");
        try {
            agencies.change(
                    me.staff(),
                    agency.row().id(),
                    new AgencyEdit(
                            request.getParameter("dia-chi"),
                            request.getParameter("thu"),
                            request.getParameter("dien-thoai"),
                            request.getParameter("trang"),
                            request.getParameter("lien-he"),
                            request.getParameter("dia-ban")),
                    version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
            redirect.to(Paths.AGENCY + "?ma=" + agency.row().id() + "&xong=changed");
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name, String known) {
        String typed = request.getParameter(name);
        return typed != null ? typed : known == null ? "" : known;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    /** Why the change as a whole was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }
}
