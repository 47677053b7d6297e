package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import vn.lgsp.model.Staff;
import vn.lgsp.model.job.JobHandler;
import vn.lgsp.sso.boundary.UserActs;

/** Signs many people out everywhere for one reason, as a background job. Each item is an account's id; parameter {@code reason}. */
@ApplicationScoped
public class SignOutUsers implements JobHandler {
    @Inject
    private UserActs acts;

    @Override
    public String kind() {
        return "users.sign-out";
    }

    @Override
    public void item(Staff staff, String item, Map<String, String> parameters) {
        acts.endSessions(staff, UserJobs.order(item, parameters));
    }
}
