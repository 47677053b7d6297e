package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;

/** One version of a list of codes (danh mục mã dùng chung, Điều 15.3). Published, its entries stay for ever. */
@Entity
@Table(name = "code_list_version")
public class CodeListVersion {
    @Id
    private UUID id;

    @Column(name = "code_list", updatable = false)
    private String codeList;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    @Column(name = "drafted_by")
    private UUID draftedBy;

    @Column(name = "drafted_name")
    private String draftedName;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "published_by")
    private UUID publishedBy;

    @Column(name = "published_name")
    private String publishedName;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Version
    private int version;

    protected CodeListVersion() {}

    /** A draft by somebody. */
    public CodeListVersion(String codeList, int number, Staff staff, Instant now) {
        this.id = Ids.next();
        this.codeList = codeList;
        this.number = number;
        this.state = VersionState.DRAFT;
        draft(staff, now);
    }

    /** Says who drafted last, who may then not publish. */
    public final void draft(Staff staff, Instant now) {
        draftedBy = staff.accountId();
        draftedName = staff.username();
        draftedAt = now;
    }

    /** Puts it in force. */
    public void publish(Staff staff, Instant now) {
        state = VersionState.PUBLISHED;
        publishedBy = staff.accountId();
        publishedName = staff.username();
        publishedAt = now;
    }

    /** A later version has taken its place. */
    public void replaced() {
        state = VersionState.DEPRECATED;
    }

    public UUID id() {
        return id;
    }

    public String codeList() {
        return codeList;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public VersionState state() {
        return state;
    }

    public UUID draftedBy() {
        return draftedBy;
    }

    public String draftedName() {
        return draftedName;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    /** Null before it was published. */
    public String publishedName() {
        return publishedName;
    }

    /** Null before it was published. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** Counts the edits, for those who edit at the same time. */
    public int version() {
        return version;
    }
}
