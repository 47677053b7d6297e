package vn.lgsp.routing.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.routing.control.Collision;
import vn.lgsp.routing.control.ConfirmSteps;
import vn.lgsp.routing.control.ConfirmSteps.Confirmed;
import vn.lgsp.routing.control.SendSteps;
import vn.lgsp.routing.control.SendSteps.Sent;
import vn.lgsp.routing.control.Singles;
import vn.lgsp.routing.control.Singles.Tried;
import vn.lgsp.routing.control.WholePacket;
import vn.lgsp.routing.control.WholePackets;

/**
 * Sending and confirming many packets in one request (Điều 8.2–8.4, 9.3). Every item has its own outcome, in the order of the items; what is
 * refused changes nothing and spoils nothing. One packet is a request with one item.
 */
@Stateless
public class Bulk {
    private static final Logger LOG = System.getLogger(Bulk.class.getName());
    private static final int MOST_ATTEMPTS = 3;

    @Inject
    private WholePackets whole;

    @EJB
    private SendSteps steps;

    @EJB
    private ConfirmSteps confirming;

    @EJB
    private Sending sending;

    @Inject
    private Singles singles;

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
                sound.add(whole.check(caller, i, items.get(i), views.maxFiles()));
            } catch (LgspException refusal) {
                outcomes.set(i, Outcome.refused(refusal));
            }
        }
        rounds(sound)
                .forEach(
                        round -> send(round, (packet, viewer) -> null, (place, sent) -> outcomes.set(place, of(sent))));
        return outcomes;
    }

    private static Outcome<SentPacket> of(Outcome<Sent> sent) {
        return sent.refusal() == null
                ? Outcome.of(SentPacket.of(sent.done().packet()))
                : Outcome.refused(sent.refusal());
    }

    /**
     * Sends one packet whole, as {@link #send} does many. Requests of one application that come at the same time share a transaction.
     *
     * @return the packet as {@link Sending#packet} shows it; for an idempotency key seen before with the same packet, that of then
     * @throws LgspException KEY_SCOPE_MISSING, and what the steps of {@link Sending} refuse
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PacketView sendOne(Caller caller, SmallPacket packet) {
        caller.require(KeyScope.SEND);
        Outcome<Sent> sent = singles.send(whole.check(caller, 0, packet, views.maxFiles()), this::sendTogether);
        if (sent.refusal() != null) {
            throw sent.refusal();
        }
        return sent.done().view() == null
                ? sending.packet(caller, sent.done().packet().id())
                : sent.done().view();
    }

    private List<Tried> sendTogether(List<WholePacket> packets) {
        List<WholePacket> placed = new ArrayList<>(packets.size());
        List<Tried> tried = new ArrayList<>(packets.size());
        for (WholePacket packet : packets) {
            placed.add(packet.at(placed.size()));
            tried.add(null);
        }
        for (List<WholePacket> round : rounds(placed)) {
            try {
                send(round, views::whole, (place, sent) -> tried.set(place, new Tried(sent, null)));
            } catch (RuntimeException failed) {
                // Those of a half that was sent before stay sent.
                round.stream()
                        .filter(packet -> tried.get(packet.index()) == null)
                        .forEach(packet -> tried.set(packet.index(), new Tried(null, failed)));
            }
        }
        return tried;
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
    private void send(
            List<WholePacket> sound,
            BiFunction<Packet, Caller, PacketView> view,
            BiConsumer<Integer, Outcome<Sent>> outcomes) {
        try {
            List<Outcome<Sent>> sent = sendOnce(sound, view);
            for (int i = 0; i < sound.size(); i++) {
                outcomes.accept(sound.get(i).index(), sent.get(i));
            }
        } catch (LgspException doomed) {
            int half = sound.size() / 2;
            if (half == 0) {
                outcomes.accept(sound.get(0).index(), Outcome.refused(doomed));
            } else {
                send(sound.subList(0, half), view, outcomes);
                send(sound.subList(half, sound.size()), view, outcomes);
            }
        }
    }

    /** What was rolled back for the sake of another transaction is done again; UNAVAILABLE where that does not help. */
    private List<Outcome<Sent>> sendOnce(List<WholePacket> sound, BiFunction<Packet, Caller, PacketView> view) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                return steps.send(sound, view);
            } catch (EJBException failed) {
                if (!Collision.in(failed)) {
                    throw failed;
                }
                LOG.log(Level.INFO, "a batch met another one that takes the same quotas, and is sent again");
            }
        }
        throw new LgspException(ErrorCode.UNAVAILABLE);
    }

    /**
     * Confirms deliveries, as {@link Receiving#confirm} does one. Repeating the call answers the same receipts.
     *
     * @param items at most {@link #maxItems()}
     * @return for each item the receipt, or the refusal
     * @throws LgspException KEY_SCOPE_MISSING
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Outcome<Receipt>> confirm(Caller caller, List<Confirmation> items) {
        caller.require(KeyScope.RECEIVE);
        return items.isEmpty()
                ? List.of()
                : confirming.confirm(
                        items.stream().map(item -> new Confirmed(caller, item)).toList(), views::receipt);
    }
}
