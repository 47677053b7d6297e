package vn.lgsp.operations.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.operations.control.SavedFilterRows;

/** Filters of list pages that people keep under a name (bộ lọc đã lưu); each sees and touches the own ones only. */
@Stateless
public class SavedFilters {
    /** How many one person can keep for one page. */
    public static final int MOST = 50;

    private static final int MAX_NAME = 100;
    private static final int MAX_QUERY = 2_000;
    private static final Pattern PAGE = Pattern.compile("/[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,8}(/[a-z0-9-]{1,40}){0,2}");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%&=+:,-]*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Inject
    private SavedFilterRows rows;

    /** The person's filters for a page, by name; empty for a path that is no page's. */
    public List<SavedFilterView> list(Staff staff, String page) {
        return page != null && PAGE.matcher(page).matches() ? rows.of(staff.accountId(), page) : List.of();
    }

    /**
     * Keeps a filter; one of the same name on the same page is replaced.
     *
     * @param page path of the list page in the portal, such as {@code /goi-tin}
     * @param name 1–100 characters
     * @param query of the page, without question mark, at most 2000 characters as a browser writes them
     * @throws LgspException REQUEST_INVALID with the fields {@code page}, {@code name}, {@code query}; TOO_MANY_FILTERS
     */
    public UUID save(Staff staff, String page, String name, String query) {
        String called = name == null ? "" : name.strip();
        String asked = query == null ? "" : query;
        List<FieldError> errors = new ArrayList<>();
        if (page == null || page.length() > MAX_NAME || !PAGE.matcher(page).matches()) {
            errors.add(new FieldError("page", "form"));
        }
        if (called.isEmpty() || called.length() > MAX_NAME) {
            errors.add(new FieldError("name", "length", 1, MAX_NAME));
        } else if (CONTROL.matcher(called).find()) {
            errors.add(new FieldError("name", "control-character"));
        }
        if (asked.length() > MAX_QUERY) {
            errors.add(new FieldError("query", "length", 0, MAX_QUERY));
        } else if (!QUERY.matcher(asked).matches()) {
            errors.add(new FieldError("query", "form"));
        }
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
        UUID id = rows.put(staff.accountId(), page, called, asked);
        if (rows.count(staff.accountId(), page) > MOST) {
            throw new LgspException(ErrorCode.TOO_MANY_FILTERS, MOST);
        }
        return id;
    }

    /**
     * Removes a filter.
     *
     * @throws LgspException NOT_FOUND when the person has none of this id
     */
    public void remove(Staff staff, UUID id) {
        if (!rows.remove(staff.accountId(), id)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }
}
