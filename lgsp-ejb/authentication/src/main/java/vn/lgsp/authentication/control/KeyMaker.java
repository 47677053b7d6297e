package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.authentication.boundary.IssuedKey;
import vn.lgsp.authentication.boundary.KeyRotation;
import vn.lgsp.authentication.boundary.NewKey;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.authentication.AccessKey;
import vn.lgsp.model.authentication.AccessKeyEvent;
import vn.lgsp.model.authentication.AccessKeyEvent.Act;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;

/**
 * Makes keys. Orders for one application are taken one after the other, so that its keys can be counted and an order that comes twice is
 * recognised. The same order answers with the same key, without its secret.
 */
@ApplicationScoped
public class KeyMaker {
    private static final String PUBLIC_ONCE = "access_key_public_once";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    @Inject
    private KeyVault vault;

    /** A key with a secret, for everything, that the platform makes for itself. */
    public IssuedKey make(UUID applicationId) {
        var application = database.find(Application.class, applicationId);
        if (application == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        requireNotRetired(application);
        var key = begun(application, Algorithm.HMAC_SHA256);
        var issued = withSecret(key);
        database.persist(key);
        return issued;
    }

    /** Makes what was ordered. */
    public IssuedKey make(Staff staff, UUID applicationId, NewKey order) {
        var application = database.find(Application.class, applicationId, LockModeType.PESSIMISTIC_WRITE);
        var input = new KeyInput(now());
        var name = input.name(order.name());
        var algorithm = input.algorithm(order.algorithm());
        var publicKey = input.publicKey(order.publicKey(), algorithm);
        var end = input.end(order.notAfter());
        var networks = input.networks(order.networks());
        var scopes = input.scopes(order.scopes());
        var reason = input.optionalReason(order.reason());
        var orderKey = input.orderKey(order.orderKey());
        input.check();
        var hash = hash(
                "issue",
                applicationId,
                name,
                algorithm,
                order.publicKey(),
                end,
                networks,
                scopes.stream().sorted().toList(),
                reason);
        var earlier = earlier(staff, orderKey, hash);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireNotRetired(application);
        requireFew(application, algorithm, reason);
        var material = publicKey.map(text -> material(text, algorithm));
        var key = begun(application, algorithm)
                .decide(name, networks, scopes, earliest(end, material))
                .orderedBy(staff.accountId(), orderKey, hash);
        return written(staff, key, material, reason);
    }

    /**
     * What an order to replace this key made before.
     *
     * @throws LgspException {@code idempotency-key-reused} for another order of the same name
     */
    public Optional<IssuedKey> earlier(Staff staff, AccessKey old, KeyRotation order) {
        database.find(Application.class, old.applicationId(), LockModeType.PESSIMISTIC_WRITE);
        return earlier(staff, order.orderKey(), hash(old, order));
    }

    /** Makes a key like this one, and lets this one end when the overlap is over. */
    public IssuedKey replace(Staff staff, AccessKey old, KeyRotation order) {
        var now = now();
        var application = database.find(Application.class, old.applicationId());
        var algorithm = Algorithm.labelled(old.algorithm()).orElseThrow();
        var input = new KeyInput(now);
        var overlap = input.overlap(order.overlap());
        var publicKey = input.publicKey(order.publicKey(), algorithm);
        var end = input.end(order.notAfter());
        var reason = input.optionalReason(order.reason());
        var orderKey = input.orderKey(order.orderKey());
        input.check();
        requireNotRetired(application);
        requireFew(application, algorithm, reason);
        var material = publicKey.map(text -> material(text, algorithm));
        var key = begun(application, algorithm)
                .decide(old.name(), old.networks(), old.scopes(), earliest(end, material))
                .replacing(old.id())
                .orderedBy(staff.accountId(), orderKey, hash(old, order));
        old.endBy(now.plus(overlap));
        return written(staff, key, material, reason);
    }

    private IssuedKey written(Staff staff, AccessKey key, Optional<PublicMaterial> material, String reason) {
        material.ifPresent(given -> key.publicKey(given.encoded()));
        var issued = material.isPresent() ? new IssuedKey(key.id(), key.accessKey(), null) : withSecret(key);
        try {
            database.persist(key);
            database.flush();
        } catch (PersistenceException e) {
            if (Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(PUBLIC_ONCE))) {
                throw new LgspException(ErrorCode.PUBLIC_KEY_TAKEN);
            }
            throw e;
        }
        database.persist(new AccessKeyEvent(key.id(), staff, Act.ISSUED, reason));
        return issued;
    }

