package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.lgsp.registry.boundary.ContentRules;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest;

/** Checks a request against form, directory, rights and data type, and grants a space (Điều 8.2). */
@ApplicationScoped
public class Grants {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    @EJB
    private DataTypes types;

    @Inject
    private KnownApplications applications;

    @Inject
    private Recipients recipients;

    @Inject
    private Batches batches;

    @Inject
    private WaitingQuotas waiting;

    @Inject
    private Routing routing;

    @Inject
    private Packets packets;

    @Inject
    private IdempotencyKeys keys;

    @Inject
    private Resends resends;

    @Inject
    private Journal journal;

    @Inject
    private KeyVault vault;

    @Inject
    @ConfigProperty(name = "lgsp.space.upload.lifetime", defaultValue = "PT24H")
    private Supplier<Duration> lifetime;

    @Inject
    @ConfigProperty(name = "lgsp.space.open.max", defaultValue = "5000")
    private Supplier<Integer> maxSpaces;

    /** Grants what the caller asks for, or answers the packet granted earlier for the same idempotency key. */
    public Packet grant(Caller caller, PacketRequest request) {
        requireWellFormed(request);
        Optional<UUID> earlier = keys.earlier(caller, request.idempotencyKey(), () -> hash(request));
        if (earlier.isPresent()) {
            return packets.lockOwn(caller, earlier.get());
        }
        requireRoom(caller);
        DataType type = requireDataType(request);
        int version = requireVersion(type, request);
        waiting.requireRoomOf(caller);
        resends.requireOwn(caller, request.resendOf());
        Routing.Routed routed = routing.receivers(source(caller), request, type, 1);
        waiting.requireRoomAt(routed.receivers());
        Packet packet;
        try (ContentKey key = ContentKey.random()) {
            packet = make(caller, request, type, version, routed, key);
        }
        em.persist(Space.forSource(packet, packet.createdAt().plus(lifetime.get()), packet.createdAt()));
        journal.step(packet, PacketState.GRANTED, Actor.of(caller));
        if (request.idempotencyKey() != null) {
            keys.remember(caller, List.of(new IdempotencyKeys.Use(request.idempotencyKey(), hash(request), packet)));
        }
        return packet;
    }

    /** The application that sends. */
    ApplicationView source(Caller caller) {
        return applications.application(caller.applicationId());
    }

    /**
     * Begins the packet, its deliveries and its content.
     *
     * @param request checked
     * @param version of the data type, whose rules the content has to keep
     * @param routed the applications that receive
     * @param key fresh, for this packet alone
     */
    Packet make(
            Caller caller, PacketRequest request, DataType type, int version, Routing.Routed routed, ContentKey key) {
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
        packet.grantedBy(version);
        packet.resendOf(request.resendOf());
        journal.begin(packet, actor, now);
        List<Delivery> deliveries = new ArrayList<>();
        for (ApplicationView destination : routed.receivers()) {
            Delivery delivery = new Delivery(packet, destination.agencyId(), destination.id(), now);
            journal.begin(delivery, actor, now);
            deliveries.add(delivery);
        }
        byte[] wrapped = key.wrap(vault, keyContext(packet.id()));
        journal.begin(new Content(packet.id(), wrapped, vault.masterKeyId(), now), actor, now);
        resends.answer(packet, deliveries, actor);
        routing.note(packet.id(), routed.notes());
        waiting.granted(caller, routed.receivers());
        return packet;
    }

    /**
     * Spaces that nobody fills cost little, and yet not nothing: an application has only so many at a time. Requests that come in at once may
     * pass the limit by their own number.
     */
    private void requireRoom(Caller caller) {
        int most = maxSpaces.get();
        int open = em.createQuery(
                        "select 1 from Space s where s.applicationId = :application and s.deliveryId is null and s.closedAt is null",
                        Integer.class)
                .setParameter("application", caller.applicationId())
                .setMaxResults(most)
                .getResultList()
                .size();
        if (open >= most) {
            throw new LgspException(ErrorCode.TOO_MANY_SPACES, most);
        }
    }

    /** What a content key is bound to, so that it opens nothing when moved to another row; {@link ContentKeys} knows what it was before. */
    static String keyContext(UUID packetId) {
        return "packet with sealed records:" + packetId;
    }

    /** @throws LgspException REQUEST_INVALID naming the fields */
    void requireWellFormed(PacketRequest request) {
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

    /** @throws LgspException DATA_TYPE_UNKNOWN, PROTOCOL_MISMATCH, PACKET_TOO_LARGE */
    DataType requireDataType(PacketRequest request) {
        return requireDataType(request, new HashMap<>());
    }

    /** The same; {@code known} holds the types that were looked up before. */
    DataType requireDataType(PacketRequest request, Map<String, DataType> known) {
        DataType type = Optional.ofNullable(known.computeIfAbsent(
                        request.dataType(), code -> directory.dataType(code).orElse(null)))
                .orElseThrow(() -> new LgspException(ErrorCode.DATA_TYPE_UNKNOWN, request.dataType()));
        if (!type.protocol().equals(request.protocol())) {
            throw new LgspException(ErrorCode.PROTOCOL_MISMATCH, type.code(), type.protocol());
        }
        if (request.size() != null && request.size() > type.maxBytes()) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, type.maxBytes());
        }
        return type;
    }

    /** The rules that the content of what is asked for has to keep. */
    ContentRules requireRules(DataType type, PacketRequest request) {
        return types.rules(type, request.dataTypeVersion()).orElseThrow(Grants::noSuchVersion);
    }

    private int requireVersion(DataType type, PacketRequest request) {
        return types.usable(type, request.dataTypeVersion()).orElseThrow(Grants::noSuchVersion);
    }

    private static LgspException noSuchVersion() {
        return new LgspException(
                ErrorCode.REQUEST_INVALID, List.of(new FieldError("dataTypeVersion", "version-usable")));
    }

    /** Nothing for a request without one: keys of earlier days stay good for the same request. */
    private static String version(PacketRequest request) {
        return request.dataTypeVersion() == null ? "" : "\u0000" + request.dataTypeVersion();
    }

    private static byte[] hash(PacketRequest request) {
        return IdempotencyKeys.hash(canonical(request));
    }

    /** A request as one text, for telling whether two are the same; well-formed. */
    static String canonical(PacketRequest request) {
        return String.join(
                "\u0000",
                Recipients.asAsked(request.recipients()),
                request.title(),
                String.valueOf(request.importance()),
                request.dataType(),
                request.protocol(),
                String.valueOf(request.size())
                        + version(request)
                        + (request.resendOf() == null ? "" : "\u0000" + request.resendOf()));
    }
}
