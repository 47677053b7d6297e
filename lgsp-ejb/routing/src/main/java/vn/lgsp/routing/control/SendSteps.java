package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.SealedBytes;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.ContentRules;
import vn.lgsp.routing.boundary.Outcome;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.PacketView;

/** The one transaction in which packets that came whole are granted, received and planned. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SendSteps {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Batches batches;

    @Inject
    private BatchWriter writer;

    @Inject
    private IdempotencyKeys keys;

    @Inject
    private Grants grants;

    @Inject
    private Routing routing;

    @Inject
    private Intake intake;

    @Inject
    private Journal journal;

    @Inject
    private Completion completion;

    @Inject
    private PacketPolicies policies;

    @Inject
    private WaitingQuotas waiting;

    /**
     * Packets of one kind to the same recipients are let in together.
     *
     * @param ruled what a rule looks at to find recipients; null where none is asked
     */
    private record Kind(List<PacketRequest.Recipient> recipients, String dataType, PacketRequest ruled) {
        static Kind of(WholePacket packet) {
            PacketRequest request = packet.request();
            boolean ruled = request.recipients().stream().anyMatch(one -> one.rule() != null);
            return new Kind(request.recipients(), request.dataType(), ruled ? request : null);
        }
    }

    /** Which version of a data type is asked for; null for the current one. */
    private record Version(String dataType, Integer asked) {
        static Version of(WholePacket packet) {
            return new Version(packet.request().dataType(), packet.request().dataTypeVersion());
        }
    }

    /**
     * A packet that was sent.
     *
     * @param view null when a request before this one has made it
     */
    public record Sent(Packet packet, PacketView view) {}

    /**
     * Sends packets.
     *
     * @param items of one application, whose idempotency keys differ
     * @param view how the source sees a packet that it has sent; may be null
     * @return what became of each, in their order
     * @throws LgspException when one of them dooms the transaction: RECIPIENT_*, NO_ACCESS_RIGHT, QUOTA_USED_UP, UNAVAILABLE and the like
     */
    public List<Outcome<Sent>> send(List<WholePacket> items, BiFunction<Packet, Caller, PacketView> view) {
        Caller caller = items.get(0).caller();
        Batch batch = batches.open();
        Map<Version, ContentRules> rules = new HashMap<>();
        Map<String, IdempotencyKeys.Earlier> earlier = keys.earlier(
                caller,
                items.stream().map(WholePacket::key).filter(Objects::nonNull).toList());
        List<Outcome<Sent>> outcomes = new ArrayList<>(items.size());
        List<WholePacket> fresh = new ArrayList<>();
        Map<String, DataType> types = new HashMap<>();
        for (WholePacket item : items) {
            outcomes.add(known(item, item.key() == null ? null : earlier.get(item.key()), types, rules));
            if (outcomes.get(outcomes.size() - 1) == null) {
                fresh.add(item);
            }
        }
        if (!fresh.isEmpty()) {
            waiting.requireRoomOf(caller);
        }
        Map<Kind, Routing.Routed> receivers = receivers(caller, fresh, types);
        receivers.values().forEach(routed -> waiting.requireRoomAt(routed.receivers()));
        List<IdempotencyKeys.Use> uses = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (outcomes.get(i) == null) {
                WholePacket item = items.get(i);
                Packet packet = make(
                        item,
                        types.get(item.request().dataType()),
                        rules.get(Version.of(item)).number(),
                        receivers.get(Kind.of(item)));
                outcomes.set(i, Outcome.of(new Sent(packet, view.apply(packet, item.caller()))));
                if (item.key() != null) {
                    uses.add(new IdempotencyKeys.Use(item.key(), item.hash(), packet));
                }
            }
        }
        keys.remember(caller, uses);
        writer.write(batch);
        return outcomes;
    }

    /** What is clear before rights are looked at: the packet that was made earlier, or a refusal; null when neither. */
    private Outcome<Sent> known(
            WholePacket item,
            IdempotencyKeys.Earlier earlier,
            Map<String, DataType> types,
            Map<Version, ContentRules> rules) {
        try {
            if (earlier != null) {
                return Outcome.of(new Sent(em.find(Packet.class, earlier.sameAs(item.hash())), null));
            }
            DataType type = grants.requireDataType(item.request(), types);
            if (item.size() > type.maxBytes()) {
                return Outcome.refused(new LgspException(ErrorCode.PACKET_TOO_LARGE, type.maxBytes()));
            }
            ContentRules asked =
                    rules.computeIfAbsent(Version.of(item), version -> grants.requireRules(type, item.request()));
            Inspection.require(asked.check(), item.files());
            return null;
        } catch (LgspException refusal) {
            return Outcome.refused(refusal);
        }
    }

    /** Who receives, asked once for each kind; always in the same order, for whoever shares quotas waits for each other. */
    private Map<Kind, Routing.Routed> receivers(Caller caller, List<WholePacket> items, Map<String, DataType> types) {
        Map<Kind, Integer> kinds = new HashMap<>();
        Map<Kind, PacketRequest> requests = new HashMap<>();
        for (WholePacket item : items) {
            kinds.merge(Kind.of(item), 1, Integer::sum);
            requests.putIfAbsent(Kind.of(item), item.request());
        }
        ApplicationView source = grants.source(caller);
        Map<Kind, Routing.Routed> receivers = new HashMap<>();
        kinds.keySet().stream()
                .sorted(Comparator.comparing((Kind kind) -> Recipients.asAsked(kind.recipients()))
                        .thenComparing(Kind::dataType))
                .forEach(kind -> receivers.put(
                        kind,
                        routing.receivers(source, requests.get(kind), types.get(kind.dataType()), kinds.get(kind))));
        return receivers;
    }

    private Packet make(WholePacket item, DataType type, int version, Routing.Routed routed) {
        Caller caller = item.caller();
        Actor actor = Actor.of(caller);
        try (ContentKey key = ContentKey.random()) {
            Packet packet = grants.make(caller, item.request(), type, version, routed, key);
            journal.step(packet, PacketState.GRANTED, actor);
            if (item.policy() != null) {
                policies.choose(packet, item.policy());
            }
            journal.step(packet, PacketState.UPLOADING, actor);
            for (WholePacket.File file : item.files()) {
                UUID blobId = Ids.next();
                byte[] sealed = SealedBytes.seal(key, blobId, file.content());
                intake.add(
                        packet,
                        file.name(),
                        file.mediaType(),
                        file.content().length,
                        file.digest(),
                        blobId,
                        sealed,
                        key);
            }
            packet.totalBytes(item.size());
            completion.complete(packet, actor);
            return packet;
        }
    }
}
