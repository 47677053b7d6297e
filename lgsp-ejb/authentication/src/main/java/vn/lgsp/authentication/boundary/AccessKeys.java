package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import vn.lgsp.authentication.control.KeyInput;
import vn.lgsp.authentication.control.KeyMaker;
import vn.lgsp.authentication.control.KeyReader;
import vn.lgsp.authentication.control.KeyRevoked;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.model.Staff;
import vn.lgsp.model.authentication.AccessKey;
import vn.lgsp.model.authentication.AccessKeyEvent;
import vn.lgsp.model.authentication.AccessKeyEvent.Act;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Key pairs of applications (khóa truy xuất, khóa bí mật, Điều 10) through their life: issued, restricted, replaced with an overlap, revoked.
 * Operators may do so for the agencies they look after, administrators of an agency for theirs, developers for test applications of theirs.
 * Each act leaves a line of history. What ends or restricts a key shows on every node within seconds.
 */
@Stateless
public class AccessKeys {
    /** How many usable keys of one kind an application has without saying why. */
    public static final int USUAL = 2;

    private static final int NOT_USABLE = 0;
    private static final int NO_OVERLAP = 1;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    @Inject
    private Event<KeyRevoked> revoked;

    @Inject
    private KeyRights rights;

    @Inject
    private KeyMaker maker;

    @Inject
    private KeyReader reader;

    /**
     * Issues a key of the application's own environment.
     *
     * @return the pair; its secret cannot be had again, and is not in the answer when the same order was given before
     * @throws LgspException {@code forbidden}; {@code not-found} when there is no such application for this person;
     *     {@code application-not-active} when it was retired; {@code request-invalid} with every field at fault; {@code too-many-keys};
     *     {@code idempotency-key-reused}; {@code private-key-sent}, {@code public-key-unreadable}, {@code public-key-weak},
     *     {@code public-key-taken}
     */
    public IssuedKey issue(Staff staff, UUID applicationId, NewKey order) {
        rights.require(staff, applicationId);
        return maker.make(staff, applicationId, order);
    }

    /**
     * Issues a key pair without anybody asking. Called by the platform itself when it loads a province; not reachable from the interfaces.
     *
     * @return the pair; its secret cannot be had again
     * @throws LgspException {@code not-found}, {@code application-not-active}
     */
    public IssuedKey issueByPlatform(UUID applicationId) {
        return maker.make(applicationId);
    }

    /**
     * Replaces a key by a new one of the same kind. Both count until the overlap is over; then the old one ends by itself.
     *
     * @param seen the version of the old key that was looked at; null for any
     * @return the new pair, as {@link #issue} gives it
     * @throws LgspException as {@link #issue}; {@code key-state} when the old key is not usable; {@code edit-conflict}
     */
    public IssuedKey rotate(Staff staff, UUID keyId, Integer seen, KeyRotation order) {
        var old = lock(staff, keyId);
        var earlier = maker.earlier(staff, old, order);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireSeen(old, seen);
        requireUsable(old);
        var successor = maker.replace(staff, old, order);
        note(staff, old, Act.ROTATED, order.reason());
        revoked.fire(new KeyRevoked(old.id(), old.accessKey()));
        return successor;
    }

    /**
     * Ends the key that this one replaces at once, and with it the sessions opened with it.
     *
     * @param keyId the newer key of the two
     * @throws LgspException {@code key-state} when it replaces none that is still usable; {@code edit-conflict}; {@code not-found}
     */
    public KeyView endOverlap(Staff staff, UUID keyId, Integer seen) {
        var newer = lock(staff, keyId);
        requireSeen(newer, seen);
        var old = newer.replaces() == null ? null : lock(staff, newer.replaces());
        var now = now();
        if (old == null || !old.usable(now)) {
            throw new LgspException(ErrorCode.KEY_STATE, NO_OVERLAP);
        }
        old.endBy(now);
        note(staff, old, Act.OVERLAP_ENDED, null);
        end(old, "key-expired", now);
        return written(keyId);
    }

    /**
     * Changes the name, end, networks and scopes of a key.
     *
     * @param seen the version that was looked at
     * @throws LgspException {@code request-invalid} with every field at fault; {@code key-state} when it is not usable any more;
     *     {@code edit-conflict} when it was changed since; {@code not-found}
     */
    public KeyView change(Staff staff, UUID keyId, int seen, KeyChange change) {
        var key = lock(staff, keyId);
        requireSeen(key, seen);
        requireUsable(key);
        var input = new KeyInput(now());
        var name = input.name(change.name());
        var networks = input.networks(change.networks());
        var scopes = input.scopes(change.scopes());
        var end = input.end(change.notAfter());
        input.check();
        key.decide(name, networks, scopes, end);
        note(staff, key, Act.CHANGED, null);
        revoked.fire(new KeyRevoked(key.id(), key.accessKey()));
        return written(keyId);
    }

    /**
     * Shows one key.
     *
     * @throws LgspException {@code forbidden}; {@code not-found} when there is no such key for this person
     */
    public KeyView find(Staff staff, UUID keyId) {
        rights.sight(staff);
        var key = reader.find(keyId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        rights.requireSight(staff, key.applicationId());
        return key;
    }

    /**
     * Ends a key for ever, and with it the sessions opened with it. Repeating the call changes nothing.
     *
     * @param seen the version that was looked at; null for any
     * @param reason 3–500 characters
     * @throws LgspException {@code request-invalid}; {@code forbidden}; {@code not-found} when there is no such key for this person;
     *     {@code edit-conflict}
     */
    public KeyView revoke(Staff staff, UUID keyId, Integer seen, String reason) {
        var key = lock(staff, keyId);
        requireSeen(key, seen);
        var now = now();
        var input = new KeyInput(now);
        var why = input.reason(reason);
        input.check();
        if (!key.revoked()) {
            key.revoke(staff.accountId(), why, now);
            note(staff, key, Act.REVOKED, why);
            end(key, "key-revoked", now);
        }
        return written(keyId);
    }

    /**
     * Requires that the key is one of this application, and that the person may change it.
     *
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public void requireOf(Staff staff, UUID applicationId, UUID keyId) {
        rights.require(staff, applicationId);
        var key = database.find(AccessKey.class, keyId);
        if (key == null || !key.applicationId().equals(applicationId)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private AccessKey lock(Staff staff, UUID keyId) {
        var key = keyId == null ? null : database.find(AccessKey.class, keyId);
        if (key == null) {
            rights.requireSome(staff);
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        rights.require(staff, key.applicationId());
        database.refresh(key, LockModeType.PESSIMISTIC_WRITE);
        return key;
    }

    private static void requireSeen(AccessKey key, Integer seen) {
        if (seen != null && seen != key.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
    }

    private static void requireUsable(AccessKey key) {
        if (!key.usable(now())) {
            throw new LgspException(ErrorCode.KEY_STATE, NOT_USABLE);
        }
    }

    private void end(AccessKey key, String reason, Instant now) {
        database.createQuery(
                        """
                        update ClientSession s set s.closedAt = :now, s.closeReason = :reason
                        where s.accessKeyId = :key and s.closedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("key", key.id())
                .executeUpdate();
        revoked.fire(new KeyRevoked(key.id(), key.accessKey()));
    }

    private KeyView written(UUID keyId) {
        database.flush();
        return reader.find(keyId).orElseThrow();
    }

    private void note(Staff staff, AccessKey key, Act act, String reason) {
        database.persist(new AccessKeyEvent(key.id(), staff, act, reason));
    }

    /** As the database keeps it, so that what was written and what is read are the same. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
