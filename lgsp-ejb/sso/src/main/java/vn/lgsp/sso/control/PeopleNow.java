package vn.lgsp.sso.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.StaffDirectory;

/** Tells other modules who a person is by now. */
@ApplicationScoped
public class PeopleNow implements StaffDirectory {
    @EJB
    private SignInGuard guard;

    @Override
    public Optional<Staff> current(UUID accountId) {
        return guard.current(accountId);
    }
}
