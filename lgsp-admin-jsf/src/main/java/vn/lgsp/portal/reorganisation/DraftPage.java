package vn.lgsp.portal.reorganisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;

/**
 * Drafting a request in five sections. Each action is saved at once; forms name the version that was seen. The draft itself is in
 * {@link DraftKeeper}, the form of a step in {@link StepPage}, who inherits what in {@link HeirPage}.
 */
@Named
@RequestScoped
public class DraftPage {
    @Inject
    private DraftKeeper keeper;

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
    private Redirect redirect;

    @Inject
    private HttpServletRequest request;

    private ReorganisationImpact impact;
    private int section;

    /** A section of the page, for its tabs. */
    public record SectionLink(String key, String address, boolean current) {}

    @PostConstruct
    void read() {
        int wish = keeper.number("buoc");
        section = isSaved() && wish >= 1 && wish <= RequestPaths.SECTIONS ? wish : 1;
    }

    private String typed(String name, String saved) {
        String sent = request.getParameter(name);
        return sent != null ? sent : saved == null ? "" : saved;
    }

    /** Saves what the first section says and stays there, where documents are attached. */
    public void saveFacts() throws IOException {
        String day = keeper.parameter("ngay-van-ban");
        if (day != null && Days.read(day).isEmpty()) {
            keeper.problem("documentDate", texts.get("date.wrong"));
            return;
        }
        keeper.save(
                draft -> draft.withFacts(
                        keeper.parameter("ten"),
                        keeper.parameter("don-vi"),
                        keeper.parameter("van-ban"),
                        Days.read(day).orElse(null)),
                1);
    }

    /** Saves when it takes effect. */
    public void saveDay() throws IOException {
        String day = keeper.parameter("hieu-luc");
        String days = keeper.parameter("chuyen-tiep");
        if (day != null && Days.read(day).isEmpty()) {
            keeper.problem("effectiveOn", texts.get("date.wrong"));
        } else if (days != null && !days.matches("\\d{1,4}")) {
            keeper.problem("aliasDays", texts.get("reorganisation.alias-days.wrong"));
        } else {
            keeper.save(
                    draft -> draft.withDay(Days.read(day).orElse(null), days == null ? 0 : Integer.parseInt(days)),
                    RequestPaths.DAY);
        }
    }

    /** Takes away the step that the form names. */
    public void removeStep() throws IOException {
        int number = keeper.number("thu");
        List<ReorganisationStep> steps = keeper.steps();
        List<ReorganisationStep> left = IntStream.range(0, steps.size())
                .filter(i -> i != number - 1)
                .mapToObj(steps::get)
                .toList();
        keeper.save(draft -> draft.withSteps(left), RequestPaths.STEPS);
    }

    /** What was refused, field by field and step by step; empty when it was not about those. */
    public List<String> getRefusals() {
        return keeper.refusals();
    }

    /** Submits the request. */
    public void submit() throws IOException {
        keeper.attempt(() -> {
            acts.submit(me.staff(), getRequest().id());
            redirect.to(RequestPaths.details(getRequest().id()) + "&xong=submit");
        });
    }

    /** Takes away the document that the form names. */
    public void detach() throws IOException {
        keeper.attempt(() -> {
            acts.detach(me.staff(), getRequest().id(), RequestPage.id(keeper.parameter("tep")));
            redirect.to(RequestPaths.draft(getRequest().id(), 1) + "&xong=save");
        });
    }

    public ReorganisationView getRequest() {
        return keeper.found();
    }

    public boolean isSaved() {
        return getRequest() != null;
    }

    /** Whether it can still be changed. */
    public boolean isEditable() {
        return !isSaved() || getRequest().state().editable();
    }

    public int getSection() {
        return section;
    }

    public List<SectionLink> getSections() {
        return isSaved()
                ? IntStream.rangeClosed(1, RequestPaths.SECTIONS)
                        .mapToObj(
                                number -> new SectionLink(Integer.toString(number), address(number), number == section))
                        .toList()
                : List.of();
    }

    private String address(int number) {
        return RequestPaths.draft(getRequest().id(), number);
    }

    /** Where the next section is. */
    public String getNext() {
        return address(Math.min(RequestPaths.SECTIONS, section + 1));
    }

    /** Where the preview is. */
    public String getPreview() {
        return address(RequestPaths.PREVIEW);
    }

    public boolean isDone() {
        return "save".equals(keeper.parameter("xong"))
                && getProblem() == null
                && keeper.problems().isEmpty();
    }

    public String getProblem() {
        return keeper.problem();
    }

    /** Why a document was refused; null when none was. */
    public String getFileProblem() {
        String wrong = keeper.parameter("sai");
        String key = "reorganisation.file." + wrong;
        return wrong != null && texts.has(key) ? texts.get(key) : null;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return keeper.problems().get(field);
    }

    public String getTitle() {
        return typed("ten", isSaved() ? getRequest().title() : null);
    }

    public String getAgency() {
        return typed(
                "don-vi",
                isSaved()
                        ? getRequest().agencyCode()
                        : directory
                                .byId(me.staff().agencyId())
                                .map(AgencyView::code)
                                .orElse(null));
    }

    public String getDocument() {
        return typed("van-ban", isSaved() ? getRequest().document() : null);
    }

    public String getDocumentDate() {
        return typed("ngay-van-ban", isSaved() ? written(getRequest().documentDate()) : null);
    }

    public String getEffective() {
        return typed("hieu-luc", written(keeper.day()));
    }

    private static String written(LocalDate day) {
        return day == null ? null : Days.write(day);
    }

    public String getAliasDays() {
        return typed("chuyen-tiep", Integer.toString(getRequest().aliasDays()));
    }

    public List<ReorganisationDocument> getDocuments() {
        return requests.documents(me.staff(), getRequest().id());
    }

    public List<StepWords.Line> getSteps() {
        return words.lines(keeper.steps());
    }

    private ReorganisationImpact impact() {
        if (impact == null) {
            impact = requests.impact(me.staff(), getRequest().id());
        }
        return impact;
    }

    public List<StepWords.Note> getNotes() {
        return words.notes(impact().problems());
    }

    public List<StepWords.Fate> getFates() {
        return words.fates(impact().changes());
    }

    public List<StepWords.Inherited> getInherited() {
        return words.inherited(impact().inherited());
    }
}
