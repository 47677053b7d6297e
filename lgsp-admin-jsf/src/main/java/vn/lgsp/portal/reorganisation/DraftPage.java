package vn.lgsp.portal.reorganisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;

/** Drafting a request in four sections. Each action is saved at once; forms name the version that was seen. */
@Named
@RequestScoped
public class DraftPage {
    private static final int SECTIONS = 4;

    @Inject
    private Reorganisations requests;

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Directory directory;

    @Inject
    private StepWords words;

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

    private ReorganisationImpact impact;
    private int section;
    private String problem;
    private Map<String, String> problems = Map.of();

    /** A section of the page, for its tabs. */
    public record SectionLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        if (parameter("ma") != null) {
            found = requests.find(me.staff(), RequestPage.id(parameter("ma")));
        }
        String wish = parameter("buoc");
        section = found != null && wish != null && wish.matches("[1-4]") ? Integer.parseInt(wish) : 1;
    }

    String parameter(String name) {
        return StepLines.value(request.getParameter(name));
    }

    private String typed(String name, String saved) {
        String sent = request.getParameter(name);
        return sent != null ? sent : saved == null ? "" : saved;
    }

    List<ReorganisationStep> steps() {
        return found == null ? List.of() : requests.steps(me.staff(), found.id());
    }

    /** Saves what the first section says and stays there, where documents are attached. */
    public void saveFacts() throws IOException {
        String day = parameter("ngay-van-ban");
        if (day != null && Days.read(day).isEmpty()) {
            problems = Map.of("documentDate", texts.get("date.wrong"));
            return;
        }
        save(
                draft -> new ReorganisationDraft(
                        parameter("ten"),
                        parameter("don-vi"),
                        parameter("van-ban"),
                        Days.read(day).orElse(null),
                        draft.effectiveOn(),
                        draft.aliasDays(),
                        draft.steps()),
                1);
    }

    /** Saves when it takes effect. */
    public void saveDay() throws IOException {
        String day = parameter("hieu-luc");
        String days = parameter("chuyen-tiep");
        if (day != null && Days.read(day).isEmpty()) {
            problems = Map.of("effectiveOn", texts.get("date.wrong"));
        } else if (days != null && !days.matches("\\d{1,4}")) {
            problems = Map.of("aliasDays", texts.get("reorganisation.alias-days.wrong"));
        } else {
            save(
                    draft -> new ReorganisationDraft(
                            draft.title(),
                            draft.agency(),
                            draft.document(),
                            draft.documentDate(),
                            Days.read(day).orElse(null),
                            days == null ? 0 : Integer.parseInt(days),
                            draft.steps()),
                    SECTIONS);
        }
    }

    /** Takes away the step that the form names. */
    public void removeStep() throws IOException {
        int number = number("thu");
        saveSteps(
                IntStream.range(0, steps().size())
                        .filter(i -> i != number - 1)
                        .mapToObj(steps()::get)
                        .toList(),
                2);
    }

    int number(String name) {
        String text = parameter(name);
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** Saves other steps; says whether they were taken. */
    void saveSteps(List<ReorganisationStep> steps, int next) throws IOException {
        save(
                draft -> new ReorganisationDraft(
                        draft.title(),
                        draft.agency(),
                        draft.document(),
                        draft.documentDate(),
                        draft.effectiveOn(),
                        draft.aliasDays(),
                        steps),
                next);
    }

    private void save(UnaryOperator<ReorganisationDraft> change, int next) throws IOException {
        try {
            ReorganisationDraft draft = change.apply(saved());
            UUID id;
            if (found == null) {
                id = acts.draft(me.staff(), draft);
            } else {
                id = found.id();
                acts.change(me.staff(), id, draft, number("ban"));
            }
            redirect.to(RequestPaths.draft(id, next) + "&xong=save");
        } catch (LgspException refusal) {
            refused(refusal);
        }
    }

    private ReorganisationDraft saved() {
        return found == null
                ? new ReorganisationDraft(null, null, null, null, null, 0, List.of())
                : new ReorganisationDraft(
                        found.title(),
                        found.agencyCode(),
                        found.document(),
                        found.documentDate(),
                        day(found),
                        found.aliasDays(),
                        steps());
    }

    private static LocalDate day(ReorganisationView view) {
        return view.effectiveAt() == null
                ? null
                : view.effectiveAt().atZone(Format.ZONE).toLocalDate();
    }

    private void refused(LgspException refusal) {
        problems = explanation.fields(refusal);
        problem = refusal.fields().isEmpty() ? explanation.of(refusal) : texts.get("reorganisation.refused");
    }

    /** What was refused, field by field and step by step; empty when it was not about those. */
    public List<String> getRefusals() {
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
        String key = "reorganisation-field." + field;
        return texts.has(key) ? texts.get(key) : field;
    }

    /** Submits the request. */
    public void submit() throws IOException {
        try {
            acts.submit(me.staff(), found.id());
            redirect.to(RequestPaths.details(found.id()) + "&xong=submit");
        } catch (LgspException refusal) {
            refused(refusal);
        }
    }

    /** Takes away the document that the form names. */
    public void detach() throws IOException {
        try {
            acts.detach(me.staff(), found.id(), RequestPage.id(parameter("tep")));
            redirect.to(RequestPaths.draft(found.id(), 1) + "&xong=save");
        } catch (LgspException refusal) {
            refused(refusal);
        }
    }

    public ReorganisationView getRequest() {
        return found;
    }

    public boolean isSaved() {
        return found != null;
    }

    /** Whether it can still be changed. */
    public boolean isEditable() {
        return found == null || found.state().editable();
    }

    public int getSection() {
        return section;
    }

    public List<SectionLink> getSections() {
        return found == null
                ? List.of()
                : IntStream.rangeClosed(1, SECTIONS)
                        .mapToObj(number -> new SectionLink(
                                Integer.toString(number), RequestPaths.draft(found.id(), number), number == section))
                        .toList();
    }

    /** Where the next section is. */
    public String getNext() {
        return RequestPaths.draft(found.id(), Math.min(SECTIONS, section + 1));
    }

    public boolean isDone() {
        return "save".equals(parameter("xong")) && problem == null && problems.isEmpty();
    }

    public String getProblem() {
        return problem;
    }

    void setProblem(String text) {
        problem = text;
    }

    /** Why a document was refused; null when none was. */
    public String getFileProblem() {
        String key = "reorganisation.file." + parameter("sai");
        return parameter("sai") != null && texts.has(key) ? texts.get(key) : null;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getTitle() {
        return typed("ten", found == null ? null : found.title());
    }

    public String getAgency() {
        return typed(
                "don-vi",
                found == null
                        ? directory
                                .byId(me.staff().agencyId())
                                .map(AgencyView::code)
                                .orElse(null)
                        : found.agencyCode());
    }

    public String getDocument() {
        return typed("van-ban", found == null ? null : found.document());
    }

    public String getDocumentDate() {
        return typed(
                "ngay-van-ban",
                found == null || found.documentDate() == null ? null : Days.write(found.documentDate()));
    }

    public String getEffective() {
        return typed("hieu-luc", day(found) == null ? null : Days.write(day(found)));
    }

    public String getAliasDays() {
        return typed("chuyen-tiep", Integer.toString(found.aliasDays()));
    }

    public List<ReorganisationDocument> getDocuments() {
        return requests.documents(me.staff(), found.id());
    }

    public List<StepWords.Line> getSteps() {
        return words.lines(steps());
    }

    private ReorganisationImpact impact() {
        if (impact == null) {
            impact = requests.impact(me.staff(), found.id());
        }
        return impact;
    }

    public List<StepWords.Note> getNotes() {
        return words.notes(impact().problems());
    }

    /** Whether nothing stands against it and there is something to do. */
    public boolean isPossible() {
        return impact().possible() && !impact().changes().isEmpty();
    }

    public List<StepWords.Fate> getFates() {
        return words.fates(impact().changes());
    }

    public List<StepWords.Inherited> getInherited() {
        return words.inherited(impact().inherited());
    }

    void requireSaved() {
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }
}
