package vn.lgsp.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** One version of a policy that has a name (chính sách liên thông). Published it never changes: a new version takes its place. */
@Entity
@Table(name = "exchange_policy")
public class ExchangePolicy {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String code;

    @Column(name = "policy_version", updatable = false)
    private int policyVersion;

    @Column(name = "name_vi")
    private String nameVi;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private PolicyState state;

    @Embedded
    private PolicyTerms terms;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "changed_by")
    private UUID changedBy;

    @Column(name = "published_by")
    private UUID publishedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "retired_at")
    private Instant retiredAt;

    @Version
    private int version;

    protected ExchangePolicy() {}

    /** A draft. */
    public ExchangePolicy(
            String code, int policyVersion, String nameVi, String nameEn, PolicyTerms terms, UUID author, Instant now) {
        this.id = Ids.next();
        this.code = code;
        this.policyVersion = policyVersion;
        this.state = PolicyState.DRAFT;
        this.createdBy = author;
        this.createdAt = now;
        change(nameVi, nameEn, terms, author, now);
    }

    /** Changes a draft. */
    public final void change(String newNameVi, String newNameEn, PolicyTerms newTerms, UUID author, Instant now) {
        nameVi = newNameVi;
        nameEn = newNameEn;
        terms = newTerms;
        changedBy = author;
        changedAt = now;
    }

    /** From now on it counts. */
    public void publish(UUID publisher, Instant now) {
        state = PolicyState.PUBLISHED;
        publishedBy = publisher;
        publishedAt = now;
    }

    /** From now on no new packet gets it. */
    public void retire(Instant now) {
        state = PolicyState.RETIRED;
        retiredAt = now;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** Counts the versions of one code, from 1. */
    public int policyVersion() {
        return policyVersion;
    }

    public String nameVi() {
        return nameVi;
    }

    public String nameEn() {
        return nameEn;
    }

    public PolicyState state() {
        return state;
    }

    public PolicyTerms terms() {
        return terms;
    }

    /** The account that drafted it. */
    public UUID createdBy() {
        return createdBy;
    }

    /** The account that changed it last. */
    public UUID changedBy() {
        return changedBy;
    }

    /** The account that published it; null before. */
    public UUID publishedBy() {
        return publishedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Null before it was published. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** Null before it was retired. */
    public Instant retiredAt() {
        return retiredAt;
    }

    /** Counts the edits of the row. */
    public int version() {
        return version;
    }
}
