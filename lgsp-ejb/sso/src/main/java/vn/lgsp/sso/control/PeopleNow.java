package vn.lgsp.sso.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.SecondFactorStatus;
import vn.lgsp.model.Staff;
import vn.lgsp.model.StaffDirectory;

/** Tells other modules who a person is by now, and how the person signs in. */
@ApplicationScoped
public class PeopleNow implements StaffDirectory, SecondFactorStatus {
    @EJB
    private SignInGuard guard;

    @Inject
    private SecondFactors factors;

    @Override
    public Optional<Staff> current(UUID accountId) {
        return guard.current(accountId);
    }

    @Override
    public boolean on(UUID accountId) {
        return factors.since(accountId).isPresent();
    }
}
