package vn.lgsp.portal.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import vn.lgsp.operations.boundary.FirstRun;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.operations.boundary.FirstRunStep;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** The first steps: where each stands, and the one that is open with what was found. */
@Named
@RequestScoped
public class FirstRunPage {
    static final String PATH = "/thiet-lap";
    static final String STEP = PATH + "?buoc=";

    @Inject
    private FirstRun firstRun;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Pages pages;

    @Inject
    private HttpServletRequest request;

    private List<FirstRunStep> steps;

    /** A step in the row of steps. */
    public record Link(int number, String title, String tone, String state, String path, boolean current) {}

    /** Something that was found, in words. */
    public record Finding(String title, String text, String advice, String tone, String state) {}

    /** All steps, in their order. */
    public List<Link> getLinks() {
        int open = getNumber();
        return steps().stream()
                .map(step -> new Link(
                        step.number(),
                        step.title(locale()),
                        tone(step.state()),
                        texts.of("first-run.state", step.state()),
                        STEP + step.number(),
                        step.number() == open))
                .toList();
    }

    /** The number of the step that is open: the one asked for, else the first that is not in order, else the last. */
    public int getNumber() {
        String asked = request.getParameter("buoc");
        if (asked != null && asked.matches("[1-7]")) {
            return Integer.parseInt(asked);
        }
        return steps().stream()
                .filter(step -> step.state() != FirstRunFact.State.OK)
                .map(FirstRunStep::number)
                .findFirst()
                .orElse(steps().size());
    }

    public String getTitle() {
        return step().title(locale());
    }

    /** The name of the open step, for the part of the page that belongs to it. */
    public String getName() {
        return step().name().name();
    }

    public List<Finding> getFindings() {
        return step().facts().stream()
                .map(fact -> new Finding(
                        fact.title(locale()),
                        fact.finding(locale()),
                        fact.advice(locale()),
                        tone(fact.state()),
                        texts.of("first-run.state", fact.state())))
                .toList();
    }

    /** How many steps are in order. */
    public long getReady() {
        return steps().stream()
                .filter(step -> step.state() == FirstRunFact.State.OK)
                .count();
    }

    public int getAll() {
        return steps().size();
    }

    public boolean isFinished() {
        return firstRun.finished();
    }

    /** The id of the master key. */
    public String getKeyId() {
        return firstRun.masterKeyId(me.staff());
    }

    /** Where the step before is; null on the first. */
    public String getBefore() {
        return getNumber() == 1 ? null : STEP + (getNumber() - 1);
    }

    /** Where the next step is; null on the last. */
    public String getNext() {
        return getNumber() == steps().size() ? null : STEP + (getNumber() + 1);
    }

    /** Whether this build has a page at an address that this person may open. */
    public boolean has(String path) {
        return pages.opens(path, me.staff());
    }

    static String tone(FirstRunFact.State state) {
        return switch (state) {
            case OK -> "done";
            case ATTENTION -> "attention";
            case FAIL -> "error";
        };
    }

    private FirstRunStep step() {
        return steps().get(getNumber() - 1);
    }

    private List<FirstRunStep> steps() {
        if (steps == null) {
            steps = firstRun.steps(me.staff());
        }
        return steps;
    }

    private Locale locale() {
        return visit.getLocale();
    }
}
