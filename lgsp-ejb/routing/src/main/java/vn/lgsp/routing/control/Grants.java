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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest;

/** Checks a request against form, directory, rights and data type, and grants a space (Điều 8.2). */
@ApplicationScoped
public class Grants {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Directory directory;

    @Inject
    private AccessRights rights;

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
        ApplicationView destination =
                requireDestination(caller, request.recipients().get(0), type);
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
        journal.begin(new Delivery(packet, destination.agencyId(), destination.id(), now), actor, now);
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

    private static void requireWellFormed(PacketRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.recipients() == null || request.recipients().size() != 1) {
            errors.add(new FieldError("recipients", "items", 1, 1));
        } else if (request.recipients().get(0) == null) {
            errors.add(new FieldError("recipients[0].agency", "required"));
        }
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

    private ApplicationView requireDestination(Caller caller, String code, DataType type) {
        AgencyView agency = requireAddressee(code);
        ApplicationView source = directory.application(caller.applicationId()).orElseThrow();
        Optional<ApplicationView> receiver = directory.receiver(agency.id(), source.environment(), type.code());
        UUID receiverId = receiver.map(ApplicationView::id).orElse(null);
        // Counts the packet where a quota is involved; what is refused after that is rolled back with the count.
        if (!rights.maySend(caller.applicationId(), agency.id(), receiverId, type.code())) {
            throw new LgspException(ErrorCode.NO_ACCESS_RIGHT, code, type.code());
        }
        return receiver.orElseThrow(() -> new LgspException(ErrorCode.RECIPIENT_CANNOT_RECEIVE, code));
    }

    /** Whom a code leads to: its agency; after a reorganisation its one successor, as long as the reorganisation lets it (Điều 7.2). */
    private AgencyView requireAddressee(String code) {
        CodeResolution found =
                directory.resolve(code).orElseThrow(() -> new LgspException(ErrorCode.RECIPIENT_UNKNOWN, code));
        AgencyView agency = found.agency();
        if (found.state() == IdentifierCode.State.CLOSED) {
            if (found.successors().size() != 1 || !directory.leadsOn(code)) {
                throw new LgspException(ErrorCode.CODE_CLOSED, code, day(found.validTo()), successors(found));
            }
            agency = directory.byCode(found.successors().get(0).code()).orElseThrow();
        }
        if (found.state() == IdentifierCode.State.LOCKED || agency.state() != Agency.State.ACTIVE) {
            throw new LgspException(ErrorCode.RECIPIENT_NOT_ACTIVE, code);
        }
        return agency;
    }

    private static String successors(CodeResolution closed) {
        return closed.successors().isEmpty()
                ? "–"
                : closed.successors().stream()
                        .map(successor -> successor.code() + " (" + successor.name() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String day(Instant time) {
        return DAY.format(time);
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
                request.recipients().get(0),
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
