package vn.lgsp.portal.agencies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.CodeCheck;
import vn.lgsp.registry.boundary.Codes;

/** Says whether a code can be issued and why not, and proposes the next free one below an agency. */
@Named
@RequestScoped
public class CodeCheckPage {
    @Inject
    private Codes codes;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private CodeCheck check;
    private String problem;

    @PostConstruct
    void read() {
        try {
            if (!getBelow().isEmpty()) {
                check = codes.next(me.staff(), getBelow());
            } else if (!getText().isEmpty()) {
                check = codes.check(me.staff(), getText());
            }
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    public String getText() {
        return parameter("ma");
    }

    public String getBelow() {
        return parameter("duoi");
    }

    /** What was found; null when nothing was asked. */
    public CodeCheck getCheck() {
        return check;
    }

    public String getProblem() {
        return problem;
    }

    /** What stands against it, in words. */
    public String getFault() {
        return check == null || check.fault() == null ? null : texts.of("code-fault", check.fault());
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(60, value.strip().length()));
    }
}
