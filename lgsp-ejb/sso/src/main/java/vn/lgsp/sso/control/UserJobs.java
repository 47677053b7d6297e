package vn.lgsp.sso.control;

import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.Order;

/** How an item of a bulk act on users is read: the id of the account; the parameter {@code reason}. */
final class UserJobs {
    private UserJobs() {}

    /** NOT_FOUND when the item is no id. */
    static Order order(String item, Map<String, String> parameters) {
        try {
            return new Order(UUID.fromString(item), null, parameters.get("reason"), null);
        } catch (IllegalArgumentException e) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }
}
