package vn.lgsp.portal.policies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.routing.boundary.Policies;
import vn.lgsp.routing.boundary.PolicyDraft;
import vn.lgsp.routing.boundary.PolicyView;
import vn.lgsp.routing.boundary.TermsInput;

/** Drafting a policy from a template, from another policy, or changing a draft. */
@Named
@RequestScoped
public class PolicyForm {
    private static final String DAYS = "ngay";

    @Inject
    private Policies policies;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private PolicyWords words;

    @Inject
    private Submission submission;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> values = new HashMap<>();
    private PolicyView known;
    private Set<String> days;

    /** A day to tick. */
    public record Tick(String value, String text, boolean chosen) {}

    @PostConstruct
    void read() {
        PolicyTerms terms = template();
        values.put("ma-chinh-sach", known == null ? "" : known.code());
        values.put("ten", known == null ? "" : known.nameVi());
        values.put("ten-en", known == null ? "" : known.nameEn());
        DeliveryWindow window = terms.window();
        values.put("tu", window == null ? "" : window.fromTime().toString());
        values.put("den", window == null ? "" : window.toTime().toString());
        values.put("lan", Integer.toString(terms.backOff().attempts()));
        values.put("dau", PolicyWords.typed(terms.backOff().first()));
        values.put("he-so", Double.toString(terms.backOff().factor()));
        values.put("dai", PolicyWords.typed(terms.backOff().longest()));
        values.put("lech", Integer.toString(terms.backOff().jitter()));
        values.put("han", PolicyWords.typed(terms.deadlineAfter()));
        values.put("giu", PolicyWords.typed(terms.hold()));
        values.put("bao", PolicyWords.typed(terms.reportAfter()));
        values.put("quyet", terms.decides().name());
        days = window == null
                ? Set.of()
                : window.daysOfWeek().stream().map(DayOfWeek::name).collect(Collectors.toSet());
        if (submission.sent("ten")) {
            values.replaceAll((name, before) -> submission.sent(name) ? submission.typed(name) : before);
            String[] ticked = request.getParameterValues(DAYS);
            days = ticked == null ? Set.of() : Set.of(ticked);
        }
    }

    /** What the fields show at first: the draft, the policy or template that the address names, or the platform's own. */
    private PolicyTerms template() {
        String template = submission.typed("mau");
        String id = submission.typed("ma");
        if (!id.isEmpty()) {
            known = policies.find(me.staff(), Paths.id(id));
            return known.terms();
        }
        return Arrays.stream(PolicyTemplate.values())
                .filter(one -> one.code().equals(template))
                .findFirst()
                .map(PolicyTemplate::terms)
                .orElseGet(() -> policies.platform(me.staff()));
    }

    /** Whether a draft is changed; otherwise a new one is made. */
    public boolean isChanging() {
        return known != null && known.state() == VersionState.DRAFT;
    }

    public PolicyView getKnown() {
        return known;
    }

    /** What stands in a field. */
    public String value(String name) {
        return values.get(name);
    }

    public List<Tick> getDays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Tick(day.name(), words.day(day), days.contains(day.name())))
                .toList();
    }

    public List<Choice> getDeciders() {
        return Arrays.stream(Decider.values())
                .map(decider -> new Choice(decider.name(), texts.of("decider", decider)))
                .toList();
    }

    /** Stores the draft. */
    public void save() throws IOException {
        submission.fill(() -> {
            PolicyDraft draft = draft();
            PolicyView stored = isChanging()
                    ? policies.change(me.staff(), known.id(), submission.seen(), draft)
                    : policies.draft(me.staff(), draft);
            return Submission.done(Paths.POLICY + "?ma=" + stored.id(), "saved");
        });
    }

    private PolicyDraft draft() {
        List<FieldError> wrong = new ArrayList<>();
        TermsInput terms = new TermsInput(
                window(wrong),
                read("lan", "attempts", Integer::valueOf, wrong),
                read("dau", "firstInterval", Duration::parse, wrong),
                read("he-so", "factor", text -> Double.valueOf(text.replace(',', '.')), wrong),
                read("dai", "longestInterval", Duration::parse, wrong),
                read("lech", "jitterPercent", Integer::valueOf, wrong),
                read("han", "deadlineAfter", Duration::parse, wrong),
                read("giu", "hold", Duration::parse, wrong),
                read("bao", "reportAfter", Duration::parse, wrong),
                read("quyet", "decides", Decider::valueOf, wrong));
        if (!wrong.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, wrong);
        }
        return new PolicyDraft(value("ma-chinh-sach"), value("ten"), value("ten-en"), terms);
    }

    /** None when neither days nor hours were given. */
    private DeliveryWindow window(List<FieldError> wrong) {
        if (days.isEmpty() && value("tu").isEmpty() && value("den").isEmpty()) {
            return null;
        }
        LocalTime from = read("tu", "window.from", LocalTime::parse, wrong);
        LocalTime to = read("den", "window.to", LocalTime::parse, wrong);
        if (from == null || to == null) {
            wrong.add(new FieldError(from == null ? "window.from" : "window.to", "required"));
            return null;
        }
        List<DayOfWeek> chosen = Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(day.name()))
                .toList();
        return DeliveryWindow.of(chosen, from, to);
    }

    /** What a field says; null when it is empty or no such thing, which is noted. */
    private <T> T read(String name, String field, Function<String, T> reading, List<FieldError> wrong) {
        String text = value(name);
        try {
            return text.isEmpty() || text.length() > 40 ? null : reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong.add(new FieldError(field, "form"));
            return null;
        }
    }
}
