package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ContentRefused;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.registry.boundary.ContentCheck;
import vn.lgsp.registry.boundary.DataTypes;

/** The transactions before and after content is looked at. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InspectionSteps {
    private static final int TOLD = 3;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @EJB
    private DataTypes types;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /**
     * What is needed to look at a packet's content.
     *
     * @param files none where the packet does not take content, or has none yet
     */
    public record Content(ContentCheck check, List<PacketFile> files, byte[] wrappedKey) {}

    /** Returns what has to be looked at; null for others' packets, and for those that no version rules. */
    public Content content(Caller caller, UUID packetId) {
        Packet packet = Optional.ofNullable(packets.read(packetId))
                .filter(found -> found.sourceApplicationId().equals(caller.applicationId()))
                .filter(found -> found.dataTypeVersion() != null)
                .orElse(null);
        if (packet == null) {
            return null;
        }
        byte[] wrappedKey = packets.content(packetId).wrappedKey();
        boolean open = packet.state() == PacketState.UPLOADING && wrappedKey != null;
        return new Content(
                types.check(packet.dataType(), packet.dataTypeVersion()),
                open ? packets.files(packetId) : List.of(),
                wrappedKey);
    }

    /** Writes down that content was refused, and where; never what stood there. */
    public void refused(Caller caller, UUID packetId, ContentRefused refusal) {
        Packet packet = packets.read(packetId);
        String places = refusal.violations().stream()
                .limit(TOLD)
                .map(InspectionSteps::place)
                .collect(Collectors.joining("; "));
        Actor actor = Actor.of(caller);
        em.createNativeQuery(
                        """
                        insert into content_refusal
                            (id, packet_id, at, actor, remote_address, node, data_type, number, violations, places)
                        values (:id, :packet, :now, :actor, :address, :node, :type, :number, :violations, :places)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("packet", packetId)
                .setParameter("now", Journal.now())
                .setParameter("actor", actor.label())
                .setParameter("address", actor.remoteAddress())
                .setParameter("node", node)
                .setParameter("type", packet.dataType())
                .setParameter("number", packet.dataTypeVersion())
                .setParameter("violations", refusal.violations().size())
                .setParameter("places", places)
                .executeUpdate();
    }

    private static String place(Violation violation) {
        String file = violation.file() == null ? "" : violation.file();
        String line = violation.line() > 0 ? ":" + violation.line() : "";
        String path = violation.path() == null ? "" : " " + violation.path();
        String all = (file + line + path + " " + violation.reason()).strip();
        return all.length() > 300 ? all.substring(0, 299) + "…" : all;
    }
}
