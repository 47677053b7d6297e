package vn.lgsp.portal.account;

import java.io.IOException;
import java.util.Locale;
import vn.lgsp.model.error.LgspException;

/** One act on the page of a user, as its form holds it: what was typed, and why it was refused. */
public class UserAct {
    private final UserActsView page;
    private final String key;
    private final boolean named;
    private final Doing doing;
    private String typed;
    private String reason;
    private String problem;

    /** What the act does. */
    interface Doing {
        void with(String reason);
    }

    /**
     * An act.
     *
     * @param key tells it apart: of its texts, and of what is said when it was done
     * @param named whether the user name must be typed, because it cannot be undone or hits hard
     */
    UserAct(UserActsView page, String key, boolean named, Doing doing) {
        this.page = page;
        this.key = key;
        this.named = named;
        this.doing = doing;
    }

    /** Acts, unless the name typed is another. */
    public void act() throws IOException {
        if (named && (typed == null || !typed.strip().toLowerCase(Locale.ROOT).equals(page.username()))) {
            problem = page.wrongName();
            return;
        }
        try {
            doing.with(reason);
            page.done(key);
        } catch (LgspException refusal) {
            problem = page.explain(refusal);
        }
    }

    /** The name to type; empty when none has to be. */
    public String getName() {
        return named ? page.username() : "";
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
