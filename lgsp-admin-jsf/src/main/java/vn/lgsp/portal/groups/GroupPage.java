package vn.lgsp.portal.groups;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.portal.access.RightLine;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.GroupEvent;
import vn.lgsp.registry.boundary.GroupView;
import vn.lgsp.registry.boundary.Groups;

/** One group: its members, who waits to join, its rights, what was done to it (portal.md 4.5). */
@Named
@RequestScoped
public class GroupPage {
    private static final int MOST = 100;
    private static final String MEMBERS = "thanh-vien";

    @Inject
    private Groups groups;

    @Inject
    private AccessRequests requests;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private GroupView group;
    private Groups.Choices choices;
    private String tab;
    private ReasonAct refuse;
    private Map<String, String> problems = Map.of();
    private String problem;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        group = groups.find(me.staff(), Paths.id(request.getParameter("ma")));
        choices = groups.choices(me.staff(), group.id());
        String wish = request.getParameter("tab");
        tab = tabs().filter(key -> key.equals(wish)).findFirst().orElse(MEMBERS);
        refuse = new ReasonAct(
                explanation,
                redirect,
                path("refuse"),
                reason -> groups.refuse(me.staff(), group.id(), Paths.id(typed("cho")), seen(), reason));
    }

    private Stream<String> tabs() {
        Stream<String> all = Stream.of(MEMBERS, "quyen", "lich-su");
        return choices.change() ? Stream.concat(all, Stream.of("thao-tac")) : all;
    }

    public List<TabLink> getTabs() {
        return tabs().map(key -> new TabLink(key, Paths.GROUP + "?ma=" + group.id() + "&tab=" + key, key.equals(tab)))
                .toList();
    }

    private String path(String done) {
        return Paths.GROUP + "?ma=" + group.id() + "&xong=" + done;
    }

    public String getTab() {
        return tab;
    }

    public GroupView getGroup() {
        return group;
    }

    public boolean isChangeable() {
        return choices.change();
    }

    /** Whether to offer deciding on an agency that waits. */
    public boolean decides(GroupView.Pending one) {
        return choices.decide().contains(one.agency().id());
    }

    /** Whether the person asked for it, so that somebody else has to decide. */
    public boolean own(GroupView.Pending one) {
        return one.requesterId().equals(me.staff().accountId());
    }

    /** The agencies that wait and on which the person may decide. */
    public List<Choice> getDecidable() {
        return group.pending().stream()
                .filter(this::decides)
                .map(one -> new Choice(
                        one.agency().id().toString(),
                        one.agency().name() + " (" + one.agency().code() + ")"))
                .toList();
    }

    /** Takes in the agency that the form names, or asks that it may join. */
    public void add() throws IOException {
        act(() -> {
            UUID agency = directory
                    .byCode(typed("don-vi"))
                    .orElseThrow(() ->
                            new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("agency", "agency"))))
                    .id();
            GroupView now = taken(agency);
            return now.members().stream().anyMatch(one -> one.id().equals(agency)) ? "add" : "ask";
        });
    }

    private GroupView taken(UUID agency) {
        try {
            return groups.add(me.staff(), group.id(), agency);
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                // The group is the person's, the agency is not.
                throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("agency", "out-of-reach")));
            }
            throw refusal;
        }
    }

    /** Approves that the agency of the line joins. */
    public void approve() throws IOException {
        act(() -> {
            groups.approve(me.staff(), group.id(), Paths.id(typed("cho")), seen());
            return "approve";
        });
    }

    /** Lets the agency of the line go, or takes back that it was to join. */
    public void remove() throws IOException {
        act(() -> {
            groups.remove(me.staff(), group.id(), Paths.id(typed("don-vi-bo")));
            return "remove";
        });
    }

    /** Changes what people call the group. */
    public void rename() throws IOException {
        act(() -> {
            groups.rename(me.staff(), group.id(), seen(), typed("ten"));
            return "rename";
        });
    }

    /** Something that the page does; returns what was done. */
    private interface Act {
        String done();
    }

    private void act(Act act) throws IOException {
        try {
            redirect.to(path(act.done()));
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    private String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name, String known) {
        return request.getParameter(name) == null ? known : typed(name);
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }

    public ReasonAct getRefuse() {
        return refuse;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "group.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    /** The newest rights between the group and others that the person may see. */
    public List<RightLine> getRights() {
        return requests.ofGroup(me.staff(), group.id(), MOST).stream()
                .map(right -> new RightLine(right, texts, format))
                .toList();
    }

    public List<GroupEvent> getHistory() {
        return groups.history(me.staff(), group.id(), MOST);
    }
}
