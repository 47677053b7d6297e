package vn.lgsp.model.version;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * One version of something that one person drafts, another publishes, and nobody changes from then on (Điều 15.3). All steps of such a life are
 * taken here; what a version says is with those that extend it.
 */
@MappedSuperclass
public abstract class DraftedVersion {
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

    /**
     * In what kinds of things differ.
     *
     * @param wrongState refusal of what a version's state does not allow; its detail may name the state
     * @param outOfForce what becomes of the version in force when the next is published
     * @param name which of a person's names stands in the version
     */
    public record Manner(ErrorCode wrongState, VersionState outOfForce, Function<Staff, String> name) {}

    protected DraftedVersion() {}

    /** A draft. */
    protected DraftedVersion(Manner manner, Staff staff, Instant now) {
        this.state = VersionState.DRAFT;
        note(manner, staff, now);
    }

    /** In what this kind of thing differs from others. */
    public abstract Manner manner();

    /** What it is a version of: a code. */
    public abstract String subject();

    /** Counts the versions of the same thing, from 1. */
    public abstract int number();

    /**
     * Says who drafted last, who may then not publish.
     *
     * @throws LgspException the kind's own refusal when it is no draft
     */
    public final void drafted(Staff staff, Instant now) {
        require(VersionState.DRAFT);
        note(manner(), staff, now);
    }

    private void note(Manner manner, Staff staff, Instant now) {
        draftedBy = staff.accountId();
        draftedName = manner.name().apply(staff);
        draftedAt = now;
    }

    /** Whether an account had a hand in the draft, as far as the version itself knows. */
    public boolean draftedBy(UUID accountId) {
        return accountId.equals(draftedBy);
    }

    /**
     * Puts it in force.
     *
     * @throws LgspException OWN_REQUEST for who drafted it; the kind's own refusal when it is no draft
     */
    public final void publish(Staff staff, Instant now) {
        require(VersionState.DRAFT);
        requireOther(staff);
        state = VersionState.PUBLISHED;
        publishedBy = staff.accountId();
        publishedName = manner().name().apply(staff);
        publishedAt = now;
    }

    /**
     * Goes on in its life after it was in force, or without ever having been; never back.
     *
     * @throws LgspException the kind's own refusal of what leads back or into force
     */
    public void become(VersionState next, Instant now) {
        if (next.compareTo(state) <= 0 || next == VersionState.PUBLISHED) {
            refuse();
        }
        state = next;
    }

    /** @throws LgspException EDIT_CONFLICT when it is not the edit that was looked at; null for any */
    public final void requireSeen(Integer seen) {
        if (seen != null && seen != version) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
    }

    /** @throws LgspException the kind's own refusal when it is in none of these states */
    public final void require(VersionState... states) {
        if (!List.of(states).contains(state)) {
            refuse();
        }
    }

    /** @throws LgspException OWN_REQUEST for who drafted it */
    public final void requireOther(Staff staff) {
        if (draftedBy(staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
    }

    /** @throws LgspException the kind's own refusal, always */
    public final void refuse() {
        throw new LgspException(manner().wrongState(), state.code());
    }

    public VersionState state() {
        return state;
    }

    /** The account that drafted last; null for what came with the platform. */
    public UUID draftedBy() {
        return draftedBy;
    }

    public String draftedName() {
        return draftedName;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    /** The account that published it; null before, and for what came with the platform. */
    public UUID publishedBy() {
        return publishedBy;
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
