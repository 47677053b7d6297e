package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The second factor of an account: the secret of an authenticator app (TOTP, RFC 6238), stored only wrapped under the master key. */
@Entity
@Table(name = "account_second_factor")
public class SecondFactor {
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "wrapped_secret", updatable = false)
    private byte[] wrappedSecret;

    @Column(name = "master_key_id", updatable = false)
    private String masterKeyId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    protected SecondFactor() {}

    /** A secret that its owner has not proved to have yet. */
    public SecondFactor(UUID accountId, byte[] wrappedSecret, String masterKeyId, Instant now) {
        this.accountId = accountId;
        this.wrappedSecret = wrappedSecret.clone();
        this.masterKeyId = masterKeyId;
        this.createdAt = now;
    }

    public UUID accountId() {
        return accountId;
    }

    public byte[] wrappedSecret() {
        return wrappedSecret.clone();
    }

    /** When its owner proved to have it; null before. */
    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** Whether it is asked for at sign-in. */
    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** The step of the code used last; no code of this step or an earlier one counts again. */
    public long lastStep() {
        return lastStep;
    }

    /** Uses up all codes up to this step. */
    public void used(long step) {
        lastStep = step;
    }

    /** From now on it is asked for. */
    public void confirm(Instant now) {
        confirmedAt = now;
    }
}
