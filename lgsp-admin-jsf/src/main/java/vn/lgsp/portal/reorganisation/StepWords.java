package vn.lgsp.portal.reorganisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** Steps of a reorganisation, and what they do, in sentences. */
@RequestScoped
public class StepWords {
    @Inject
    private Directory directory;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    private final Map<String, String> names = new HashMap<>();

    /** A step: {@code number} from 1, its act, and what it says. */
    public record Line(int number, String act, String text) {}

    /** Something to look at; {@code step} says which, {@code tone} how bad it is. */
    public record Note(String tone, String step, String text) {}

    /** What becomes of an agency. */
    public record Fate(String kind, String tone, State before, State after, List<String> successors) {}

    /** An agency as it is, or will be; {@code above} may be null. */
    public record State(String name, String code, String above) {}

    /** How many things are inherited. */
    public record Inherited(String label, long count) {}

    /** Calls agencies by the names that they had before these changes. */
    void asBefore(List<ReorganisationImpact.Change> changes) {
        changes.stream()
                .filter(change -> change.before() != null)
                .forEach(change ->
                        names.put(change.before().code(), change.before().name()));
    }

    List<Line> lines(List<ReorganisationStep> steps) {
        List<Line> lines = new ArrayList<>();
        for (ReorganisationStep step : steps) {
            lines.add(new Line(lines.size() + 1, texts.of("reorganisation-act", step.act()), sentence(step)));
        }
        return lines;
    }

    private String sentence(ReorganisationStep step) {
        String sources = step.sources().stream().map(this::named).collect(Collectors.joining(", "));
        return switch (step.act()) {
            case ISSUE -> texts.with("reorganisation.words.issue", created(step), named(step.parent()));
            case RENAME -> texts.with("reorganisation.words.rename", sources, text(step.name()));
            case RECODE -> texts.with("reorganisation.words.recode", sources, codes(step));
            case REPARENT -> texts.with("reorganisation.words.reparent", sources, named(step.parent()));
            case MERGE -> texts.with("reorganisation.words.merge", sources, result(step));
            case SPLIT -> texts.with("reorganisation.words.split", sources, result(step));
            case DISSOLVE ->
                step.target() == null
                        ? texts.with("reorganisation.words.dissolve", sources)
                        : texts.with("reorganisation.words.dissolve-heir", sources, named(step.target()));
        };
    }

    private String result(ReorganisationStep step) {
        return step.name() == null ? named(step.target()) : created(step);
    }

    private String created(ReorganisationStep step) {
        return text(step.name()) + " (" + codes(step) + ")";
    }

    private static String codes(ReorganisationStep step) {
        return step.targetQcvn() == null ? text(step.target()) : text(step.target()) + " · " + step.targetQcvn();
    }

    private String named(String code) {
        if (code == null) {
            return "–";
        }
        String name = names.computeIfAbsent(code, unknown -> directory
                .resolve(unknown)
                .map(found -> found.agency().name())
                .orElse(""));
        return name.isEmpty() ? code : name + " (" + code + ")";
    }

    private static String text(String value) {
        return value == null ? "–" : value;
    }

    List<Note> notes(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Note(
                        problem.error() ? "error" : "attention",
                        problem.step() == 0
                                ? texts.get("reorganisation.whole")
                                : texts.with("reorganisation.step-number", problem.step()),
                        ErrorTexts.reason(
                                new FieldError(
                                        "",
                                        problem.reason(),
                                        problem.arguments().toArray()),
                                visit.getLocale())))
                .toList();
    }

    List<Fate> fates(List<ReorganisationImpact.Change> changes) {
        return changes.stream()
                .map(change -> new Fate(
                        texts.get("reorganisation-fate." + change.kind()),
                        RequestTones.ofChange(change.kind()),
                        state(change.before()),
                        state(change.after()),
                        change.successors()))
                .toList();
    }

    private static State state(ReorganisationImpact.State state) {
        return state == null ? null : new State(state.name(), state.code(), state.parent());
    }

    List<Inherited> inherited(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Inherited(texts.get("reorganisation-heritage." + count.getKey()), count.getValue()))
                .toList();
    }
}
