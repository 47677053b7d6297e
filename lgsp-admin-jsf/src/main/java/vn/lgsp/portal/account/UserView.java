package vn.lgsp.portal.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.UserDetails;
import vn.lgsp.sso.boundary.Users;

/** One user: facts, roles, sessions, history (portal.md 12.1). What can be done to the user is in {@link UserActsView}. */
@Named
@RequestScoped
public class UserView {
    private static final int EVENTS = 100;

    @Inject
    private Users users;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private UserDetails user;
    private String tab;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        user = users.find(me.staff(), id(request.getParameter("ma")));
        String wish = request.getParameter("tab");
        tab = tabs().filter(key -> key.equals(wish)).findFirst().orElse("vai-tro");
    }

    /** Reads an id; NOT_FOUND for what is none. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private Stream<String> tabs() {
        Stream<String> all = Stream.of("vai-tro", "phien", "lich-su");
        return user.changeable() ? Stream.concat(all, Stream.of("thao-tac")) : all;
    }

    public List<TabLink> getTabs() {
        return tabs().map(
                        key -> new TabLink(key, Paths.USER + "?ma=" + user.row().id() + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    public String getTab() {
        return tab;
    }

    public UserDetails getUser() {
        return user;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "user.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    public String getState() {
        return texts.of("account-state", user.row().state());
    }

    public String getTone() {
        return UserTones.of(user.row().state());
    }

    /** Whether a person locked or disabled the account. */
    public boolean isStopped() {
        return user.row().state() == AccountState.LOCKED || user.row().state() == AccountState.DISABLED;
    }

    public boolean isOwn() {
        return me.staff().accountId().equals(user.row().id());
    }

    public List<SessionLine> getSessions() {
        return users.sessions(me.staff(), user.row().id()).stream()
                .map(session -> new SessionLine(session, texts))
                .toList();
    }

    public List<EventLine> getEvents() {
        return users.events(me.staff(), user.row().id(), null, EVENTS).stream()
                .map(event -> new EventLine(event, texts))
                .toList();
    }
}
