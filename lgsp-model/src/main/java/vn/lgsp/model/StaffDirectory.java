package vn.lgsp.model;

import java.util.Optional;
import java.util.UUID;

/**
 * Finds people by their account, for work that goes on after they have left: a right that was withdrawn meanwhile must not live on in
 * it. The sign-in service implements this; whoever may not call that service asks here.
 */
public interface StaffDirectory {

    /** Returns the person as the account stands now; empty when it does not exist or was disabled; never null. */
    Optional<Staff> current(UUID accountId);
}
