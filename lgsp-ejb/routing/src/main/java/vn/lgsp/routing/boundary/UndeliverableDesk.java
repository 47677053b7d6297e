package vn.lgsp.routing.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.Undeliverable;
import vn.lgsp.model.packet.Undeliverable.Reason;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.control.Decisions;
import vn.lgsp.routing.control.Journal;
import vn.lgsp.routing.control.Packets;

/**
 * Không giao được, for people (Điều 5.9): those of the source see what was not delivered for their agencies and decide; operators see
 * everything and remind the destinations.
 */
@Stateless
public class UndeliverableDesk {
    /** Between two reminders of one delivery. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private static final String FROM =
            """
            from Undeliverable u join Delivery d on d.id = u.deliveryId join Packet p on p.id = u.packetId
            where u.deliveryId >= :low and u.deliveryId < :high and (:everything = true or u.sourceAgencyId in :agencies)
                and (:agency is null or u.sourceAgencyId = :agency or u.destinationAgencyId = :agency)
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private Decisions decisions;

    @EJB
    private Notification notification;

    @Inject
    private Views views;

    /** An entry with what the person may do about it. */
    public record Entry(UndeliverableView view, boolean decides, boolean reminds) {}

    /**
     * The entries of the person's agencies as sources, the newest delivery first.
     *
     * @throws LgspException FORBIDDEN for somebody who may see no packets at all
     */
    public List<UndeliverableView> search(Staff staff, UndeliverableFilter filter) {
        String reason = filter.reason() == null ? "" : " and u.reason = :reason";
        TypedQuery<Object[]> query = narrowed(
                staff,
                filter,
                "select u, d, p " + FROM + Undeliverables.standing(filter.stand()) + reason
                        + " and (:after is null or u.deliveryId < :after) order by u.deliveryId desc");
        if (filter.reason() != null) {
            query.setParameter("reason", filter.reason());
        }
        return query.setParameter("after", filter.after())
                .setMaxResults(filter.limit())
                .getResultStream()
                .map(row -> views.undeliverable((Undeliverable) row[0], (Delivery) row[1], (Packet) row[2]))
                .toList();
    }

    /** How many entries there are for each reason, whatever reason the filter names. */
    public Map<Reason, Long> reasons(Staff staff, UndeliverableFilter filter) {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        narrowed(
                        staff,
                        filter,
                        "select u.reason, count(u) " + FROM + Undeliverables.standing(filter.stand())
                                + " group by u.reason")
                .getResultStream()
                .forEach(row -> counts.put((Reason) row[0], (Long) row[1]));
        return counts;
    }

    private TypedQuery<Object[]> narrowed(Staff staff, UndeliverableFilter filter, String query) {
        Scope.Agencies agencies = scope.readable(staff);
        return em.createQuery(query, Object[].class)
                .setParameter("low", Ids.floor(filter.from()))
                .setParameter("high", Ids.floor(filter.to()))
                .setParameter("everything", agencies.everything())
                .setParameter("agencies", agencies.everything() ? List.of(new UUID(0, 0)) : agencies.ids())
                .setParameter("agency", filter.agencyId());
    }

    /** One entry; NOT_FOUND when there is none or it is outside the person's agencies. */
    public Entry entry(Staff staff, UUID deliveryId) {
        Scope.Agencies agencies = scope.readable(staff);
        Undeliverable entry = em.find(Undeliverable.class, deliveryId);
        if (entry == null || !agencies.everything() && !agencies.ids().contains(entry.sourceAgencyId())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        UndeliverableView view = views.undeliverable(
                entry, em.find(Delivery.class, deliveryId), em.find(Packet.class, entry.packetId()));
        return new Entry(
                view,
                !view.options().isEmpty() && scope.reaches(staff, Right.PACKETS_DECIDE, entry.sourceAgencyId()),
                !view.state().isFinal() && scope.reaches(staff, Right.PACKETS_REMIND, entry.sourceAgencyId()));
    }

    /** Chờ thêm; see {@link Decisions#await}. */
    public void await(Staff staff, UUID deliveryId, Instant until) {
        decide(staff, deliveryId, (one, actor) -> decisions.await(one, until, actor));
    }

    /** Đổi đích; see {@link Decisions#redirect}. */
    public void redirect(Staff staff, UUID deliveryId, String agency) {
        decide(staff, deliveryId, (one, actor) -> decisions.redirect(one, agency, actor));
    }

    /** Hủy; see {@link Decisions#cancel}. */
    public void cancel(Staff staff, UUID deliveryId, String reason) {
        decide(staff, deliveryId, (one, actor) -> decisions.cancel(one, actor, Reasons.required(reason)));
    }

    /** Gửi lại; see {@link Decisions#resend}. */
    public void resend(Staff staff, UUID deliveryId) {
        decide(staff, deliveryId, decisions::resend);
    }

    private void decide(Staff staff, UUID deliveryId, BiConsumer<Decisions.Case, Actor> decision) {
        decision.accept(lock(staff, Right.PACKETS_DECIDE, deliveryId), Actor.of(staff));
    }

    private Decisions.Case lock(Staff staff, Right right, UUID deliveryId) {
        scope.require(staff, right);
        return decisions.lock(deliveryId, entry -> scope.reaches(staff, right, entry.sourceAgencyId()));
    }

    /**
     * Nhắc đích: the destination is told once more that the packet waits.
     *
     * @throws LgspException FORBIDDEN, NOT_FOUND; DELIVERY_STATE_CONFLICT when the delivery has ended or the destination does not know of it
     *     yet; REMINDED_LATELY within an hour of the last time
     */
    public void remind(Staff staff, UUID deliveryId) {
        Decisions.Case one = lock(staff, Right.PACKETS_REMIND, deliveryId);
        Delivery delivery = one.delivery();
        if (delivery.state().isFinal() || !Packets.announced(delivery)) {
            throw new LgspException(
                    ErrorCode.DELIVERY_STATE_CONFLICT, delivery.state().code());
        }
        Instant now = Journal.now();
        Instant last = one.entry().remindedAt();
        if (last != null && last.plus(BETWEEN_REMINDERS).isAfter(now)) {
            throw new LgspException(ErrorCode.REMINDED_LATELY);
        }
        one.entry().reminded(now);
        notification.tell(delivery.destinationApplicationId(), EventType.REMINDER, one.packet(), delivery.id());
    }
}
