package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.ContentState;

/** Records, in a transaction of its own, that bytes are gone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureRecord {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    /** Takes the content to ERASED; nothing happens when somebody else has done so. */
    public void erased(UUID packetId) {
        packets.lock(packetId);
        Content content = packets.content(packetId);
        packets.uploads(packetId).forEach(em::remove);
        if (content.state() == ContentState.SHREDDED) {
            journal.step(content, ContentState.ERASED, Actor.PLATFORM);
        }
    }
}
