package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The page that explains a refusal or failure: what happened, what to do, under which id to ask. */
@Named
@RequestScoped
public class ErrorView {

    /** The causes that a person can tell apart. */
    enum Cause {
        MALFORMED("alert"),
        FORBIDDEN("lock"),
        NOT_FOUND("search"),
        UNAVAILABLE("clock"),
        INTERNAL("alert");

        private final String icon;

        Cause(String icon) {
            this.icon = icon;
        }

        static Cause of(int status) {
            return switch (status) {
                case 401, 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 503 -> UNAVAILABLE;
                default -> status < 500 ? MALFORMED : INTERNAL;
            };
        }
    }

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @Inject
    private Me me;

    public String getTitle() {
        return texts.of("error.title", cause());
    }

    public String getText() {
        return texts.of("error.text", cause());
    }

    public String getFix() {
        return texts.of("error.fix", cause());
    }

    public String getIcon() {
        return cause().icon;
    }

    /** Whether there is a dashboard to go back to. */
    public boolean isSignedIn() {
        return me.isSignedIn();
    }

    private Cause cause() {
        // Opened by its own address the page says what is true then: there is nothing here.
        return Cause.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
    }
}
