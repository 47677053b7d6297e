package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Space;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest;

/** Checks a request against form, directory, rights and data type, and grants a space (Điều 8.2). */
@ApplicationScoped
public class Grants {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Directory directory;

    @Inject
    private Recipients recipients;

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private KeyVault vault;

    @Inject
    @ConfigProperty(name = "lgsp.space.upload.lifetime", defaultValue = "PT24H")
    private Supplier<Duration> lifetime;

    /** Grants what the caller asks for, or answers the packet granted earlier for the same idempotency key. */
    public Packet grant(Caller caller, PacketRequest request) {
        requireWellFormed(request);
        UUID earlier = earlier(caller, request);
        if (earlier != null) {
            return packets.lockOwn(caller, earlier);
        }
        DataType type = requireDataType(request);
        List<ApplicationView> destinations = recipients.receivers(caller, request.recipients(), type);
        Instant now = Journal.now();
        Actor actor = Actor.of(caller);

        Packet packet = new Packet(
                caller.applicationId(),
                caller.agencyId(),
                request.title().strip(),
                request.importance() == null ? Importance.NORMAL : request.importance(),
                type.code(),
                type.protocol(),
                now);
        journal.begin(packet, actor, now);
        for (ApplicationView destination : destinations) {
            journal.begin(new Delivery(packet, destination.agencyId(), destination.id(), now), actor, now);
        }
        journal.begin(content(packet, now), actor, now);
        em.persist(Space.forSource(packet, now.plus(lifetime.get()), now));
        journal.step(packet, PacketState.GRANTED, actor);
        remember(caller, request, packet);
        return packet;
    }

    private Content content(Packet packet, Instant now) {
        try (ContentKey key = ContentKey.random()) {
            return new Content(packet.id(), key.wrap(vault, keyContext(packet.id())), vault.masterKeyId(), now);
        }
    }

    /** What a content key is bound to, so that it opens nothing when moved to another row. */
    static String keyContext(UUID packetId) {
        return "packet:" + packetId;
    }

    private void requireWellFormed(PacketRequest request) {
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(recipients.malformed(request.recipients()));
        text(request.title(), "title", 500, errors);
        text(request.dataType(), "dataType", 50, errors);
        text(request.protocol(), "protocol", 20, errors);
        if (request.size() != null && request.size() < 0) {
            errors.add(new FieldError("size", "number", 0, Long.MAX_VALUE));
        }
        if (request.idempotencyKey() != null && !request.idempotencyKey().matches("[!-~]{1,128}")) {
            errors.add(new FieldError("Idempotency-Key", "form"));
        }
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
    }

    private static void text(String value, String field, int max, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(new FieldError(field, "required"));
        } else if (value.codePointCount(0, value.length()) > max) {
            errors.add(new FieldError(field, "length", 1, max));
        } else if (value.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field, "control-character"));
        }
    }

    private DataType requireDataType(PacketRequest request) {
        DataType type = directory
                .dataType(request.dataType())
                .orElseThrow(() -> new LgspException(ErrorCode.DATA_TYPE_UNKNOWN, request.dataType()));
        if (!type.protocol().equals(request.protocol())) {
            throw new LgspException(ErrorCode.PROTOCOL_MISMATCH, type.code(), type.protocol());
        }
        if (request.size() != null && request.size() > type.maxBytes()) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, type.maxBytes());
        }
        return type;
    }

    private UUID earlier(Caller caller, PacketRequest request) {
        if (request.idempotencyKey() == null) {
            return null;
        }
        List<?> rows = em.createNativeQuery(
                        "select packet_id, request_hash from idempotency_key where application_id = ?1 and idem_key = ?2")
                .setParameter(1, caller.applicationId())
                .setParameter(2, request.idempotencyKey())
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = (Object[]) rows.get(0);
        if (!MessageDigest.isEqual((byte[]) row[1], hash(request))) {
            throw new LgspException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return (UUID) row[0];
    }

    private void remember(Caller caller, PacketRequest request, Packet packet) {
        if (request.idempotencyKey() == null) {
            return;
        }
        int stored = em.createNativeQuery(
                        """
                        insert into idempotency_key (application_id, idem_key, request_hash, packet_id, created_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
                        """)
                .setParameter(1, caller.applicationId())
                .setParameter(2, request.idempotencyKey())
                .setParameter(3, hash(request))
                .setParameter(4, packet.id())
                .setParameter(5, packet.createdAt())
                .executeUpdate();
        if (stored == 0) {
            // A parallel copy of the same request was first; the caller's next attempt gets its packet.
            throw new LgspException(ErrorCode.UNAVAILABLE);
        }
    }

    private static byte[] hash(PacketRequest request) {
        String canonical = String.join(
                "\u0000",
                Recipients.asAsked(request.recipients()),
                request.title(),
                String.valueOf(request.importance()),
                request.dataType(),
                request.protocol(),
                String.valueOf(request.size()));
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
