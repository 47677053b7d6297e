package vn.lgsp.portal.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.authentication.boundary.AccessKeyLists;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.authentication.boundary.IssuedKey;
import vn.lgsp.authentication.boundary.KeyChange;
import vn.lgsp.authentication.boundary.KeyRotation;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.authentication.boundary.NewKey;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationRow;
import vn.lgsp.registry.boundary.Applications;

/**
 * The forms with which a key is issued, replaced or changed: the latter two when the address names one. The form names its order, so that
 * a page that is loaded again makes no second key.
 */
@Named
@RequestScoped
public class KeyForm {
    private static final int MOST_APPLICATIONS = 200;
    private static final List<Integer> OVERLAPS = List.of(0, 24, 72, 168, 720);

    @Inject
    private AccessKeys keys;

    @Inject
    private AccessKeyLists lists;

    @Inject
    private Applications applications;

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

    private KeyView known;
    private IssuedKey made;
    private String publicKey = "";
    private String problem;
    private Map<String, String> problems = Map.of();

    /** A box to tick. */
    public record Tick(String value, String text, boolean chosen) {}

    @PostConstruct
    void read() {
        String id = request.getParameter("ma");
        known = id == null ? null : keys.find(me.staff(), Paths.id(id));
    }

    /** Issues a key; the page then shows its secret, once. */
    public void issue() {
        attempt(() -> made = keys.issue(
                me.staff(),
                Paths.id(getApplication()),
                new NewKey(
                        getName(),
                        getAlgorithm().isEmpty() ? null : getAlgorithm(),
                        publicKey(),
                        KeyDays.end(getLastDay()),
                        getNetworks(),
                        scopes(),
                        getReason(),
                        getOrder())));
    }

    /** Replaces the key that the address names. */
    public void rotate() {
        attempt(() -> made = keys.rotate(
                me.staff(),
                known.id(),
                null,
                new KeyRotation(
                        Duration.ofHours(overlap()),
                        publicKey(),
                        KeyDays.end(getNewLastDay()),
                        getReason(),
                        getOrder())));
    }

    /** Changes the key that the address names. */
    public void change() throws IOException {
        attempt(() -> keys.change(
                me.staff(),
                known.id(),
                version(),
                new KeyChange(getName(), KeyDays.end(getLastDay()), getNetworks(), scopes())));
        if (problem == null && problems.isEmpty()) {
            redirect.to(Paths.KEY + "?ma=" + known.id() + "&xong=change");
        }
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
            if (refusal.code() == ErrorCode.PRIVATE_KEY_SENT) {
                // It must not stand in the page again.
                publicKey = "";
            }
        }
    }

    private String publicKey() {
        return publicKey.isBlank() ? null : publicKey;
    }

    private int overlap() {
        String hours = getOverlap();
        return hours.matches("\\d{1,3}") ? Integer.parseInt(hours) : -1;
    }

    private int version() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    private Set<KeyScope> scopes() {
        String[] ticked = request.getParameterValues("pham-vi");
        Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        if (ticked != null) {
            Arrays.stream(KeyScope.values())
                    .filter(scope -> Arrays.asList(ticked).contains(scope.name()))
                    .forEach(scopes::add);
        }
        return scopes;
    }

    /** The key that was made just now; null when none was. */
    public IssuedKey getMade() {
        return made;
    }

    /** Where to go when its secret was kept. */
    public String getMadePath() {
        return Paths.KEY + "?ma=" + made.id() + "&xong=issue";
    }

    /** The key that is replaced or changed; null for a new one. */
    public KeyView getKey() {
        return known;
    }

    /** Whether the key that is replaced is a public one, so that its successor has to be handed in. */
    public boolean isPublicOne() {
        return known != null && known.fingerprint() != null;
    }

    public String getKeyName() {
        return KeyWords.name(known);
    }

    public String getProblem() {
        return problem;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.containsKey(field) ? texts.with("user.field.refused", problems.get(field)) : null;
    }

    /** Test and live applications for which the person may issue keys. */
    public List<Choice> getApplications() {
        return applications
                .list(
                        me.staff(),
                        new ApplicationFilter(null, null, null, null, null, null, null, null, MOST_APPLICATIONS))
                .stream()
                .filter(row -> row.state() != vn.lgsp.model.registry.Application.State.RETIRED)
                .filter(row -> lists.changeable(me.staff(), row.id()))
                .map(this::choice)
                .toList();
    }

    private Choice choice(ApplicationRow row) {
        return new Choice(
                row.id().toString(),
                row.name() + " (" + row.code() + ", " + texts.of("environment", row.environment()) + ")");
    }

    public List<Choice> getAlgorithms() {
        return KeyWords.algorithms(texts);
    }

    public List<Choice> getOverlaps() {
        return OVERLAPS.stream()
                .map(hours -> new Choice(
                        hours.toString(),
                        hours == 0 ? texts.get("key.overlap.none") : texts.with("key.overlap.n", format.number(hours))))
                .toList();
    }

    public List<Tick> getScopes() {
        boolean sent = request.getParameter("ten") != null;
        return KeyWords.scopeTicks(texts, sent ? scopes() : known == null ? KeyScope.all() : known.scopes());
    }

    public String getApplication() {
        return typed("ung-dung", "");
    }

    public String getName() {
        return typed("ten", known == null ? "" : known.name());
    }

    public String getAlgorithm() {
        return typed("thuat-toan", KeyWords.ALGORITHMS.get(0));
    }

    public String getNetworks() {
        return typed("mang", known == null ? "" : String.join(", ", known.networks()));
    }

    public String getLastDay() {
        Instant end = known == null || known.notAfter() == null
                ? null
                : known.notAfter().minusSeconds(1);
        return typed("den-ngay", end == null ? "" : format.date(end));
    }

    /** The last day of a successor: it has none unless somebody says so. */
    public String getNewLastDay() {
        return typed("den-ngay", "");
    }

    public String getOverlap() {
        return typed("chong-lan", "72");
    }

    public String getReason() {
        return typed("ly-do", "");
    }

    /** Names the order; stays the same when the page is loaded again. */
    public String getOrder() {
        return typed("lenh", UUID.randomUUID().toString());
    }

    /** The version that was looked at when the form was opened. */
    public String getVersion() {
        return typed("ban", known == null ? "" : String.valueOf(known.version()));
    }

    public String getPublicKey() {
        return publicKey;
    }

    public void setPublicKey(String text) {
        publicKey = text == null ? "" : text;
    }

    private String typed(String name, String otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : value.strip();
    }
}
