package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The one form that a request sends: what was typed, what comes of it, and why it was refused. {@code lg:outcome} tells both. */
@Named
@RequestScoped
public class Submission {
    private static final String DONE = "xong";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    private Map<String, String> problems = Map.of();
    private String problem;

    /** What a form does; returns where to go then, relative to the context root. */
    @FunctionalInterface
    public interface Act {
        String then();
    }

    /** Whether a field, or a parameter of the address, is there at all. */
    public boolean sent(String name) {
        return request.getParameter(name) != null;
    }

    /** What was typed, without blanks around it; empty when nothing was. */
    public String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** A number that was sent, 0–999,999,999. */
    public int number(String name, int otherwise) {
        String text = typed(name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** The edit that the form was filled in on; one that nothing has when it does not say. */
    public int seen() {
        return number("ban", -1);
    }

    /** Acts; what is refused is told in one line above the page. */
    public void take(Act act) throws IOException {
        take(act, explanation::of);
    }

    /** Acts for a form whose fields say themselves why they were refused. */
    public void fill(Act act) throws IOException {
        take(act, refusal -> refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal));
    }

    /** Acts; {@code words} tells what is refused, null for nothing but what the fields say. */
    public void take(Act act, Function<LgspException, String> words) throws IOException {
        try {
            redirect.to(act.then());
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = words.apply(refusal);
        }
    }

    /** Why it was refused; null when it was not, or only fields were. */
    public String getProblem() {
        return problem;
    }

    /** Why which fields were refused; empty when none was. */
    public Map<String, String> getProblems() {
        return problems;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    /** Whether anything was refused. */
    public boolean isRefused() {
        return problem != null || !problems.isEmpty();
    }

    /** Where a page tells what was done, which has a text in its family. */
    public static String done(String address, String key) {
        return address + (address.contains("?") ? "&" : "?") + DONE + "=" + key;
    }

    /** What was done just now, in the words of a family; null when nothing was. */
    public String done(String family) {
        String key = family + "." + typed(DONE);
        return sent(DONE) && texts.has(key) ? texts.get(key) : null;
    }
}
