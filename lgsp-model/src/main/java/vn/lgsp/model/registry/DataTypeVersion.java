package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;

/** One version of the rules of a data type (phiên bản lược đồ, Điều 3.6, 8.2). Published, it keeps its rules for ever. */
@Entity
@Table(name = "data_type_version")
public class DataTypeVersion {
    @Id
    private UUID id;

    @Column(name = "data_type", updatable = false)
    private String dataType;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    private String standard;

    @Column(name = "max_bytes")
    private long maxBytes;

    @Column(name = "media_types")
    private String mediaTypes;

    @Column(name = "least_files")
    private int leastFiles;

    @Column(name = "most_files")
    private Integer mostFiles;

    @Column(name = "name_pattern")
    private String namePattern;

    @Enumerated(EnumType.STRING)
    @Column(name = "schema_kind")
    private SchemaKind schemaKind;

    @Column(name = "entry_document")
    private String entryDocument;

    @Column(name = "applies_to")
    private String appliesTo;

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

    protected DataTypeVersion() {}

    /**
     * What a version asks of content.
     *
     * @param standard standard that the content follows, in words; null when none is named
     * @param maxBytes all files of a packet together, bytes
     * @param mediaTypes those that files may have, e.g. {@code application/xml} or {@code image/*}; empty for any
     * @param leastFiles from 1
     * @param mostFiles null for as many as the platform takes
     * @param namePattern form of every file's name; null for any
     * @param schemaKind null without a schema
     * @param entryDocument the schema's document that holds or includes the rest; null without a schema
     * @param appliesTo form of the names of files that schema and code lists are for; null for all files
     */
    public record Rules(
            String standard,
            long maxBytes,
            List<String> mediaTypes,
            int leastFiles,
            Integer mostFiles,
            String namePattern,
            SchemaKind schemaKind,
            String entryDocument,
            String appliesTo) {
        public Rules {
            mediaTypes = List.copyOf(mediaTypes);
        }
    }

    /** A draft by somebody. */
    public DataTypeVersion(String dataType, int number, Rules rules, Staff staff, Instant now) {
        this.id = Ids.next();
        this.dataType = dataType;
        this.number = number;
        this.state = VersionState.DRAFT;
        draft(rules, staff, now);
    }

    /** Takes over what somebody drafted; whoever drafted last may not publish. */
    public final void draft(Rules rules, Staff staff, Instant now) {
        standard = rules.standard();
        maxBytes = rules.maxBytes();
        mediaTypes = rules.mediaTypes().isEmpty() ? null : String.join(" ", rules.mediaTypes());
        leastFiles = rules.leastFiles();
        mostFiles = rules.mostFiles();
        namePattern = rules.namePattern();
        schemaKind = rules.schemaKind();
        entryDocument = rules.entryDocument();
        appliesTo = rules.appliesTo();
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

    /** Goes on in its life. */
    public void become(VersionState next) {
        state = next;
    }

    public UUID id() {
        return id;
    }

    public String dataType() {
        return dataType;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public VersionState state() {
        return state;
    }

    public Rules rules() {
        return new Rules(
                standard,
                maxBytes,
                mediaTypes == null ? List.of() : List.of(mediaTypes.split(" ")),
                leastFiles,
                mostFiles,
                namePattern,
                schemaKind,
                entryDocument,
                appliesTo);
    }

    /** Who drafted last; null for what came with the platform. */
    public UUID draftedBy() {
        return draftedBy;
    }

    public String draftedName() {
        return draftedName;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    /** Null before it was published, and for what came with the platform. */
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
