package vn.lgsp.portal.transformations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.ConversionTrial;
import vn.lgsp.registry.boundary.Transformations;

/** Samples converted by the version that the page shows, before and after: those that are stored with it, or one that was typed. */
@Named
@RequestScoped
public class TransformationTrial {
    /** What of a document is shown, characters. */
    private static final int SHOWN = 100_000;

    @Inject
    private TransformationPage page;

    @Inject
    private Transformations transformations;

    @Inject
    private Me me;

    @Inject
    private Visit visit;

    @Inject
    private Explanation explanation;

    @Inject
    private Submission submission;

    private String text;
    private String problem;
    private List<Line> lines;

    /** A sample before and after. */
    public record Line(String name, String before, String resultName, String after, List<Fault> faults) {
        public boolean isPassed() {
            return faults.isEmpty();
        }
    }

    /** A line of what is wrong. */
    public record Fault(String place, String path, String reason, String detail) {}

    /** Converts what was typed. */
    public void attempt() {
        String typed = text == null ? "" : text.replace("\r\n", "\n");
        act(() -> {
            ConversionTrial trial = transformations.attempt(
                    me.staff(),
                    page.getTransformation().code(),
                    page.getVersion().number(),
                    value("ten-tep"),
                    page.getTransformation().ends().mediaIn().get(0),
                    typed.getBytes(StandardCharsets.UTF_8));
            return List.of(line(value("ten-tep"), typed, trial));
        });
    }

    /** Converts the samples that are stored with the version. */
    public void attemptStored() {
        act(() ->
                transformations
                        .attempts(
                                me.staff(),
                                page.getTransformation().code(),
                                page.getVersion().number())
                        .stream()
                        .map(one -> line(one.name(), text(one.before()), one.after()))
                        .toList());
    }

    private interface Act {
        List<Line> lines();
    }

    private void act(Act act) {
        try {
            lines = act.lines();
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    private Line line(String name, String before, ConversionTrial trial) {
        return new Line(
                name,
                before,
                trial.name(),
                trial.result() == null ? null : text(trial.result()),
                trial.problems().stream().map(this::fault).toList());
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private Fault fault(Violation one) {
        return new Fault(
                one.line() == 0 ? "–" : one.line() + ":" + one.column(),
                one.path() == null ? "–" : one.path(),
                one.words(visit.getLocale()),
                one.detail());
    }

    /** What was typed into a field; what usually stands there before. */
    public String value(String name) {
        return submission.sent(name)
                ? submission.typed(name)
                : page.getVersion().kind().readsXml() ? "mau.xml" : "mau.json";
    }

    /** Whether anything was tried. */
    public boolean isTried() {
        return lines != null;
    }

    public List<Line> getLines() {
        return lines;
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
