package vn.lgsp.portal.reorganisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.CodeCheck;
import vn.lgsp.registry.boundary.Codes;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** The form of one step of a draft: only the fields that its act needs; and the field for many at once. */
@Named
@RequestScoped
public class StepPage {
    private static final int SOURCE_FIELDS = 3;

    /** The fields of each act, beside its sources. */
    private static final Map<ReorganisationAct, Set<String>> FIELDS = Map.of(
            ReorganisationAct.ISSUE, Set.of("parent", "target", "qcvn", "name", "short", "kind", "propose"),
            ReorganisationAct.RENAME, Set.of("name", "short"),
            ReorganisationAct.RECODE, Set.of("target", "qcvn"),
            ReorganisationAct.REPARENT, Set.of("parent"),
            ReorganisationAct.MERGE, Set.of("parent", "target", "qcvn", "name", "short", "kind", "propose"),
            ReorganisationAct.SPLIT, Set.of("parent", "target", "qcvn", "name", "short", "kind", "propose"),
            ReorganisationAct.DISSOLVE, Set.of("heir"));

    private static final Set<ReorganisationAct> ONE_SOURCE =
            Set.of(ReorganisationAct.RENAME, ReorganisationAct.RECODE, ReorganisationAct.SPLIT);

    @Inject
    private DraftKeeper page;

    @Inject
    private Codes codes;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private ReorganisationAct act;
    /** What was proposed or is being changed; what was sent comes first unless it was proposed. */
    private final Map<String, String> values = new HashMap<>();

    private String lines;
    private String more;

    @PostConstruct
    void read() {
        int editing = page.number("sua");
        List<ReorganisationStep> steps = page.steps();
        if (editing > 0 && editing <= steps.size()) {
            show(steps.get(editing - 1));
        } else {
            act = Arrays.stream(ReorganisationAct.values())
                    .filter(value -> value.name().equals(page.parameter("viec")))
                    .findFirst()
                    .orElse(ReorganisationAct.ISSUE);
        }
    }

    private void show(ReorganisationStep step) {
        act = step.act();
        for (int i = 0; i < SOURCE_FIELDS && i < step.sources().size(); i++) {
            values.put("nguon-" + (i + 1), step.sources().get(i));
        }
        if (step.sources().size() > SOURCE_FIELDS) {
            more = String.join(
                    " ", step.sources().subList(SOURCE_FIELDS, step.sources().size()));
        }
        values.put("dich", step.target());
        values.put("dich-cu", step.targetQcvn());
        values.put("ten-moi", step.name());
        values.put("ten-ngan", step.shortName());
        values.put("loai", step.kind());
        values.put("cha", step.parent());
    }

    /** Adds the step, or puts it in the place of the one that is being changed. */
    public void save() throws IOException {
        page.requireFound();
        List<ReorganisationStep> steps = new ArrayList<>(page.steps());
        int editing = page.number("sua");
        if (editing > 0 && editing <= steps.size()) {
            steps.set(editing - 1, step());
        } else {
            steps.add(step());
        }
        page.save(draft -> draft.withSteps(steps), RequestPaths.STEPS);
    }

    /** Adds steps written as lines. */
    public void saveLines() throws IOException {
        page.requireFound();
        StepLines.Read read = StepLines.read(
                lines,
                Arrays.stream(ReorganisationAct.values())
                        .map(value -> texts.of("reorganisation-act", value))
                        .toList());
        if (read.wrong() > 0) {
            page.problem(texts.with("reorganisation.lines.wrong", read.wrong()));
            return;
        }
        List<ReorganisationStep> steps = new ArrayList<>(page.steps());
        steps.addAll(read.steps());
        page.save(draft -> draft.withSteps(steps), RequestPaths.STEPS);
    }

    /** Fills in the next free code below the agency above. */
    public void propose() {
        String parent = page.parameter("cha");
        if (parent == null) {
            page.problem(texts.get("reorganisation.propose.parent"));
            return;
        }
        try {
            CodeCheck next = codes.next(me.staff(), parent);
            values.put("dich", next.code());
            values.put("dich-cu", next.other());
        } catch (LgspException refusal) {
            page.problem(
                    refusal.code() == vn.lgsp.model.error.ErrorCode.NOT_FOUND
                            ? texts.with("reorganisation.propose.unknown", parent)
                            : explanation.of(refusal));
        }
    }

    private ReorganisationStep step() {
        List<String> sources = new ArrayList<>();
        if (isSourced()) {
            for (int i = 1; i <= (isOneSource() ? 1 : SOURCE_FIELDS); i++) {
                sources.addAll(StepLines.codes(page.parameter("nguon-" + i)));
            }
            if (!isOneSource()) {
                sources.addAll(StepLines.codes(more));
            }
        }
        return new ReorganisationStep(
                act,
                sources,
                has("target") || has("heir") ? page.parameter("dich") : null,
                has("qcvn") ? page.parameter("dich-cu") : null,
                has("name") ? page.parameter("ten-moi") : null,
                has("short") ? page.parameter("ten-ngan") : null,
                has("kind") ? page.parameter("loai") : null,
                has("parent") ? page.parameter("cha") : null);
    }

    /** Whether the act has a field. */
    public boolean has(String field) {
        return FIELDS.get(act).contains(field);
    }

    public boolean isSourced() {
        return act != ReorganisationAct.ISSUE;
    }

    public boolean isOneSource() {
        return ONE_SOURCE.contains(act);
    }

    /** The value of a field: proposed, sent, or of the step that is being changed. */
    public String value(String name) {
        String set = values.get(name);
        boolean proposed = set != null && (name.equals("dich") || name.equals("dich-cu"));
        String sent = request.getParameter(name);
        return proposed || sent == null ? set == null ? "" : set : sent;
    }

    public List<DraftPage.SectionLink> getActs() {
        return Arrays.stream(ReorganisationAct.values())
                .map(value -> new DraftPage.SectionLink(
                        value.name(),
                        RequestPaths.draft(page.requireFound().id(), RequestPaths.STEPS) + "&viec=" + value.name(),
                        value == act))
                .toList();
    }

    public String getAct() {
        return act.name();
    }

    /** What the act does, in a sentence. */
    public String getHint() {
        return texts.of("reorganisation-act-text", act);
    }

    /** The number of the step that is being changed; 0 for a new one. */
    public int getEditing() {
        return page.number("sua");
    }

    public String getSubmit() {
        return texts.get(getEditing() > 0 ? "reorganisation.step.change" : "reorganisation.step.add");
    }

    public String getLines() {
        return lines;
    }

    public void setLines(String lines) {
        this.lines = lines;
    }

    public String getMore() {
        return more;
    }

    public void setMore(String more) {
        this.more = more;
    }
}
