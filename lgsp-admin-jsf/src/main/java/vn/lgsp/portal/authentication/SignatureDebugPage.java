package vn.lgsp.portal.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import vn.lgsp.authentication.boundary.AuthenticationEventView;
import vn.lgsp.authentication.boundary.AuthenticationEvents;
import vn.lgsp.authentication.boundary.SignatureDebugger;
import vn.lgsp.authentication.boundary.SignatureExplanation;
import vn.lgsp.authentication.boundary.SignatureExplanation.Outcome;
import vn.lgsp.authentication.boundary.TextComparison;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;

/** Shows what the platform takes to have been signed and where that differs from what a program signed (portal.md 4.8, 11.6). */
@Named
@RequestScoped
public class SignatureDebugPage {
    @Inject
    private SignatureDebugger debugger;

    @Inject
    private AuthenticationEvents events;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private AuthenticationEventView entry;
    private SignatureExplanation found;
    private TextComparison comparison;
    private Map<String, String> problems = Map.of();
    private String pasted = "";
    private String signed = "";

    @PostConstruct
    void read() {
        String id = request.getParameter("nhat-ky");
        if (id != null && !id.isEmpty()) {
            entry = events.find(me.staff(), Paths.id(id));
            comparison = TextComparison.of(entry.signingText() == null ? "" : entry.signingText(), "");
        }
    }

    /** Explains what was pasted, and compares. */
    public void explain() {
        String ours = entry == null ? null : entry.signingText();
        try {
            if (entry == null || !pasted.isBlank()) {
                found = debugger.explain(me.staff(), pasted);
                ours = found.text();
            }
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
        }
        comparison = ours == null ? null : TextComparison.of(ours, signed.replace("\r\n", "\n"));
    }

    /** The entry of the log that it began with; null without one. */
    public AuthenticationEventView getEntry() {
        return entry;
    }

    public SignatureExplanation getFound() {
        return found;
    }

    /** What was signed, line by line; null when it is not known. */
    public TextComparison getComparison() {
        return comparison;
    }

    /** Whether there is a text of the program to compare with. */
    public boolean isCompared() {
        return comparison != null && !signed.isEmpty();
    }

    /** Where the two texts differ first, in words. */
    public String getDifference() {
        return texts.with(
                "debug.difference",
                format.number(comparison.line()),
                format.number(comparison.column()),
                end(comparison.ours()),
                end(comparison.theirs()));
    }

    private String end(String character) {
        return character.isEmpty() ? texts.get("debug.end") : "«" + character + "»";
    }

    /** What came of it: the platform's refusal, or the outcome of trying. */
    public String getVerdict() {
        return found.refusal() == null ? texts.of("debug-outcome", found.outcome()) : explanation.of(found.refusal());
    }

    public String getVerdictTone() {
        return found.outcome() == Outcome.RIGHT
                ? "done"
                : found.outcome() == Outcome.KEY_OUT_OF_REACH ? "attention" : "error";
    }

    /** The mistakes that explain the signature. */
    public List<String> getSlips() {
        return found.slips().stream().map(slip -> texts.of("debug-slip", slip)).toList();
    }

    public String getScheme() {
        return texts.of("auth-scheme", found.scheme());
    }

    /** How far the time of signing is off, in words; null when it has none. */
    public String getClock() {
        if (found.secondsOff() == null) {
            return null;
        }
        boolean inside = Math.abs(found.secondsOff()) <= found.windowSeconds();
        return texts.with(
                inside ? "debug.clock.inside" : "debug.clock.outside",
                format.number(found.secondsOff()),
                format.number(found.windowSeconds()));
    }

    public String problem(String field) {
        return problems.get(field);
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(String pasted) {
        this.pasted = pasted == null ? "" : pasted;
    }

    public String getSigned() {
        return signed;
    }

    public void setSigned(String signed) {
        this.signed = signed == null ? "" : signed;
    }
}
