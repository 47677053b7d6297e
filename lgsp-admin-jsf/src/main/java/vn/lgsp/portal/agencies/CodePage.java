package vn.lgsp.portal.agencies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.CodeRow;
import vn.lgsp.registry.boundary.Codes;
import vn.lgsp.registry.boundary.Directory;

/** One identifier code: whose it is, in both forms, what came in its place, what else it goes by. */
@Named
@RequestScoped
public class CodePage {
    @Inject
    private Codes codes;

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

    private CodeRow code;
    private CodeResolution resolution;
    private String typed;
    private String reason;
    private String problem;
    private Map<String, String> problems = Map.of();

    @PostConstruct
    void read() {
        code = codes.find(me.staff(), request.getParameter("ma"));
        resolution = directory.resolve(code.code()).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    public CodeRow getCode() {
        return code;
    }

    /** What came in its place and is in use today. */
    public List<CodeResolution.Successor> getSuccessors() {
        return resolution.successors();
    }

    public List<String> getAliases() {
        return code.aliases() == null ? List.of() : Arrays.asList(code.aliases().split(", "));
    }

    public String getState() {
        return texts.of("code-state", code.state());
    }

    public String getTone() {
        return AgencyTones.of(code.state());
    }

    /** Whether to offer locking and aliases. */
    public boolean isChangeable() {
        return code.state() != IdentifierCode.State.CLOSED && me.staff().may(Right.DIRECTORY_CHANGE);
    }

    public boolean isLocked() {
        return code.state() == IdentifierCode.State.LOCKED;
    }

    /** Locks the code, or opens it again. */
    public void turn() throws IOException {
        if (!isLocked() && !code.code().equals(typed == null ? "" : typed.strip())) {
            problem = texts.with("danger.differs", code.code());
            return;
        }
        try {
            String version = request.getParameter("ban");
            codes.lock(
                    me.staff(),
                    code.id(),
                    !isLocked(),
                    reason,
                    version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
            done(isLocked() ? "unlocked" : "locked");
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    /** Gives it another name. */
    public void addAlias() throws IOException {
        String days = request.getParameter("so-ngay");
        try {
            codes.alias(
                    me.staff(),
                    code.id(),
                    request.getParameter("bi-danh"),
                    days == null || days.isBlank()
                            ? 0
                            : days.strip().matches("\\d{1,5}") ? Integer.parseInt(days.strip()) : -1,
                    request.getParameter("ghi-chu"));
            done("alias");
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            if (refusal.code() != ErrorCode.REQUEST_INVALID) {
                problem = explanation.of(refusal);
            }
        }
    }

    /** Ends the alias that the form names. */
    public void endAlias() throws IOException {
        try {
            codes.endAlias(me.staff(), code.id(), request.getParameter("bi-danh-cu"));
            done("alias-ended");
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    private void done(String what) throws IOException {
        redirect.to(Paths.IDENTIFIER + "?ma=" + code.code() + "&xong=" + what);
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "identifier.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    /** What was typed into a field that was refused. */
    public String value(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
