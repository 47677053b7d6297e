package vn.lgsp.model.route;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Staff;

/** A version of the list of rules: written by one person, published by another. */
@Entity
@Table(name = "route_version")
public class RouteVersion {

    /** Where a version stands. */
    public enum State {
        /** Being written; one at most. */
        DRAFT,
        /** In force; one at most. */
        PUBLISHED,
        /** Was in force. */
        REPLACED
    }

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private State state;

    private String rules;

    private String note;

    @Column(name = "edited_by")
    private UUID editedBy;

    @Column(name = "edited_name")
    private String editedName;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "published_by")
    private UUID publishedBy;

    @Column(name = "published_name")
    private String publishedName;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Version
    private int revision;

    protected RouteVersion() {}

    /** A draft. */
    public RouteVersion(int number, String rules, String note, Staff editor, Instant now) {
        this.number = number;
        this.state = State.DRAFT;
        this.rules = rules;
        this.note = note;
        this.editedBy = editor.accountId();
        this.editedName = editor.fullName();
        this.editedAt = now;
    }

    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    /** The rules as JSON. */
    public String rules() {
        return rules;
    }

    public String note() {
        return note;
    }

    public UUID editedBy() {
        return editedBy;
    }

    public String editedName() {
        return editedName;
    }

    public Instant editedAt() {
        return editedAt;
    }

    /** Null for a draft, as are the name and the time. */
    public UUID publishedBy() {
        return publishedBy;
    }

    public String publishedName() {
        return publishedName;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public int revision() {
        return revision;
    }

    /** Replaces what a draft says. */
    public void edit(String newRules, String newNote, Staff editor, Instant now) {
        rules = newRules;
        note = newNote;
        editedBy = editor.accountId();
        editedName = editor.fullName();
        editedAt = now;
    }

    /** Puts a draft into force. */
    public void publish(Staff publisher, Instant now) {
        state = State.PUBLISHED;
        publishedBy = publisher.accountId();
        publishedName = publisher.fullName();
        publishedAt = now;
    }

    /** Another version is in force. */
    public void replace() {
        state = State.REPLACED;
    }
}
