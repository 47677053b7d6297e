package vn.lgsp.model.registry;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.version.NamedVersion;
import vn.lgsp.model.version.VersionState;

/** One version of the rules of a data type (phiên bản lược đồ, Điều 3.6, 8.2). Published, it keeps its rules for ever. */
@Entity
@Table(name = "data_type_version")
@AttributeOverride(name = "subject", column = @Column(name = "data_type", updatable = false))
public class DataTypeVersion extends NamedVersion {
    private static final Manner MANNER =
            new Manner(ErrorCode.DATA_TYPE_STATE, VersionState.DEPRECATED, Staff::username);

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
        super(MANNER, dataType, number, staff, now);
        take(rules);
    }

    /** Takes over what somebody drafted; whoever drafted last may not publish. */
    public void draft(Rules rules, Staff staff, Instant now) {
        drafted(staff, now);
        take(rules);
    }

    private void take(Rules rules) {
        standard = rules.standard();
        maxBytes = rules.maxBytes();
        mediaTypes = rules.mediaTypes().isEmpty() ? null : String.join(" ", rules.mediaTypes());
        leastFiles = rules.leastFiles();
        mostFiles = rules.mostFiles();
        namePattern = rules.namePattern();
        schemaKind = rules.schemaKind();
        entryDocument = rules.entryDocument();
        appliesTo = rules.appliesTo();
    }

    @Override
    public Manner manner() {
        return MANNER;
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
}
