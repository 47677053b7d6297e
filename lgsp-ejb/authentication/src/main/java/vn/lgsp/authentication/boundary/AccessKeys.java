package vn.lgsp.authentication.boundary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.authentication.control.KeyRevoked;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.authentication.control.Verification;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.authentication.AccessKey;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;

/**
 * Key pairs of applications (khóa truy xuất, khóa bí mật, Điều 10): issue, show, revoke. Operators may do so for the agencies they look
 * after, administrators of an agency for theirs, developers for test applications of theirs; to everybody else a key does not exist.
 */
@Stateless
public class AccessKeys {
    private static final String ALGORITHM = "hmac-sha256";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    @EJB
    private KeyVault vault;

    @Inject
    private Event<KeyRevoked> revoked;

    @Inject
    private KeyRights rights;

    /**
     * Issues a key pair of the application's own environment.
     *
     * @return the pair; its secret cannot be had again
     * @throws LgspException {@code not-found} when there is no such application for this person, {@code application-not-active} when it was
     *     retired
     */
    public IssuedKey issue(Staff staff, UUID applicationId) {
        rights.require(staff, applicationId);
        return issueByPlatform(applicationId);
    }

    /**
     * Issues a key pair without anybody asking. Called by the platform itself when it loads a province; not reachable from the interfaces.
     *
     * @return the pair; its secret cannot be had again
     * @throws LgspException {@code not-found}, {@code application-not-active}
     */
    public IssuedKey issueByPlatform(UUID applicationId) {
        var application = database.find(Application.class, applicationId);
        if (application == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (application.state() == Application.State.RETIRED) {
            throw new LgspException(ErrorCode.APPLICATION_NOT_ACTIVE);
        }
        var issued = new IssuedKey(
                Ids.next(),
                KeyFormat.newAccessKey(application.environment()),
                KeyFormat.newSecret(application.environment()));
        database.persist(stored(issued, application));
        return issued;
    }

    /**
     * Shows the keys of an application, newest first.
     *
     * @throws LgspException {@code not-found} when there is no such application for this person
     */
    public List<KeyView> list(Staff staff, UUID applicationId) {
        rights.require(staff, applicationId);
        var now = Instant.now();
        return database
                .createQuery(
                        "select k from AccessKey k where k.applicationId = :application order by k.createdAt desc, k.id",
                        AccessKey.class)
                .setParameter("application", applicationId)
                .getResultList()
                .stream()
                .map(key -> view(key, now))
                .toList();
    }

    /**
     * Shows one key.
     *
     * @throws LgspException {@code not-found} when there is no such key for this person
     */
    public KeyView find(Staff staff, UUID keyId) {
        return view(require(staff, keyId), Instant.now());
    }

    /**
     * Ends a key for ever, and with it the sessions opened with it. It takes effect on this node at once, on others within
     * {@code lgsp.key.cache.seconds}. Repeating the call changes nothing.
     *
     * @throws LgspException {@code not-found} when there is no such key for this person
     */
    public void revoke(Staff staff, UUID keyId) {
        var key = require(staff, keyId);
        var now = Instant.now();
        key.revoke(now);
        database.createQuery(
                        """
                        update ClientSession s set s.closedAt = :now, s.closeReason = 'key-revoked'
                        where s.accessKeyId = :key and s.closedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("key", keyId)
                .executeUpdate();
        revoked.fire(new KeyRevoked(keyId, key.accessKey()));
    }

    private AccessKey require(Staff staff, UUID keyId) {
        var key = database.find(AccessKey.class, keyId);
        if (key == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        rights.require(staff, key.applicationId());
        return key;
    }

    private AccessKey stored(IssuedKey issued, Application application) {
        var secret = issued.secret().getBytes(US_ASCII);
        try {
            return new AccessKey(
                    issued.id(),
                    issued.accessKey(),
                    application.id(),
                    application.environment(),
                    ALGORITHM,
                    vault.wrap(secret, Verification.context(issued.id())),
                    vault.masterKeyId(),
                    Instant.now());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static KeyView view(AccessKey key, Instant now) {
        return new KeyView(
                key.id(),
                key.applicationId(),
                key.accessKey(),
                key.environment(),
                key.algorithm(),
                key.createdAt(),
                key.lastUsedAt(),
                key.usable(now));
    }
}
