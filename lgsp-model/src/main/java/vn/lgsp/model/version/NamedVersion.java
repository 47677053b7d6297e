package vn.lgsp.model.version;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;

/** A version of one of many things of its kind, which are told apart by a code. */
@MappedSuperclass
public abstract class NamedVersion extends DraftedVersion {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private int number;

    protected NamedVersion() {}

    /** A draft. */
    protected NamedVersion(Manner manner, String subject, int number, Staff staff, Instant now) {
        super(manner, staff, now);
        this.id = Ids.next();
        this.subject = subject;
        this.number = number;
    }

    public UUID id() {
        return id;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public int number() {
        return number;
    }
}
