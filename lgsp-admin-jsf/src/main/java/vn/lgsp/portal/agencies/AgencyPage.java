package vn.lgsp.portal.agencies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyDetails;
import vn.lgsp.registry.boundary.AgencyRow;
import vn.lgsp.registry.boundary.CodeRow;
import vn.lgsp.registry.boundary.Codes;
import vn.lgsp.registry.boundary.Directory;

/** One agency: how it is reached, its codes, what stands below it, what it was (portal.md 4.1). */
@Named
@RequestScoped
public class AgencyPage {
    private static final List<String> TABS = List.of("thong-tin", "ma", "ben-duoi");

    @Inject
    private Agencies agencies;

    @Inject
    private Codes codes;

    @Inject
    private Directory directory;

    @Inject
    private AgencyHoldings holdings;

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

    private AgencyDetails agency;
    private String tab;
    private String typed;
    private String reason;
    private String problem;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        agency = agencies.find(me.staff(), id(request.getParameter("ma")));
        String wish = request.getParameter("tab");
        tab = tabs().filter(key -> key.equals(wish)).findFirst().orElse(TABS.get(0));
    }

    /** An agency is named by its id or by any code it ever had. */
    private UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAnId) {
            return directory
                    .byCode(text)
                    .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND))
                    .id();
        }
    }

    private Stream<String> tabs() {
        return Stream.of(
                        TABS.stream(),
                        holdings.tabs(agency).stream(),
                        Stream.of("lich-su"),
                        isLockable() ? Stream.of("thao-tac") : Stream.<String>empty())
                .flatMap(tabs -> tabs);
    }

    public List<TabLink> getTabs() {
        return tabs().map(key ->
                        new TabLink(key, Paths.AGENCY + "?ma=" + agency.row().id() + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    public String getTab() {
        return tab;
    }

    public AgencyDetails getAgency() {
        return agency;
    }

    public String getState() {
        return agency.row().ended() == null
                ? texts.of("agency-state", agency.row().state())
                : texts.of("agency-ending", agency.row().ended());
    }

    public String getTone() {
        return AgencyTones.of(agency.row().state());
    }

    /** Whether the person may change how it is reached. */
    public boolean isChangeable() {
        return agency.row().state() != Agency.State.CLOSED
                && agencies.mayChange(me.staff(), agency.row().id());
    }

    /** Whether to offer locking and opening. */
    public boolean isLockable() {
        return agency.row().state() != Agency.State.CLOSED && me.staff().may(Right.DIRECTORY_CHANGE);
    }

    public boolean isLocked() {
        return agency.row().state() == Agency.State.LOCKED;
    }

    /** Locks the agency, or opens it again. */
    public void turn() throws IOException {
        if (!isLocked() && !agency.row().code().equals(typed == null ? "" : typed.strip())) {
            problem = texts.with("danger.differs", agency.row().code());
            return;
        }
        try {
            agencies.lock(me.staff(), agency.row().id(), !isLocked(), reason, seen());
            redirect.to(Paths.AGENCY + "?ma=" + agency.row().id() + "&xong=" + (isLocked() ? "unlocked" : "locked"));
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    private int seen() {
        String version = request.getParameter("ban");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
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

    /** Why locking was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "agency.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    public List<CodeRow> getCodes() {
        return codes.of(me.staff(), agency.row().id());
    }

    public List<AgencyRow> getBelow() {
        return agencies.below(me.staff(), agency.row().id(), null);
    }

    public List<AgencyRow> getHistory() {
        return agencies.history(me.staff(), agency.row().id());
    }

    /** The word of a version's state. */
    public String state(AgencyRow row) {
        return row.ended() == null ? texts.of("agency-state", row.state()) : texts.of("agency-ending", row.ended());
    }

    public String tone(AgencyRow row) {
        return AgencyTones.of(row.state());
    }
}
