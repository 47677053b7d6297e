package vn.lgsp.tests.container;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.StaffDirectory;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.routing.boundary.FileDigest;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Sending;

/** The applications of the demonstration as callers, and transactions that end as a test wants them to end. */
@Stateless
public class Demonstration {
    static final String DESTINATION = "000.00.31.H23";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Sending sending;

    @Inject
    private Notification notification;

    @Inject
    private StaffDirectory people;

    /** What a test lets happen after everything went well, before the commit. */
    static class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The application of an agency. */
    public Caller caller(String agency) {
        return caller("g.code = ?1", agency);
    }

    /** An application as it stands, in the agency that it belongs to by now. */
    public Caller caller(UUID application) {
        return caller("a.id = ?1", application);
    }

    private Caller caller(String which, Object parameter) {
        Object[] row = (Object[]) em.createNativeQuery(
                        "select a.id, a.code, g.id, g.code from application a join agency g on g.id = a.agency_id where "
                                + which)
                .setParameter(1, parameter)
                .getSingleResult();
        return new Caller(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (String) row[3],
                Ids.next(),
                "TEST",
                KeyScope.all(),
                null,
                "127.0.0.1",
                Ids.next());
    }

    public Caller source() {
        return caller("000.00.12.H23");
    }

    /** A person of the demonstration. */
    public Staff staff(String username) {
        UUID account = (UUID) em.createNativeQuery("select id from account where username = ?1")
                .setParameter(1, username)
                .getSingleResult();
        return people.current(account).orElseThrow();
    }

    /** Runs one statement. */
    public int update(String sql, Object parameter) {
        return em.createNativeQuery(sql).setParameter(1, parameter).executeUpdate();
    }

    /** A request with this title. */
    public static PacketRequest request(String title) {
        return new PacketRequest(
                List.of(new PacketRequest.Recipient(DESTINATION, null)), title, null, "file", "file", null, null);
    }

    /** Asks for a packet; all that it wrote is taken back. */
    public void requestAndFail(Caller caller, String title) {
        PacketView granted = sending.request(caller, request(title));
        if (count("select count(*) from packet where id = ?1", granted.id()) != 1) {
            throw new IllegalStateException("nothing was written, so nothing is proved");
        }
        throw new PowerCut();
    }

    /** Completes a packet; all that it wrote is taken back. */
    public void completeAndFail(Caller caller, UUID packet, List<FileDigest> digests) {
        sending.complete(caller, packet, digests);
        if (count("select count(*) from event where packet_id = ?1", packet) != 1) {
            throw new IllegalStateException("no event was written, so nothing is proved");
        }
        throw new PowerCut();
    }

    /** Writes one event for an application, and then perhaps takes it back. */
    public void tell(UUID application, boolean fail) {
        Caller source = source();
        Packet packet = new Packet(
                source.applicationId(), source.agencyId(), "Thử", Importance.NORMAL, "file", "file", Instant.now());
        notification.tell(application, EventType.READY, packet, null);
        if (fail) {
            throw new EJBException("taken back");
        }
    }

    /** Counts rows. */
    public long count(String sql, Object parameter) {
        return ((Number) em.createNativeQuery(sql, Long.class)
                        .setParameter(1, parameter)
                        .getSingleResult())
                .longValue();
    }

    /** The first column of the only row, as text. */
    public String text(String sql, Object parameter) {
        return String.valueOf(
                em.createNativeQuery(sql).setParameter(1, parameter).getSingleResult());
    }
}
