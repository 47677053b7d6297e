package vn.lgsp.authentication.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** What is done every minute on every node: removing nonces that are over, writing when keys were used, ending silent sessions. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Housekeeping {
    /** Two million nonces; the rest waits for the next minute. */
    private static final int MAX_BATCHES = 400;

    /** Made at the start, so that a wrong setting stops the start and not the first request. */
    @Inject
    private Verification verification;

    @Inject
    private ReplayGuard nonces;

    @Inject
    private KeyUses uses;

    @Inject
    private SilentSessions silentSessions;

    /** Removes nonces whose requests are out of every window. */
    @Schedule(hour = "*", minute = "*", second = "10", persistent = false)
    public void purgeNonces() {
        var now = Instant.now();
        for (var i = 0; i < MAX_BATCHES; i++) {
            if (nonces.purge(now) < nonces.batch()) {
                return;
            }
        }
    }

    /** Writes how keys were used. */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void writeUses() {
        uses.write();
    }

    /** Ends sessions that have not been heard of. */
    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    public void endSilentSessions() {
        silentSessions.end(Instant.now());
    }
}
