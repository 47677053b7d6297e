package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.Directory;

/**
 * Gói tin đang đi tới một ứng dụng đã ngừng (Điều 7.2, 9.2): it goes on to another application of the same agency, or of the one heir of an
 * agency that has ended, when a right in force lets the source send there; otherwise the delivery ends refused with the reason
 * {@code recipient-cannot-receive} and the source is told. The agency that the source addressed stays what it was. The caller holds the lock of
 * the packet.
 */
@ApplicationScoped
public class Readdressing {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @EJB
    private Directory directory;

    @EJB
    private AccessRights rights;

    @Inject
    private Journal journal;

    @Inject
    private Settlement settlement;

    @EJB
    private Notification notification;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /** Finds who takes a delivery in the place of an application that has ended, and gives it to it, or ends it. */
    void resolve(Delivery delivery, Packet packet) {
        ApplicationView ended =
                directory.application(delivery.destinationApplicationId()).orElseThrow();
        Optional<ApplicationView> heir = heir(ended, packet);
        if (heir.isPresent()) {
            give(delivery, packet, ended, heir.get());
        } else {
            refuse(delivery, packet);
        }
    }

    private Optional<ApplicationView> heir(ApplicationView ended, Packet packet) {
        return addressee(directory.byId(ended.agencyId()).orElseThrow())
                .flatMap(agency -> directory.receiver(agency.id(), ended.environment(), packet.dataType()))
                .filter(receiver -> rights.mayGoOn(
                        packet.sourceApplicationId(), receiver.agencyId(), receiver.id(), packet.dataType()));
    }

    /** The agency itself while it exists, afterwards its heir; nobody where there are several, for the platform does not guess. */
    private Optional<AgencyView> addressee(AgencyView agency) {
        AgencyView found = agency;
        if (agency.state() == Agency.State.CLOSED) {
            CodeResolution closed = directory.resolve(agency.codeQd20()).orElseThrow();
            if (closed.successors().size() != 1) {
                return Optional.empty();
            }
            found = directory.byCode(closed.successors().get(0).code()).orElseThrow();
        }
        return Optional.of(found).filter(there -> there.state() == Agency.State.ACTIVE);
    }

    private void give(Delivery delivery, Packet packet, ApplicationView ended, ApplicationView heir) {
        delivery.readdress(heir.id());
        packets.deliverySpace(delivery.id()).ifPresent(space -> space.handOver(heir.id()));
        em.flush();
        note(delivery, ended, heir);
        if (Packets.announced(delivery)) {
            notification.tell(heir.id(), EventType.READY, packet, delivery.id());
        }
    }

    private void note(Delivery delivery, ApplicationView from, ApplicationView to) {
        em.createNativeQuery(
                        """
                        insert into delivery_readdressing (delivery_id, packet_id, at, from_application_id, from_application,
                            to_application_id, to_application, change_id, node)
                        select :delivery, :packet, :at, a.id, a.code, :to, :code, r.id, :node
                        from application a left join reorganisation r on r.id = a.change_id where a.id = :from
                        """)
                .setParameter("delivery", delivery.id())
                .setParameter("packet", delivery.packetId())
                .setParameter("at", Journal.now())
                .setParameter("to", to.id())
                .setParameter("code", to.code())
                .setParameter("node", node)
                .setParameter("from", from.id())
                .executeUpdate();
    }

    private void refuse(Delivery delivery, Packet packet) {
        String reason = ErrorCode.RECIPIENT_CANNOT_RECEIVE.code();
        delivery.reason(reason);
        journal.step(delivery, DeliveryState.REFUSED, Actor.PLATFORM, reason);
        settlement.settle(packet);
        notification.tell(packet.sourceApplicationId(), EventType.REFUSED, packet, delivery.id());
    }

    /** Gives what is still open back to the applications that a reorganisation had ended and that go on now; others have confirmed the rest. */
    void takeBack(UUID changeId) {
        em.createNativeQuery(
                        """
                        select p.id from packet p where p.id in (
                            select packet_id from delivery_readdressing where change_id = :change) order by p.id for update
                        """)
                .setParameter("change", changeId)
                .getResultList();
        em.createNativeQuery(
                        """
                        update space s set application_id = r.from_application_id from delivery_readdressing r, delivery d
                        where r.change_id = :change and s.delivery_id = r.delivery_id and d.id = r.delivery_id
                            and s.application_id = r.to_application_id and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        with back as (
                            update delivery d set destination_application_id = r.from_application_id, version = d.version + 1
                            from delivery_readdressing r
                            where r.change_id = :change and d.id = r.delivery_id and d.destination_application_id = r.to_application_id
                                and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                            returning r.*)
                        insert into delivery_readdressing (delivery_id, packet_id, at, from_application_id, from_application,
                            to_application_id, to_application, change_id, node)
                        select delivery_id, packet_id, :at, to_application_id, to_application, from_application_id, from_application,
                            change_id, :node from back
                        """)
                .setParameter("change", changeId)
                .setParameter("at", Journal.now())
                .setParameter("node", node)
                .executeUpdate();
    }
}
