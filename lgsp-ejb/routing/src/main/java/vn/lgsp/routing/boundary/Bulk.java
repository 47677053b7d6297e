package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.routing.control.Batch;
import vn.lgsp.routing.control.BatchWriter;
import vn.lgsp.routing.control.Batches;
import vn.lgsp.routing.control.Handover;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.SendSteps;
import vn.lgsp.routing.control.WholePacket;
import vn.lgsp.routing.control.WholePackets;

/**
 * Sending and confirming many packets in one request (Điều 8.2–8.4, 9.3). Every item has its own outcome, in the order of the items; what is
 * refused changes nothing and spoils nothing. One packet is a request with one item.
 */
@Stateless
public class Bulk {
    @Inject
    private WholePackets whole;

    @Inject
    private SendSteps steps;

    @Inject
    private Batches batches;

    @Inject
    private BatchWriter writer;

    @Inject
    private Packets packets;

    @Inject
    private Handover handover;

    @Inject
    private Views views;

    @Inject
    @ConfigProperty(name = "lgsp.bulk.max.items", defaultValue = "100")
    private Supplier<Integer> maxItems;

    @Inject
    @ConfigProperty(name = "lgsp.bulk.max.bytes", defaultValue = "4194304")
    private Supplier<Integer> maxBytes;

    /** How many items a request may have. */
    public int maxItems() {
        return maxItems.get();
    }

    /** How much content may come along with a request or an answer, bytes. */
    public int maxBytes() {
        return maxBytes.get();
    }

    /**
     * Sends packets whole: each is requested, received and planned as by {@link Sending}, in one step. What is durable when this returns is
     * what {@link Sending#complete} promises.
     *
     * @param items at most {@link #maxItems()}, with at most {@link #maxBytes()} of content in all
     * @return for each item the packet, or the refusal that the steps of {@link Sending} would have had; for an idempotency key seen before with
     *     the same item, the packet of that time
     * @throws LgspException KEY_SCOPE_MISSING
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Outcome<SentPacket>> send(Caller caller, List<SmallPacket> items) {
        caller.require(KeyScope.SEND);
        List<Outcome<SentPacket>> outcomes = new ArrayList<>(items.size());
        List<WholePacket> sound = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            outcomes.add(null);
            try {
                sound.add(whole.check(i, items.get(i), views.maxFiles()));
            } catch (LgspException refusal) {
                outcomes.set(i, Outcome.refused(refusal));
            }
        }
        rounds(sound).forEach(round -> send(caller, round, outcomes));
        return outcomes;
    }

    /** Items that share a key come one after the other, as in requests of their own: each in another round. */
    private static Collection<List<WholePacket>> rounds(List<WholePacket> packets) {
        Map<String, Integer> uses = new HashMap<>();
        return packets.stream()
                .collect(Collectors.groupingBy(
                        packet -> packet.key() == null ? 1 : uses.merge(packet.key(), 1, Integer::sum),
                        TreeMap::new,
                        Collectors.toList()))
                .values();
    }

    /** One transaction for all; where one of them dooms it, for each half, so that in the end only that one is refused. */
    private void send(Caller caller, List<WholePacket> sound, List<Outcome<SentPacket>> outcomes) {
        try {
            List<Outcome<SentPacket>> sent = steps.send(caller, sound);
            for (int i = 0; i < sound.size(); i++) {
                outcomes.set(sound.get(i).index(), sent.get(i));
            }
        } catch (LgspException doomed) {
            int half = sound.size() / 2;
            if (half == 0) {
                outcomes.set(sound.get(0).index(), Outcome.refused(doomed));
            } else {
                send(caller, sound.subList(0, half), outcomes);
                send(caller, sound.subList(half, sound.size()), outcomes);
            }
        }
    }

    /**
     * Confirms deliveries, as {@link Receiving#confirm} does one. Repeating the call answers the same receipts.
     *
     * @param items at most {@link #maxItems()}
     * @return for each item the receipt, or the refusal
     * @throws LgspException KEY_SCOPE_MISSING
     */
    public List<Outcome<Receipt>> confirm(Caller caller, List<Confirmation> items) {
        caller.require(KeyScope.RECEIVE);
        List<UUID> ids = items.stream().map(Confirmation::deliveryId).toList();
        Batch batch = batches.open(batches.packetsTo(caller, ids), true);
        List<Outcome<Receipt>> outcomes = new ArrayList<>(items.size());
        Map<UUID, PacketView.Party> parties = new HashMap<>();
        for (Confirmation item : items) {
            try {
                Delivery delivery = handover.lock(caller, item.deliveryId());
                handover.confirm(caller, delivery, item.files());
                outcomes.add(Outcome.of(views.receipt(delivery, packets.read(delivery.packetId()), parties)));
            } catch (LgspException refusal) {
                outcomes.add(Outcome.refused(refusal));
            }
        }
        writer.write(batch);
        return outcomes;
    }
}
