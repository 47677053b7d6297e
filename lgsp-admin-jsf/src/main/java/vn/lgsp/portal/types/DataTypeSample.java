package vn.lgsp.portal.types;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.SchemaKind;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.DataTypes;

/** A sample held against the version that the page of a data type shows. */
@Named
@RequestScoped
public class DataTypeSample {
    @Inject
    private DataTypePage page;

    @Inject
    private DataTypes types;

    @Inject
    private Me me;

    @Inject
    private Visit visit;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private String text;
    private String problem;
    private List<Violation> violations;

    /** A line of what is wrong with a sample. */
    public record Fault(String place, String path, String reason, String detail) {}

    /** Holds the sample against the version. */
    public void validate() {
        try {
            violations = types.validate(
                    me.staff(),
                    page.getType().code(),
                    page.getVersion().number(),
                    value("ten-tep"),
                    value("kieu"),
                    (text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        } catch (LgspException refusal) {
            problem = SchemaWords.of(explanation, refusal);
        }
    }

    /** What was typed into a field; what usually stands there before. */
    public String value(String name) {
        String typed = request.getParameter(name);
        if (typed != null) {
            return typed.strip();
        }
        boolean json = page.getVersion().rules().schemaKind() == SchemaKind.JSON;
        return name.equals("ten-tep") ? json ? "mau.json" : "mau.xml" : json ? "application/json" : "application/xml";
    }

    /** Whether a sample was tried. */
    public boolean isTried() {
        return violations != null;
    }

    /** What is wrong with the sample. */
    public List<Fault> getFaults() {
        return violations.stream()
                .map(one -> new Fault(
                        one.line() == 0 ? "–" : one.line() + ":" + one.column(),
                        one.path() == null ? "–" : one.path(),
                        one.words(visit.getLocale()),
                        one.detail()))
                .toList();
    }

    public String getProblem() {
        return problem;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
