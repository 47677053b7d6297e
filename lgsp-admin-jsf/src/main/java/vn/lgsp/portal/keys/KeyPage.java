package vn.lgsp.portal.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.authentication.boundary.AccessKeyLists;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.authentication.boundary.KeyHistoryLine;
import vn.lgsp.authentication.boundary.KeyState;
import vn.lgsp.authentication.boundary.KeyUseOfDay;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.portal.applications.ApplicationPage.TabLink;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;

/** One key: what it opens, how it and its pair are used, what was done to it, and the acts (portal.md 4.6). */
@Named
@RequestScoped
public class KeyPage {
    private static final int DAYS = 30;
    private static final int MOST_SERIES = 4;
    private static final String OVERVIEW = "tong-quan";

    @Inject
    private AccessKeys keys;

    @Inject
    private AccessKeyLists lists;

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

    private KeyView key;
    private KeyView predecessor;
    private String tab;
    private List<KeyUseOfDay> use;
    private ReasonAct revoke;
    private String problem;

    @PostConstruct
    void read() {
        UUID id = Paths.id(request.getParameter("ma"));
        key = keys.find(me.staff(), id);
        predecessor = key.replaces() == null ? null : keys.find(me.staff(), key.replaces());
        String wish = request.getParameter("tab");
        tab = tabs().filter(name -> name.equals(wish)).findFirst().orElse(OVERVIEW);
        revoke = new ReasonAct(explanation, redirect, path() + "&xong=revoke", this::revoked);
    }

    private void revoked(String reason) {
        if (!getConfirmation()
                .equals(revoke.getTyped() == null ? "" : revoke.getTyped().strip())) {
            throw new LgspException(
                    ErrorCode.REQUEST_INVALID, List.of(new FieldError("typed", "typed", getConfirmation())));
        }
        keys.revoke(me.staff(), key.id(), null, reason);
    }

    private Stream<String> tabs() {
        Stream<String> all = Stream.of(OVERVIEW, "su-dung", "hoat-dong");
        return isChangeable() ? Stream.concat(all, Stream.of("thao-tac")) : all;
    }

    public List<TabLink> getTabs() {
        return tabs().map(name -> new TabLink(name, path() + "&tab=" + name, name.equals(tab)))
                .toList();
    }

    private String path() {
        return Paths.KEY + "?ma=" + key.id();
    }

    public String getTab() {
        return tab;
    }

    public KeyView getKey() {
        return key;
    }

    public String getName() {
        return KeyWords.name(key);
    }

    public String getState() {
        return texts.of("key-state", key.state());
    }

    public String getTone() {
        return KeyWords.tone(key.state());
    }

    public String getAlgorithm() {
        return KeyWords.algorithm(texts, key.algorithm());
    }

    public String getScopes() {
        return KeyWords.scopes(texts, key.scopes());
    }

    public String getNetworks() {
        return key.networks().isEmpty() ? texts.get("key.networks.all") : String.join(", ", key.networks());
    }

    /** What has to be typed before it is revoked: the last four characters of the access key. */
    public String getConfirmation() {
        return key.hint();
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String text = "key.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(text) ? texts.get(text) : null;
    }

    /** Whether to offer acts; whether the person may, the boundary decides. */
    public boolean isChangeable() {
        return key.usable() && lists.changeable(me.staff(), key.applicationId());
    }

    /** The key that this one replaces; null when there is none. */
    public KeyView getPredecessor() {
        return predecessor;
    }

    /** Whether both keys of a pair count, so that the older one can be ended. */
    public boolean isOverlapping() {
        return predecessor != null && predecessor.state() == KeyState.OVERLAPPING;
    }

    /** Until when the old key still counts, in words. */
    public String getOverlapEnd() {
        return isOverlapping() ? texts.with("key.overlap.until", format.dateTime(predecessor.notAfter())) : "";
    }

    /** Ends the older key of the pair. */
    public void endOverlap() throws IOException {
        try {
            keys.endOverlap(me.staff(), key.id(), null);
            redirect.to(path() + "&xong=end-overlap");
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    /** Why an act without a reason was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }

    public ReasonAct getRevoke() {
        return revoke;
    }

    public List<KeyHistoryLine> getHistory() {
        return lists.history(me.staff(), key.id());
    }

    /** Uses of the last days, newest day first; of both keys of a pair. */
    public List<KeyUseOfDay> getUse() {
        if (use == null) {
            use = lists.use(me.staff(), key.id(), DAYS);
        }
        return use;
    }

    /** Who it was, in words: the key's name and the end of its access key. */
    public String keyOf(KeyUseOfDay line) {
        return line.name().isEmpty() ? "…" + line.hint() : line.name() + " (…" + line.hint() + ")";
    }

    /** In which way it was signed, in words. */
    public String wayOf(KeyUseOfDay line) {
        return texts.of("auth-scheme", line.scheme()) + " · " + line.algorithm();
    }

    /** The days drawn, one line for each key of the pair. */
    public Chart getChart() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<LocalDate> days =
                today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1)).toList();
        Set<UUID> pair = getUse().stream()
                .map(KeyUseOfDay::keyId)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        List<Chart.Series> series = pair.stream()
                .limit(MOST_SERIES)
                .map(one -> new Chart.Series(nameOf(one), counts(days, one), !one.equals(key.id())))
                .toList();
        return new Chart(
                texts.get("key.use.chart"),
                texts.get("key.use.day"),
                Chart.Kind.BARS,
                days.stream()
                        .map(day -> new Chart.Slot(day.getDayOfMonth() + "/" + day.getMonthValue(), dayOf(day), null))
                        .toList(),
                series,
                value -> format.decimal(value, 0));
    }

    /** A day as it is written. */
    public String dayOf(LocalDate day) {
        return format.date(day.atStartOfDay(Format.ZONE).toInstant());
    }

    private String nameOf(UUID id) {
        return getUse().stream()
                .filter(line -> line.keyId().equals(id))
                .findFirst()
                .map(this::keyOf)
                .orElse("");
    }

    private List<Double> counts(List<LocalDate> days, UUID id) {
        List<Double> counts = new ArrayList<>();
        for (LocalDate day : days) {
            counts.add((double) getUse().stream()
                    .filter(line -> line.day().equals(day) && line.keyId().equals(id))
                    .mapToLong(KeyUseOfDay::requests)
                    .sum());
        }
        return counts;
    }
}