    private static AccessKey begun(Application application, Algorithm algorithm) {
        return new AccessKey(
                Ids.next(),
                KeyFormat.newAccessKey(application.environment()),
                application.id(),
                application.environment(),
                algorithm.label(),
                now());
    }

    private IssuedKey withSecret(AccessKey key) {
        var text = KeyFormat.newSecret(key.environment());
        var secret = text.getBytes(US_ASCII);
        try {
            key.secret(vault.wrap(secret, Verification.context(key.id())), vault.masterKeyId());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        return new IssuedKey(key.id(), key.accessKey(), text);
    }

    private static PublicMaterial material(String text, Algorithm algorithm) {
        var material = PublicKeyReader.read(text, Instant.now());
        if (material.kind() != algorithm.kind()) {
            throw PublicMaterial.unreadable(PublicMaterial.Unreadable.OTHER_ALGORITHM);
        }
        return material;
    }

    /** A key does not outlive the certificate that it came in. */
    private static Instant earliest(Instant end, Optional<PublicMaterial> material) {
        var certificate = material.map(PublicMaterial::notAfter).orElse(null);
        return certificate == null || end != null && end.isBefore(certificate) ? end : certificate;
    }

    private static void requireNotRetired(Application application) {
        if (application.state() == Application.State.RETIRED) {
            throw new LgspException(ErrorCode.APPLICATION_NOT_ACTIVE);
        }
    }

    private void requireFew(Application application, Algorithm algorithm, String reason) {
        if (reason != null) {
            return;
        }
        var alike = Arrays.stream(Algorithm.values())
                .filter(other -> other.kind() == algorithm.kind())
                .map(Algorithm::label)
                .toList();
        var usable = database.createQuery(
                        """
                        select count(k) from AccessKey k where k.applicationId = :application and k.algorithm in :alike
                            and k.revokedAt is null and (k.notAfter is null or k.notAfter > :now)
                        """,
                        Long.class)
                .setParameter("application", application.id())
                .setParameter("alike", alike)
                .setParameter("now", now())
                .getSingleResult();
        if (usable >= AccessKeys.USUAL) {
            throw new LgspException(ErrorCode.TOO_MANY_KEYS);
        }
    }

    private Optional<IssuedKey> earlier(Staff staff, String orderKey, byte[] hash) {
        if (orderKey == null) {
            return Optional.empty();
        }
        return database.createQuery(
                        "select k from AccessKey k where k.createdBy = :staff and k.orderKey = :order", AccessKey.class)
                .setParameter("staff", staff.accountId())
                .setParameter("order", orderKey)
                .getResultStream()
                .findFirst()
                .map(key -> {
                    if (!MessageDigest.isEqual(key.orderHash(), hash)) {
                        throw new LgspException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
                    }
                    return new IssuedKey(key.id(), key.accessKey(), null);
                });
    }

    private static byte[] hash(AccessKey old, KeyRotation order) {
        return hash("rotate", old.id(), order.overlap(), order.publicKey(), order.notAfter(), order.reason());
    }

    private static byte[] hash(Object... parts) {
        return Sha256.of(Arrays.stream(parts)
                .map(part -> String.valueOf(part))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining())
                .getBytes(UTF_8));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
