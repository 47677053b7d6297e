package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.Undeliverable;
import vn.lgsp.model.packet.Undeliverable.Decision;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest.Recipient;

/**
 * What the source decides about a delivery that could not be made (Điều 5.9): wait, another destination, cancel, send again. Each decision
 * taken again is answered as the first time; another one after that is refused.
 */
@ApplicationScoped
public class Decisions {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private UndeliverableEntries entries;

    @Inject
    private Recipients recipients;

    @EJB
    private Directory directory;

    @Inject
    private Planner planner;

    @Inject
    private Withdrawal withdrawal;

    @Inject
    private Resends resends;

    @Inject
    private Journal journal;

    @EJB
    private Notification notification;

    /** An entry under the locks of its packet, its delivery and itself. */
    public record Case(Undeliverable entry, Delivery delivery, Packet packet) {
        boolean open() {
            return !delivery.state().isFinal();
        }
    }

    /**
     * Locks an entry that somebody may know of; whatever else does not exist.
     *
     * @param own whose it has to be
     * @throws LgspException NOT_FOUND
     */
    public Case lock(UUID deliveryId, Predicate<Undeliverable> own) {
        Undeliverable found = em.find(Undeliverable.class, deliveryId);
        if (found == null || !own.test(found)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        Packet packet = packets.lock(found.packetId()).orElseThrow();
        Delivery delivery = em.find(Delivery.class, deliveryId);
        em.refresh(delivery, LockModeType.PESSIMISTIC_WRITE);
        return new Case(entries.lock(deliveryId).orElseThrow(), delivery, packet);
    }

    /**
     * Chờ thêm: asked again when the time is over. Waiting beyond the deadline of the delivery moves the deadline.
     *
     * @throws LgspException REQUEST_INVALID for a time that is past or too far; DECISION_TAKEN, DELIVERY_STATE_CONFLICT
     */
    public void await(Case one, Instant until, Actor actor) {
        Undeliverable entry = one.entry();
        requireUndecided(one);
        if (!one.open()) {
            throw conflict(one);
        }
        if (entry.decision() == Decision.WAIT && entry.waitUntil().equals(until)) {
            return;
        }
        if (!until.isAfter(Journal.now())) {
            throw invalid("until", "future");
        }
        if (until.isAfter(planner.longest())) {
            throw invalid("until", "latest", planner.longest());
        }
        Delivery delivery = one.delivery();
        delivery.reportAt(until);
        if (delivery.deadline().isBefore(until)) {
            delivery.plan(delivery.notBefore(), until);
        }
        entry.await(until, actor.label(), Journal.now());
    }

    /**
     * Hủy: the delivery ends; about one that has ended, the source takes note.
     *
     * @param reason 1–1000 characters
     * @throws LgspException DECISION_TAKEN, DELIVERY_STATE_CONFLICT
     */
    public void cancel(Case one, Actor actor, String reason) {
        if (one.entry().decision() == Decision.CANCEL) {
            return;
        }
        requireUndecided(one);
        one.entry().close(Decision.CANCEL, null, actor.label(), Journal.now());
        List<Notification.Telling> tellings = one.open() ? withdrawal.end(one.delivery(), actor, reason) : List.of();
        withdrawal.settle(one.packet(), actor, reason);
        notification.tell(one.packet(), tellings);
    }

    /**
     * Đổi đích: another agency gets it, with everything checked that is checked of a request; the old delivery ends.
     *
     * @param agency identifier code in either form
     * @throws LgspException as for a request; DECISION_TAKEN, DELIVERY_STATE_CONFLICT, CONTENT_GONE
     */
    public void redirect(Case one, String agency, Actor actor) {
        if (agency == null || agency.isBlank()) {
            throw invalid("agency", "required");
        }
        if (one.entry().decision() == Decision.REDIRECT && leadsTo(one, agency)) {
            return;
        }
        requireUndecided(one);
        requireContent(one);
        ApplicationView receiver = receiver(one, agency);
        boolean addressed = packets.deliveries(one.packet().id()).stream()
                .anyMatch(delivery -> delivery.destinationAgencyId().equals(receiver.agencyId())
                        && (!delivery.state().isFinal()
                                || delivery.state() == DeliveryState.CONFIRMED
                                || delivery.id().equals(one.delivery().id())));
        if (addressed) {
            throw invalid("agency", "addressed");
        }
        replace(one, receiver, Decision.REDIRECT, actor);
    }

    /**
     * Gửi lại: the same destination gets it once more after it had refused or let the time pass.
     *
     * @throws LgspException as for a request; DECISION_TAKEN, DELIVERY_STATE_CONFLICT, CONTENT_GONE
     */
    public void resend(Case one, Actor actor) {
        if (one.entry().decision() == Decision.RESEND) {
            return;
        }
        requireUndecided(one);
        if (one.open()) {
            throw conflict(one);
        }
        requireContent(one);
        String agency = directory
                .byId(one.delivery().destinationAgencyId())
                .orElseThrow()
                .code();
        replace(one, receiver(one, agency), Decision.RESEND, actor);
    }

    private void replace(Case one, ApplicationView receiver, Decision decision, Actor actor) {
        Packet packet = one.packet();
        Instant now = Journal.now();
        Delivery next = Delivery.inPlaceOf(one.delivery(), packet, receiver.agencyId(), receiver.id(), now);
        journal.begin(next, actor, now);
        one.entry().close(decision, next.id(), actor.label(), now);
        if (decision == Decision.RESEND) {
            resends.answered(one.delivery().id(), packet.id());
        }
        List<Notification.Telling> tellings = new ArrayList<>(planner.plan(next, packet));
        if (one.open()) {
            tellings.addAll(withdrawal.end(one.delivery(), actor, "→ " + receiver.agencyCode()));
        }
        withdrawal.settle(packet, actor, null);
        notification.tell(packet, tellings);
    }

    private boolean leadsTo(Case one, String agency) {
        Delivery next = em.find(Delivery.class, one.entry().nextDeliveryId());
        return directory
                .byCode(agency)
                .filter(found -> found.id().equals(next.destinationAgencyId()))
                .isPresent();
    }

    /** The checks of a request for one recipient, whose faults are named as those of the field of this one. */
    private ApplicationView receiver(Case one, String agency) {
        DataType type = directory.dataType(one.packet().dataType()).orElseThrow();
        ApplicationView source =
                directory.application(one.packet().sourceApplicationId()).orElseThrow();
        try {
            return recipients
                    .receivers(source, List.of(new Recipient(agency, null)), type)
                    .get(0);
        } catch (LgspException refusal) {
            List<FieldError> fields = refusal.fields().stream()
                    .map(fault -> new FieldError("agency", fault.reason(), fault.arguments()))
                    .toList();
            throw new LgspException(refusal.code(), fields, refusal.arguments());
        }
    }

    private static void requireContent(Case one) {
        if (!UndeliverableEntries.contentKept(one.packet())) {
            throw new LgspException(ErrorCode.CONTENT_GONE);
        }
    }

    private static void requireUndecided(Case one) {
        Undeliverable entry = one.entry();
        if (!entry.closed()) {
            return;
        }
        if (entry.decision() == null || entry.decision() == Decision.WAIT) {
            throw conflict(one);
        }
        throw new LgspException(ErrorCode.DECISION_TAKEN, entry.decision().code());
    }

    private static LgspException conflict(Case one) {
        return new LgspException(
                ErrorCode.DELIVERY_STATE_CONFLICT, one.delivery().state().code());
    }

    private static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }
}
