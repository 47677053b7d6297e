package vn.lgsp.model.job;

import java.util.Map;
import vn.lgsp.model.Staff;

/**
 * What a background job of one kind does with one item (tác vụ hàng loạt).
 *
 * <p>Implemented by CDI beans in any module and found by this type: a module that offers a bulk act adds a bean and nothing else. The
 * runner calls {@link #item} once for each item, in a transaction of its own that the handler joins, so that one item's refusal undoes
 * that item alone. After a crash an item whose transaction was not committed is done again; what a handler does outside the database
 * must therefore bear being done twice.
 */
public interface JobHandler {

    /** The kind of job, unique over all modules: a noun and a verb, e.g. {@code packet.cancel}; at most 60 characters, never changes. */
    String kind();

    /**
     * Does the act for one item.
     *
     * @param staff the person who ordered the job, with the rights the person has <em>now</em>; the handler calls boundaries with it,
     *     and they check the right for this item
     * @param item what the act is done to, usually an id as text; never null or blank, at most 200 characters
     * @param parameters the same for all items; never null, not modifiable
     * @throws vn.lgsp.model.error.LgspException the refusal of this item: it is recorded with the item, and the job goes on
     */
    void item(Staff staff, String item, Map<String, String> parameters);
}
