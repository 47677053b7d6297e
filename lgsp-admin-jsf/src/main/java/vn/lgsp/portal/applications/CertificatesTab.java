package vn.lgsp.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.boundary.CertificatePolicyView;
import vn.lgsp.authentication.boundary.CertificateView;
import vn.lgsp.authentication.boundary.Certificates;
import vn.lgsp.model.authentication.ClientCertificate.State;
import vn.lgsp.model.authentication.RevocationReason;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;

/** The certificates of one application (Điều 4.4, 10): the tab of its page. */
@Named
@RequestScoped
public class CertificatesTab {
    private static final int SHORT = 8;

    @Inject
    private Certificates certificates;

    @Inject
    private ApplicationPage page;

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

    private ReasonAct revoke;
    private ReasonAct require;
    private ReasonAct release;
    private String pem = "";
    private String problem;
    private List<CertificateView> found;

    /** One certificate, in words. */
    public record Line(
            String title,
            String issuer,
            String serial,
            String shortSerial,
            Instant notAfter,
            String state,
            String tone,
            String revoked,
            String pem,
            String file) {}

    @PostConstruct
    void prepare() {
        revoke = act(
                "certificate-revoked",
                reason -> certificates.revoke(
                        me.staff(), id(), ApplicationPage.id(request.getParameter("chung-thu")), why(), reason));
        require = act("certificate-required", reason -> certificates.decide(me.staff(), id(), true, reason));
        release = act("certificate-released", reason -> certificates.decide(me.staff(), id(), false, reason));
    }

    private ReasonAct act(String key, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, done(key), doing);
    }

    private String done(String key) {
        return page.path() + "&tab=chung-thu&xong=" + key;
    }

    private UUID id() {
        return page.getApplication().row().id();
    }

    /** The reason that was chosen; null for none. */
    private RevocationReason why() {
        String chosen = request.getParameter("vi");
        return Arrays.stream(RevocationReason.values())
                .filter(reason -> reason.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** Has a certificate issued for a request, in the place of another where one was chosen, or binds one of another authority. */
    public void add() throws IOException {
        try {
            if (!pem.contains("CERTIFICATE REQUEST") && pem.contains("CERTIFICATE")) {
                certificates.bind(me.staff(), id(), pem);
            } else if (getRenews().isEmpty()) {
                certificates.issue(me.staff(), id(), pem);
            } else {
                certificates.renew(me.staff(), id(), ApplicationPage.id(getRenews()), pem);
            }
            redirect.to(done("certificate-added"));
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    private List<CertificateView> found() {
        if (found == null) {
            found = certificates.list(me.staff(), id());
        }
        return found;
    }

    public List<Line> getLines() {
        return found().stream().map(this::line).toList();
    }

    private Line line(CertificateView view) {
        return new Line(
                view.subject(),
                view.own() ? texts.get("certificate.own") : texts.with("certificate.foreign", view.issuer()),
                view.serial(),
                shortSerial(view),
                view.notAfter(),
                texts.of("certificate-state", view.state()),
                tone(view.state()),
                view.revokedAt() == null
                        ? null
                        : texts.with(
                                "certificate.revoked",
                                format.dateTime(view.revokedAt()),
                                texts.of("revocation", view.reason()),
                                view.note() == null ? "" : view.note()),
                view.pem(),
                "chung-thu-" + shortSerial(view) + ".pem");
    }

    private static String shortSerial(CertificateView view) {
        return view.serial().length() <= SHORT ? view.serial() : view.serial().substring(0, SHORT);
    }

    private static String tone(State state) {
        return switch (state) {
            case IN_FORCE -> "done";
            case EXPIRED -> "stopped";
            case REVOKED -> "error";
        };
    }

    /** Certificates that can be renewed. */
    public List<Choice> getRenewable() {
        return choices(found().stream()
                .filter(view -> view.own() && view.state() != State.REVOKED)
                .toList());
    }

    /** Certificates that can be revoked. */
    public List<Choice> getRevocable() {
        return choices(
                found().stream().filter(view -> view.state() != State.REVOKED).toList());
    }

    private List<Choice> choices(List<CertificateView> views) {
        return views.stream()
                .map(view -> new Choice(
                        view.id().toString(),
                        texts.with("certificate.choice", shortSerial(view), format.date(view.notAfter()))))
                .toList();
    }

    public List<Choice> getReasons() {
        return Arrays.stream(RevocationReason.values())
                .map(reason -> new Choice(reason.name(), texts.of("revocation", reason)))
                .toList();
    }

    public CertificatePolicyView getPolicy() {
        return certificates.policy(me.staff(), id());
    }

    public ReasonAct getRevoke() {
        return revoke;
    }

    public ReasonAct getRequire() {
        return require;
    }

    public ReasonAct getRelease() {
        return release;
    }

    /** The certificate that the new one renews; empty for none. */
    public String getRenews() {
        String chosen = request.getParameter("thay-cho");
        return chosen == null ? "" : chosen.strip();
    }

    public String getPem() {
        return pem;
    }

    public void setPem(String pasted) {
        pem = pasted == null ? "" : pasted;
    }

    /** Why it was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }
}
