package vn.lgsp.operations.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.job.JobHandler;

/** Revokes many access keys, as after a leak (Điều 10); each item is the id of a key. Parameter {@code reason}, which may be absent. */
@ApplicationScoped
public class RevokeKeys implements JobHandler {
    static final String KIND = "access-key.revoke";

    @EJB
    private AccessKeys keys;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void item(Staff staff, String item, Map<String, String> parameters) {
        keys.revoke(staff, id(item), null, parameters.getOrDefault("reason", "Thu hồi hàng loạt"));
    }

    private static UUID id(String item) {
        try {
            return UUID.fromString(item);
        } catch (IllegalArgumentException malformed) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("item", "form")));
        }
    }
}
