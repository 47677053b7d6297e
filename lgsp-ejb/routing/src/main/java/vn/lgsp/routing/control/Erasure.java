package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.ResumableUpload;

/**
 * Removes the bytes of content whose key has been destroyed (Điều 5.3): right after the commit, and again by the sweep for what a crash
 * left over.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = "java:app/concurrent/lgsp-erasure", maxAsync = 2)
public class Erasure {
    private static final Logger LOG = System.getLogger(Erasure.class.getName());

    @Inject
    private Packets packets;

    @Inject
    private ContentStore store;

    @EJB
    private ErasureRecord record;

    @Resource(lookup = "java:app/concurrent/lgsp-erasure")
    private ManagedExecutorService executor;

    public void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) Settlement.Shredded event) {
        executor.execute(() -> tryErase(event.packetId()));
    }

    /** Removes the bytes of one packet and records it; a failure is logged and left to the next sweep. */
    public void tryErase(UUID packetId) {
        try {
            for (PacketFile file : packets.allFiles(packetId)) {
                if (!file.small()) {
                    store.delete(file.blobId());
                }
            }
            for (ResumableUpload upload : packets.uploads(packetId)) {
                store.delete(upload.blobId());
            }
            record.erased(packetId);
        } catch (IOException | UncheckedIOException failed) {
            LOG.log(
                    Level.ERROR,
                    "content of packet " + packetId + " could not be removed; the sweep tries again",
                    failed);
        }
    }
}
