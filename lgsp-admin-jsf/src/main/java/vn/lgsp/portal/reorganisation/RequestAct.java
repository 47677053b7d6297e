package vn.lgsp.portal.reorganisation;

import java.io.IOException;
import vn.lgsp.model.error.LgspException;

/** One act that asks for a reason, as its form holds it. */
public class RequestAct {
    private final RequestActsPage page;
    private final String key;
    private final Doing doing;
    private String typed;
    private String reason;
    private String problem;

    /** What the act does. */
    interface Doing {
        void with(String reason);
    }

    RequestAct(RequestActsPage page, String key, Doing doing) {
        this.page = page;
        this.key = key;
        this.doing = doing;
    }

    /** Acts. */
    public void act() throws IOException {
        try {
            doing.with(reason);
            page.done(key);
        } catch (LgspException refusal) {
            problem = page.explain(refusal);
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
