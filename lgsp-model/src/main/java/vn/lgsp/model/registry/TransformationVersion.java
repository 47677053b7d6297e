package vn.lgsp.model.registry;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.version.NamedVersion;
import vn.lgsp.model.version.VersionState;

/** One version of a transformation: the program. Published, it stays as it is for ever. */
@Entity
@Table(name = "transformation_version")
@AttributeOverride(name = "subject", column = @Column(name = "transformation", updatable = false))
public class TransformationVersion extends NamedVersion {
    private static final Manner MANNER =
            new Manner(ErrorCode.TRANSFORMATION_STATE, VersionState.REPLACED, Staff::username);

    @Enumerated(EnumType.STRING)
    private TransformationKind kind;

    private byte[] program;

    protected TransformationVersion() {}

    /**
     * A draft by somebody.
     *
     * @param program null for kinds that need none
     */
    public TransformationVersion(
            String transformation, int number, TransformationKind kind, byte[] program, Staff staff, Instant now) {
        super(MANNER, transformation, number, staff, now);
        set(kind, program);
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    /**
     * Takes over what somebody drafted.
     *
     * @throws vn.lgsp.model.error.LgspException TRANSFORMATION_STATE when it is no draft
     */
    public void draft(TransformationKind newKind, byte[] newProgram, Staff staff, Instant now) {
        drafted(staff, now);
        set(newKind, newProgram);
    }

    private void set(TransformationKind newKind, byte[] newProgram) {
        kind = newKind;
        program = newProgram == null ? null : newProgram.clone();
    }

    public TransformationKind kind() {
        return kind;
    }

    /** Null for kinds that need none. */
    public byte[] program() {
        return program == null ? null : program.clone();
    }
}
