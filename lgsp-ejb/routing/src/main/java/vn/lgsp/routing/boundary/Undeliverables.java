package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.Undeliverable;
import vn.lgsp.routing.control.Decisions;

/**
 * Không giao được, the source decides (Điều 5.9): what could not be delivered, for the application that sent it. All of it needs a key
 * with the scope {@code send}; whatever is not its own does not exist for it.
 */
@Stateless
public class Undeliverables {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Decisions decisions;

    @Inject
    private Views views;

    /**
     * Own entries, the newest delivery first.
     *
     * @param stand null for any
     * @param after the delivery of the last entry of the page before; null for the first page
     * @param limit how many at most
     */
    public List<UndeliverableView> list(Caller caller, UndeliverableView.Stand stand, UUID after, int limit) {
        caller.require(KeyScope.SEND);
        return em.createQuery(
                        "select u, d, p from Undeliverable u join Delivery d on d.id = u.deliveryId join Packet p on p.id = u.packetId"
                                + " where u.sourceApplicationId = :application and (:after is null or u.deliveryId < :after)"
                                + standing(stand) + " order by u.deliveryId desc",
                        Object[].class)
                .setParameter("application", caller.applicationId())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> views.undeliverable((Undeliverable) row[0], (Delivery) row[1], (Packet) row[2]))
                .toList();
    }

    /** The condition on entry {@code u}, beginning with "and"; empty for null. */
    static String standing(UndeliverableView.Stand stand) {
        if (stand == null) {
            return "";
        }
        return switch (stand) {
            case OPEN -> " and u.closedAt is null and u.decision is null";
            case WAITING -> " and u.closedAt is null and u.decision is not null";
            case CLOSED -> " and u.closedAt is not null";
        };
    }

    /** One entry; NOT_FOUND when the delivery is not this source's, or was never undeliverable. */
    public UndeliverableView entry(Caller caller, UUID deliveryId) {
        caller.require(KeyScope.SEND);
        Undeliverable entry = em.find(Undeliverable.class, deliveryId);
        if (entry == null || !own(caller, entry)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return views.undeliverable(entry, em.find(Delivery.class, deliveryId), em.find(Packet.class, entry.packetId()));
    }

    /** Chờ thêm; see {@link Decisions#await}. */
    public UndeliverableView await(Caller caller, UUID deliveryId, Instant until) {
        return decide(caller, deliveryId, (one, actor) -> decisions.await(one, until, actor));
    }

    /** Đổi đích; see {@link Decisions#redirect}. */
    public UndeliverableView redirect(Caller caller, UUID deliveryId, String agency) {
        return decide(caller, deliveryId, (one, actor) -> decisions.redirect(one, agency, actor));
    }

    /** Hủy; see {@link Decisions#cancel}. */
    public UndeliverableView cancel(Caller caller, UUID deliveryId, String reason) {
        return decide(caller, deliveryId, (one, actor) -> decisions.cancel(one, actor, reason));
    }

    /** Gửi lại; see {@link Decisions#resend}. */
    public UndeliverableView resend(Caller caller, UUID deliveryId) {
        return decide(caller, deliveryId, decisions::resend);
    }

    private UndeliverableView decide(Caller caller, UUID deliveryId, BiConsumer<Decisions.Case, Actor> decision) {
        caller.require(KeyScope.SEND);
        Decisions.Case one = decisions.lock(deliveryId, entry -> own(caller, entry));
        decision.accept(one, Actor.of(caller));
        em.flush();
        return views.undeliverable(one.entry(), one.delivery(), one.packet());
    }

    private static boolean own(Caller caller, Undeliverable entry) {
        return entry.sourceApplicationId().equals(caller.applicationId());
    }
}
