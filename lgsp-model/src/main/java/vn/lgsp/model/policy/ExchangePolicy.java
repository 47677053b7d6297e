package vn.lgsp.model.policy;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.version.NamedVersion;
import vn.lgsp.model.version.VersionState;

/** One version of a policy that has a name (chính sách liên thông). Published it never changes: a new version takes its place. */
@Entity
@Table(name = "exchange_policy")
@AttributeOverride(name = "subject", column = @Column(name = "code", updatable = false))
@AttributeOverride(name = "number", column = @Column(name = "policy_version", updatable = false))
@AttributeOverride(name = "draftedBy", column = @Column(name = "changed_by"))
@AttributeOverride(name = "draftedName", column = @Column(name = "changed_name"))
@AttributeOverride(name = "draftedAt", column = @Column(name = "changed_at"))
public class ExchangePolicy extends NamedVersion {
    private static final Manner MANNER = new Manner(ErrorCode.POLICY_STATE, VersionState.RETIRED, Staff::fullName);

    @Column(name = "name_vi")
    private String nameVi;

    @Column(name = "name_en")
    private String nameEn;

    @Embedded
    private PolicyTerms terms;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_name", updatable = false)
    private String createdName;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "retired_at")
    private Instant retiredAt;

    protected ExchangePolicy() {}

    /** A draft. */
    public ExchangePolicy(
            String code, int number, String nameVi, String nameEn, PolicyTerms terms, Staff author, Instant now) {
        super(MANNER, code, number, author, now);
        this.createdBy = author.accountId();
        this.createdName = author.fullName();
        this.createdAt = now;
        take(nameVi, nameEn, terms);
    }

    /** Changes a draft. */
    public void change(String newNameVi, String newNameEn, PolicyTerms newTerms, Staff author, Instant now) {
        drafted(author, now);
        take(newNameVi, newNameEn, newTerms);
    }

    private void take(String newNameVi, String newNameEn, PolicyTerms newTerms) {
        nameVi = newNameVi;
        nameEn = newNameEn;
        terms = newTerms;
    }

    @Override
    public void become(VersionState next, Instant now) {
        super.become(next, now);
        retiredAt = now;
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    /** Whoever began it counts as well as whoever changed it last. */
    @Override
    public boolean draftedBy(UUID accountId) {
        return super.draftedBy(accountId) || createdBy.equals(accountId);
    }

    public String nameVi() {
        return nameVi;
    }

    public String nameEn() {
        return nameEn;
    }

    public PolicyTerms terms() {
        return terms;
    }

    /** Who began it. */
    public String createdName() {
        return createdName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null before it was retired. */
    public Instant retiredAt() {
        return retiredAt;
    }
}
