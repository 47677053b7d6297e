package vn.lgsp.portal.reorganisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;

/** The draft that the sections of its page share: read once per request, saved as a whole, and what was refused of it. */
@RequestScoped
public class DraftKeeper {
    @Inject
    private Reorganisations requests;

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Explanation explanation;

    @Inject
    private Redirect redirect;

    @Inject
    private HttpServletRequest request;

    /** Null for a request that was not yet saved. */
    private ReorganisationView found;

    private String problem;
    private Map<String, String> problems = Map.of();

    /** Something that is done to a request and may be refused. */
    interface Act {
        void run() throws IOException;
    }

    @PostConstruct
    void read() {
        if (parameter("ma") != null) {
            found = requests.find(me.staff(), RequestPage.id(parameter("ma")));
        }
    }

    /** What was sent under a name; null for nothing and for blanks. */
    String parameter(String name) {
        return StepLines.value(request.getParameter(name));
    }

    /** A small number that was sent; 0 for none. */
    int number(String name) {
        String text = parameter(name);
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** The request; null before it was saved. */
    ReorganisationView found() {
        return found;
    }

    /** The request; NOT_FOUND before it was saved. */
    ReorganisationView requireFound() {
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    List<ReorganisationStep> steps() {
        return found == null ? List.of() : requests.steps(me.staff(), found.id());
    }

    List<ReorganisationHeir> heirs() {
        return found == null ? List.of() : requests.heirs(me.staff(), found.id());
    }

    /** The first day on which it is so, in Viet Nam; null while nobody has said. */
    LocalDate day() {
        return found == null || found.effectiveAt() == null
                ? null
                : found.effectiveAt().atZone(Format.ZONE).toLocalDate();
    }

    /** Saves a change of the draft as it stands, for the version that was seen, and goes on to a section. */
    void save(UnaryOperator<ReorganisationDraft> change, int next) throws IOException {
        attempt(() -> {
            ReorganisationDraft draft = change.apply(saved());
            UUID id;
            if (found == null) {
                id = acts.draft(me.staff(), draft);
            } else {
                id = found.id();
                acts.change(me.staff(), id, draft, number("ban"));
            }
            redirect.to(RequestPaths.draft(id, next) + "&xong=save");
        });
    }

    private ReorganisationDraft saved() {
        return found == null
                ? new ReorganisationDraft(null, null, null, null, null, 0, List.of())
                : new ReorganisationDraft(
                        found.title(),
                        found.agencyCode(),
                        found.document(),
                        found.documentDate(),
                        day(),
                        found.aliasDays(),
                        steps(),
                        heirs());
    }

    /** Does something, and keeps why it was refused for the page. */
    void attempt(Act act) throws IOException {
        try {
            act.run();
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.fields().isEmpty() ? explanation.of(refusal) : texts.get("reorganisation.refused");
        }
    }

    /** Why the whole was refused; null when it was not. */
    String problem() {
        return problem;
    }

    void problem(String text) {
        problem = text;
    }

    /** Why fields were refused, by field. */
    Map<String, String> problems() {
        return problems;
    }

    void problem(String field, String text) {
        problems = Map.of(field, text);
    }

    /** What was refused, field by field and step by step; empty when it was not about those. */
    List<String> refusals() {
        return problems.entrySet().stream()
                .map(entry -> label(entry.getKey()) + ": " + entry.getValue())
                .sorted()
                .toList();
    }

    private String label(String field) {
        if (field.startsWith("steps[")) {
            int number = Integer.parseInt(field.substring(6, field.indexOf(']'))) + 1;
            return texts.with("reorganisation.step-number", number);
        }
        String key = "reorganisation-field." + (field.startsWith("heirs[") ? "heirs" : field);
        return texts.has(key) ? texts.get(key) : field;
    }
}
