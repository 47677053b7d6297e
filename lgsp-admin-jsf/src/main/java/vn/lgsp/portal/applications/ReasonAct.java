package vn.lgsp.portal.applications;

import java.io.IOException;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Redirect;

/** One act that asks for a reason, as its form holds it: what was typed, and why it was refused. */
public class ReasonAct {
    private final Explanation explanation;
    private final Redirect redirect;
    private final String done;
    private final Doing doing;
    private String typed;
    private String reason;
    private String problem;

    /** What the act does. */
    public interface Doing {
        void with(String reason);
    }

    /** An act; {@code done} is where to go after it, {@code doing} what it does. */
    public ReasonAct(Explanation explanation, Redirect redirect, String done, Doing doing) {
        this.explanation = explanation;
        this.redirect = redirect;
        this.done = done;
        this.doing = doing;
    }

    /** Acts. */
    public void act() throws IOException {
        try {
            doing.with(reason);
            redirect.to(done);
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
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

    /** Why it was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }
}
