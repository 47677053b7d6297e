package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.job.JobHandler;
import vn.lgsp.routing.boundary.UndeliverableDesk;

/** Reminds the destinations of many deliveries that were not taken (Điều 5.9); each item is the id of a delivery. */
@ApplicationScoped
public class RemindDestinations implements JobHandler {
    @EJB
    private UndeliverableDesk desk;

    @Override
    public String kind() {
        return "undeliverable.remind";
    }

    @Override
    public void item(Staff staff, String item, Map<String, String> parameters) {
        desk.remind(staff, id(item));
    }

    private static UUID id(String item) {
        try {
            return UUID.fromString(item);
        } catch (IllegalArgumentException malformed) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("item", "form")));
        }
    }
}
