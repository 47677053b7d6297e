package vn.lgsp.portal.lists;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyImports;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ImportState;
import vn.lgsp.registry.boundary.ImportView;

/** One list from outside: what is wrong with it, what it would change, and its progress. */
@Named
@RequestScoped
public class ImportPage {
    private static final int PROBLEMS = 200;
    private static final String SOON = "2000";

    @Inject
    private AgencyImports imports;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private ImportView list;
    private List<ImportProblem> problems;
    private String refusal;

    @PostConstruct
    void read() {
        list = imports.find(me.staff(), id(request.getParameter("ma")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    static String tone(ImportState state) {
        return switch (state) {
            case OPEN, CHECKED -> "attention";
            case CHECKING, RUNNING -> "running";
            case DONE -> "done";
            case STOPPED -> "stopped";
        };
    }

    public ImportView getList() {
        return list;
    }

    public String getState() {
        return texts.of("import-state", list.state());
    }

    public String getTone() {
        return tone(list.state());
    }

    /** How soon to look again, milliseconds; empty when nothing moves. */
    public String getRefresh() {
        return list.state() == ImportState.CHECKING || list.state() == ImportState.RUNNING ? SOON : "";
    }

    /** Whether it may be run: it was checked, and there is something to enter. */
    public boolean isRunnable() {
        return list.state() == ImportState.CHECKED && list.planned() > 0;
    }

    public boolean isStoppable() {
        return list.state() == ImportState.CHECKED || list.state() == ImportState.RUNNING;
    }

    public List<ImportProblem> getProblems() {
        if (problems == null) {
            problems = imports.problems(me.staff(), list.id(), null, null, PROBLEMS);
        }
        return problems;
    }

    /** The column of a problem, in words. */
    public String field(ImportProblem problem) {
        return texts.has("import-field." + problem.field())
                ? texts.get("import-field." + problem.field())
                : problem.field();
    }

    /** Why a cell was refused, in words. */
    public String reason(ImportProblem problem) {
        return texts.has("import-reason." + problem.reason())
                ? texts.get("import-reason." + problem.reason())
                : problem.reason();
    }

    /** Enters what has no error. */
    public void run() throws IOException {
        act(() -> imports.run(me.staff(), list.id()));
    }

    /** Gives it up. */
    public void stop() throws IOException {
        act(() -> imports.stop(me.staff(), list.id()));
    }

    private void act(Runnable act) throws IOException {
        try {
            act.run();
            redirect.to(Paths.IMPORT + "?ma=" + list.id());
        } catch (LgspException e) {
            refusal = explanation.of(e);
        }
    }

    /** Why an act was refused; null when it was not. */
    public String getRefusal() {
        return refusal;
    }
}
