package vn.lgsp.portal.routes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVersionView;
import vn.lgsp.routing.boundary.Routes;

/** The rules that find destinations: the list in its order, the draft, the versions (portal.md 5.1; Điều 5.7). */
@Named
@RequestScoped
public class RoutesPage {
    private static final int MOST = 50;
    private static final String RULES = "quy-tac";

    @Inject
    private Routes routes;

    @Inject
    private RouteWords words;

    @Inject
    private Me me;

    @Inject
    private Submission submission;

    private RouteVersionView draft;
    private RouteVersionView published;
    private RouteVersionView shown;
    private String tab;

    /** A tab of the page. */
    public record TabLink(String key, String address, boolean current) {}

    /** A rule as a line; {@code index} from 0. */
    public record Line(int index, int position, RouteRule rule, String when, String to) {}

    /** What one place of the list was and is; null where there is nothing. */
    public record Change(int position, String before, String after) {}

    @PostConstruct
    void read() {
        draft = routes.draft(me.staff()).orElse(null);
        published = routes.published(me.staff()).orElse(null);
        int asked = submission.number("phien-ban", 0);
        RouteVersionView usual = draft != null ? draft : published;
        shown = asked > 0 ? routes.version(me.staff(), asked) : usual;
        String wish = submission.typed("tab");
        tab = Stream.of(RULES, "phien-ban", "so-sanh", "thu")
                .filter(key -> key.equals(wish))
                .findFirst()
                .orElse(RULES);
    }

    public List<TabLink> getTabs() {
        return Stream.of(RULES, "phien-ban", "thu")
                .map(key -> new TabLink(key, Paths.ROUTES + "?tab=" + key, key.equals(tab)))
                .toList();
    }

    public String getTab() {
        return tab;
    }

    /** The version that is shown; null when there is none at all. */
    public RouteVersionView getShown() {
        return shown;
    }

    public List<Line> getLines() {
        List<RouteRule> rules = shown == null ? List.of() : shown.rules();
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new Line(
                        i,
                        i + 1,
                        rules.get(i),
                        words.when(rules.get(i).when()),
                        words.to(rules.get(i).to())))
                .toList();
    }

    /** Whether the draft is shown. */
    public boolean isDrafted() {
        return shown != null && shown.state() == VersionState.DRAFT;
    }

    /** Whether to offer changing the draft; whether the person may, the boundary decides. */
    public boolean isEditable() {
        return isDrafted() && isWriter();
    }

    /** Whether to offer beginning a draft. */
    public boolean isBeginnable() {
        return draft == null && isWriter();
    }

    private boolean isWriter() {
        return me.staff().may(Right.ROUTES_CHANGE);
    }

    /** Whether to offer putting the draft into force. */
    public boolean isPublishable() {
        return isDrafted()
                && me.staff().may(Right.ROUTES_PUBLISH)
                && !draft.head().draftedBy().equals(me.staff().accountId());
    }

    public List<RouteVersionView> getVersions() {
        return routes.versions(me.staff(), null, MOST);
    }

    /** Whether there is a version in force to compare with. */
    public boolean comparable(RouteVersionView version) {
        return published != null && version.number() != published.number();
    }

    public RouteVersionView getPublished() {
        return published;
    }

    /** The places of the list that differ between the version in force and the one shown. */
    public List<Change> getChanges() {
        List<RouteRule> before = published == null ? List.of() : published.rules();
        List<RouteRule> after = shown == null ? List.of() : shown.rules();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String was = i < before.size() ? words.whole(before.get(i)) : null;
            String is = i < after.size() ? words.whole(after.get(i)) : null;
            if (was == null || !was.equals(is)) {
                changes.add(new Change(i + 1, was, is));
            }
        }
        return changes;
    }

    /** Begins a draft with the rules in force. */
    public void begin() throws IOException {
        act("begin", () -> routes.write(me.staff(), published == null ? List.of() : published.rules(), null, null));
    }

    /** Begins a draft with the rules of the version that the form names. */
    public void restore() throws IOException {
        act("restore", () -> routes.restore(me.staff(), number()));
    }

    public void discard() throws IOException {
        act("discard", () -> routes.discard(me.staff(), submission.seen()));
    }

    public void publish() throws IOException {
        act("publish", () -> routes.publish(me.staff(), submission.seen()));
    }

    /** Moves the rule of the line one place up. */
    public void up() throws IOException {
        change(rules -> Collections.swap(rules, number(), Math.max(0, number() - 1)));
    }

    /** Takes the rule of the line out. */
    public void remove() throws IOException {
        change(rules -> rules.remove(number()));
    }

    /** Turns the rule of the line on or off. */
    public void toggle() throws IOException {
        change(rules -> {
            RouteRule rule = rules.get(number());
            rules.set(number(), new RouteRule(rule.code(), rule.name(), !rule.enabled(), rule.when(), rule.to()));
        });
    }

    private void change(Consumer<List<RouteRule>> change) throws IOException {
        act("change", () -> {
            List<RouteRule> rules = new ArrayList<>(draft == null ? List.of() : draft.rules());
            if (number() < rules.size()) {
                change.accept(rules);
                routes.write(me.staff(), rules, draft.note(), submission.seen());
            }
        });
    }

    private void act(String done, Runnable act) throws IOException {
        submission.take(() -> {
            act.run();
            return Submission.done(Paths.ROUTES, done);
        });
    }

    private int number() {
        return submission.number("so", Integer.MAX_VALUE);
    }
}
