package vn.lgsp.model.route;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.version.DraftedVersion;
import vn.lgsp.model.version.VersionState;

/** A version of the list of rules: written by one person, published by another. */
@Entity
@Table(name = "route_version")
@AttributeOverride(name = "draftedBy", column = @Column(name = "edited_by"))
@AttributeOverride(name = "draftedName", column = @Column(name = "edited_name"))
@AttributeOverride(name = "draftedAt", column = @Column(name = "edited_at"))
@AttributeOverride(name = "version", column = @Column(name = "revision"))
public class RouteVersion extends DraftedVersion {
    /** There is one list of rules; this is what it is called. */
    public static final String LIST = "routes";

    private static final Manner MANNER = new Manner(ErrorCode.EDIT_CONFLICT, VersionState.REPLACED, Staff::fullName);

    @Id
    private int number;

    private String rules;

    private String note;

    protected RouteVersion() {}

    /** A draft. */
    public RouteVersion(int number, String rules, String note, Staff editor, Instant now) {
        super(MANNER, editor, now);
        this.number = number;
        this.rules = rules;
        this.note = note;
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    @Override
    public String subject() {
        return LIST;
    }

    @Override
    public int number() {
        return number;
    }

    /** The rules as JSON. */
    public String rules() {
        return rules;
    }

    public String note() {
        return note;
    }

    /** Replaces what a draft says. */
    public void edit(String newRules, String newNote, Staff editor, Instant now) {
        drafted(editor, now);
        rules = newRules;
        note = newNote;
    }
}
