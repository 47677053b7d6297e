package vn.lgsp.registry.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.version.DraftedVersion;
import vn.lgsp.model.version.NamedVersion;
import vn.lgsp.model.version.VersionState;

/**
 * The steps that all things drafted in versions share: begin a draft, lock it for a change, publish it in place of the version before. Asks for
 * no rights and begins no transaction: that is with the boundary of each kind of thing.
 */
@ApplicationScoped
public class VersionSteps {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** One at a time writes versions of a thing: what is looked at stays so until the transaction ends. */
    public void alone(Class<? extends DraftedVersion> kind, String subject) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:thing, 0)) as varchar)")
                .setParameter("thing", kind.getSimpleName() + ":" + subject)
                .getResultList();
    }

    /** The versions of a thing, newest first. */
    public <V extends DraftedVersion> List<V> versions(Class<V> kind, String subject) {
        return query(kind, "order by v.number desc", subject).getResultList();
    }

    /** The newest version of a thing; empty when there is none at all. */
    public <V extends DraftedVersion> Optional<V> newest(Class<V> kind, String subject) {
        return query(kind, "order by v.number desc", subject)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The version of this number. */
    public <V extends DraftedVersion> Optional<V> version(Class<V> kind, String subject, int number) {
        return query(kind, "and v.number = :number", subject)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The version in a state of which a thing has one at most: draft or published. */
    public <V extends DraftedVersion> Optional<V> in(Class<V> kind, String subject, VersionState state) {
        return query(kind, "and v.state = :state", subject)
                .setParameter("state", state)
                .getResultStream()
                .findFirst();
    }

    /** The present time as it is stored, UTC in microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** {@code rest} is the end of a query after the thing was named. */
    private <V extends DraftedVersion> TypedQuery<V> query(Class<V> kind, String rest, String subject) {
        // The name of a class and words of this one: nothing that came in.
        String all = "select v from " + kind.getSimpleName() + " v where ";
        return NamedVersion.class.isAssignableFrom(kind)
                ? em.createQuery(all + "v.subject = :subject " + rest, kind).setParameter("subject", subject)
                : em.createQuery(all + "1 = 1 " + rest, kind);
    }

    /** @throws LgspException NOT_FOUND */
    public <V extends NamedVersion> V find(Class<V> kind, UUID id) {
        return found(Optional.ofNullable(id == null ? null : em.find(kind, id)));
    }

    /** @throws LgspException NOT_FOUND */
    public <V extends DraftedVersion> V find(Class<V> kind, String subject, int number) {
        return found(version(kind, subject, number));
    }

    /** @throws LgspException NOT_FOUND */
    public <V extends DraftedVersion> V found(Optional<V> version) {
        return version.orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * Locks a version until the transaction ends.
     *
     * @param seen the edit that was looked at; null for any
     * @param allowed the states that the step may begin from
     * @throws LgspException NOT_FOUND for a draft thrown away meanwhile; EDIT_CONFLICT; the kind's own refusal in another state
     */
    public <V extends DraftedVersion> V lock(V version, Integer seen, VersionState... allowed) {
        try {
            em.refresh(version, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException thrownAway) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        version.requireSeen(seen);
        version.require(allowed);
        return version;
    }

    /**
     * Begins the next version of a thing.
     *
     * @param draft makes it of its number
     * @throws LgspException the kind's own refusal while there is a draft
     */
    public <V extends DraftedVersion> V begin(Class<V> kind, String subject, IntFunction<V> draft) {
        alone(kind, subject);
        Optional<V> newest = newest(kind, subject);
        newest.filter(version -> version.state() == VersionState.DRAFT).ifPresent(DraftedVersion::refuse);
        V next = draft.apply(newest.map(DraftedVersion::number).orElse(0) + 1);
        em.persist(next);
        em.flush();
        return next;
    }

    /**
     * Puts a locked draft in force, and takes out of it what was before.
     *
     * @throws LgspException OWN_REQUEST for who drafted it
     */
    public <V extends DraftedVersion> void publish(V draft, Staff staff) {
        draft.requireOther(staff);
        Instant now = now();
        @SuppressWarnings("unchecked")
        Class<V> kind = (Class<V>) draft.getClass();
        alone(kind, draft.subject());
        in(kind, draft.subject(), VersionState.PUBLISHED)
                .ifPresent(before -> before.become(draft.manner().outOfForce(), now));
        // One is in force at most: the database looks after each statement.
        em.flush();
        draft.publish(staff, now);
        em.flush();
    }
}
