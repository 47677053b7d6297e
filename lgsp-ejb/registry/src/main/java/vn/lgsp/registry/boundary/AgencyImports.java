package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.registry.control.ImportOrdered;
import vn.lgsp.registry.control.ImportTable;

/**
 * Lists of agencies from outside (Điều 5.7, 7.1): rows come in page by page, the check says what is wrong and what would change before
 * anything changes, then the rows are entered in the background. Name, code and place in the tree of an agency that is known already are
 * never changed this way: that takes a reorganisation. Every method asks for DIRECTORY_CHANGE in the whole province.
 */
@Stateless
public class AgencyImports {
    /** The most rows of one page. */
    public static final int MAX_PAGE = 1000;
    /** The most rows of one list. */
    public static final int MAX_ROWS = 200_000;

    private static final int MAX_NAME = 200;
    private static final int MAX_LISTS = 100;

    @Inject
    private Scope scope;

    @Inject
    private ImportTable table;

    @Inject
    private Event<ImportOrdered> ordered;

    /**
     * Begins a list.
     *
     * @param name what people call it, 1–200 characters, e.g. the name of the file
     * @throws LgspException REQUEST_INVALID naming {@code name}
     */
    public ImportView create(Staff staff, String name) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        String label = name == null ? "" : name.strip();
        if (label.isEmpty() || label.length() > MAX_NAME) {
            throw invalid("name", "length", 1, MAX_NAME);
        }
        if (label.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid("name", "control-character");
        }
        UUID id = Ids.next();
        table.create(id, label, staff);
        return table.find(id);
    }

    /**
     * Takes a page of rows; a row that stands at a position taken already replaces it, so that a page may be sent again.
     *
     * @param rows 1–1000, positions 1–200000, each once
     * @throws LgspException NOT_FOUND; IMPORT_STATE_CONFLICT once the check has begun; REQUEST_INVALID naming {@code rows}
     */
    public void add(Staff staff, UUID importId, List<AgencyListRow> rows) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        if (rows == null || rows.isEmpty() || rows.size() > MAX_PAGE) {
            throw invalid("rows", "items", 1, MAX_PAGE);
        }
        if (rows.stream().anyMatch(row -> row == null || row.position() < 1 || row.position() > MAX_ROWS)) {
            throw invalid("rows.position", "number", 1, MAX_ROWS);
        }
        if (rows.stream().map(AgencyListRow::position).distinct().count() < rows.size()) {
            throw invalid("rows.position", "duplicate");
        }
        in(importId, ImportState.OPEN);
        table.add(importId, rows);
    }

    /**
     * Takes all rows out again.
     *
     * @throws LgspException NOT_FOUND; IMPORT_STATE_CONFLICT once the check has begun
     */
    public void clear(Staff staff, UUID importId) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        in(importId, ImportState.OPEN);
        table.clear(importId);
    }

    /**
     * Adds what a reader found wrong with cells, before the check.
     *
     * @param problems at most 1000, of rows taken already
     */
    public void found(Staff staff, UUID importId, List<ImportProblem> problems) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        in(importId, ImportState.OPEN);
        table.problems(importId, problems.subList(0, Math.min(MAX_PAGE, problems.size())));
    }

    /**
     * Has the rows compared with each other and with the directory in the background; may be repeated until the list runs.
     *
     * @throws LgspException NOT_FOUND; IMPORT_STATE_CONFLICT
     */
    public ImportView check(Staff staff, UUID importId) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        in(importId, ImportState.OPEN, ImportState.CHECKED);
        return order(importId, ImportState.CHECKING);
    }

    /**
     * Has the rows entered in the background. Those at fault are left out.
     *
     * @throws LgspException NOT_FOUND; IMPORT_STATE_CONFLICT unless it was checked
     */
    public ImportView run(Staff staff, UUID importId) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        in(importId, ImportState.CHECKED);
        table.startedBy(importId, staff);
        return order(importId, ImportState.RUNNING);
    }

    /**
     * Stops a list that runs, or gives one up; what was entered stays.
     *
     * @throws LgspException NOT_FOUND; IMPORT_STATE_CONFLICT when it has ended
     */
    public ImportView stop(Staff staff, UUID importId) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        in(importId, ImportState.OPEN, ImportState.CHECKED, ImportState.RUNNING);
        table.state(importId, ImportState.STOPPED);
        return table.find(importId);
    }

    /**
     * One list with its progress.
     *
     * @throws LgspException NOT_FOUND
     */
    public ImportView find(Staff staff, UUID importId) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        return table.find(importId);
    }

    /** The newest lists, at most 100. */
    public List<ImportView> list(Staff staff) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        return table.list(MAX_LISTS);
    }

    /**
     * What is wrong with a list, by position.
     *
     * @param error only errors, or only what is left to a reorganisation; null for both
     * @param after position, field and reason of the last one of the page before, each null at the beginning
     * @param limit 1–1000
     * @throws LgspException NOT_FOUND
     */
    public List<ImportProblem> problems(Staff staff, UUID importId, Boolean error, ImportProblem after, int limit) {
        scope.requireEverywhere(staff, Right.DIRECTORY_CHANGE);
        table.find(importId);
        return table.problems(importId, error, after, Math.max(1, Math.min(limit, MAX_PAGE)));
    }

    private ImportView order(UUID importId, ImportState state) {
        table.state(importId, state);
        ordered.fire(new ImportOrdered(importId));
        return table.find(importId);
    }

    private void in(UUID importId, ImportState... states) {
        ImportState state = table.locked(importId);
        if (!List.of(states).contains(state)) {
            throw new LgspException(ErrorCode.IMPORT_STATE_CONFLICT, state.name());
        }
    }

    private static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }
}
