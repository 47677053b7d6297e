package vn.lgsp.model;

import java.util.UUID;

/** Tells whether people sign in with more than a password. The sign-in service implements this; whoever may not call that service asks here. */
public interface SecondFactorStatus {

    /** Says whether the account has a second factor that is asked for at every sign-in; false when there is no such account. */
    boolean on(UUID accountId);
}
