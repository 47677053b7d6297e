package vn.lgsp.portal.undeliverable;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Undeliverable.Decision;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.routing.boundary.UndeliverableDesk;
import vn.lgsp.routing.boundary.UndeliverableView;

/** One delivery that could not be made, with what its source may decide (portal.md 2.3; Điều 5.9). */
@Named
@RequestScoped
public class UndeliverablePage {
    /** How long one may wait, as ISO 8601 durations. */
    private static final List<String> WAITS = List.of("PT4H", "PT24H", "PT72H", "PT168H");

    @Inject
    private UndeliverableDesk desk;

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

    private UndeliverableDesk.Entry entry;
    private ReasonAct cancel;
    private String problem;
    private Map<String, String> problems = Map.of();

    @PostConstruct
    void read() {
        entry = desk.entry(me.staff(), Paths.id(request.getParameter("ma")));
        cancel = new ReasonAct(explanation, redirect, path("cancel"), reason -> desk.cancel(me.staff(), id(), reason));
    }

    private UUID id() {
        return entry.view().deliveryId();
    }

    private String path(String done) {
        return Paths.UNDELIVERABLE_ENTRY + "?ma=" + id() + "&xong=" + done;
    }

    public UndeliverableView getEntry() {
        return entry.view();
    }

    public String getTone() {
        return UndeliverableTones.of(entry.view());
    }

    public String getReason() {
        return texts.of("undeliverable-reason", entry.view().reason());
    }

    public String getState() {
        return texts.of("delivery-state", entry.view().state());
    }

    /** What was decided, in words; that nothing was while nothing is. */
    public String getDecision() {
        Decision decision = entry.view().decision();
        return decision == null
                ? texts.of("undeliverable-stand", entry.view().stand())
                : texts.of("undeliverable-decision", decision);
    }

    private boolean offers(Decision decision) {
        return entry.decides() && entry.view().options().contains(decision);
    }

    public boolean isWaitable() {
        return offers(Decision.WAIT);
    }

    public boolean isRedirectable() {
        return offers(Decision.REDIRECT);
    }

    public boolean isCancellable() {
        return offers(Decision.CANCEL);
    }

    public boolean isResendable() {
        return offers(Decision.RESEND);
    }

    public boolean isRemindable() {
        return entry.reminds();
    }

    /** Whether the person may do something. */
    public boolean isActing() {
        return Stream.of(Decision.values()).anyMatch(this::offers) || isRemindable();
    }

    public List<Choice> getWaits() {
        return WAITS.stream()
                .map(wait -> new Choice(wait, format.duration(Duration.parse(wait))))
                .toList();
    }

    /** Waits for as long as the form says. */
    public void waitLonger() throws IOException {
        act("wait", () -> desk.await(me.staff(), id(), until()));
    }

    private Instant until() {
        try {
            return Instant.now().plus(Duration.parse(typed("cho"))).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeParseException none) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("until", "required")));
        }
    }

    /** Sends it to the agency that the form names. */
    public void redirect() throws IOException {
        act("redirect", () -> desk.redirect(me.staff(), id(), typed("don-vi")));
    }

    /** Sends it to the same destination once more. */
    public void resend() throws IOException {
        act("resend", () -> desk.resend(me.staff(), id()));
    }

    /** Reminds the destination. */
    public void remind() throws IOException {
        act("remind", () -> desk.remind(me.staff(), id()));
    }

    private void act(String done, Runnable act) throws IOException {
        try {
            act.run();
            redirect.to(path(done));
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    public String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }

    public ReasonAct getCancel() {
        return cancel;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "undeliverable.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }
}
