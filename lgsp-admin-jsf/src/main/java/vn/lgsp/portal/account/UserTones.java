package vn.lgsp.portal.account;

import vn.lgsp.model.account.AccountState;

/** The tones in which states of accounts are shown. */
public final class UserTones {
    private UserTones() {}

    public static String of(AccountState state) {
        return switch (state) {
            case INVITED -> "running";
            case ACTIVE -> "done";
            case LOCKED -> "attention";
            case DISABLED -> "stopped";
        };
    }
}
