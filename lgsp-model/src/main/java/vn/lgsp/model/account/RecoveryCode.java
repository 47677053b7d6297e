package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A code that stands in once for the second factor (mã khôi phục); stored only as its hash. */
@Entity
@Table(name = "account_recovery_code")
public class RecoveryCode {
    @Id
    private UUID id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "code_hash", updatable = false)
    private byte[] codeHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    public RecoveryCode(UUID accountId, byte[] codeHash, Instant now) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.codeHash = codeHash.clone();
        this.createdAt = now;
    }

    public byte[] codeHash() {
        return codeHash.clone();
    }

    /** Uses it up. */
    public void use(Instant now) {
        usedAt = now;
    }
}
