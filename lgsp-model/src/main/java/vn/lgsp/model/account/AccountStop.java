package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That a person stopped an account: why, who, since when. */
@Embeddable
public class AccountStop {
    @Column(name = "barred_reason")
    private String reason;

    @Column(name = "barred_by")
    private String by;

    @Column(name = "barred_at")
    private Instant at;

    protected AccountStop() {}

    AccountStop(String reason, String by, Instant at) {
        this.reason = reason;
        this.by = by;
        this.at = at;
    }

    public String reason() {
        return reason;
    }

    /** The user name of who did it. */
    public String by() {
        return by;
    }

    /** Since when. */
    public Instant at() {
        return at;
    }
}
