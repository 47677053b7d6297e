package vn.lgsp.model.account;

/** What an account is good for at the moment (trạng thái tài khoản). */
public enum AccountState {
    /** Invited; the person has not chosen a password yet. */
    INVITED,
    /** May sign in. */
    ACTIVE,
    /** Locked by a person until a person unlocks it. */
    LOCKED,
    /** Out of use; kept, because history names it. */
    DISABLED
}
