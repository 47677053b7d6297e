package vn.lgsp.authentication.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is done again and again on every node: removing nonces that are over, writing how keys were used and who was refused, ending silent
 * sessions. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Housekeeping {
    /** Two million nonces; the rest waits for the next minute. */
    private static final int MAX_BATCHES = 400;

    private static final int LOG_BATCH = 5_000;

    private static final Duration TICKETS_STAY = Duration.ofHours(1);

    /** Made at the start, so that a wrong setting stops the start and not the first request. */
    @Inject
    private Verification verification;

    @Inject
    private ReplayGuard nonces;

    @Inject
    private KeyUses uses;

    @Inject
    private SilentSessions silentSessions;

    @Inject
    private AuthenticationLog log;

    @Inject
    private Tickets tickets;

    @Inject
    private PlatformKeys platformKeys;

    /** How long the authentication log is kept. */
    @Inject
    @ConfigProperty(name = "lgsp.authentication.log.days", defaultValue = "180")
    private Supplier<Integer> logDays;

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

    /** Writes who was refused and why. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void writeLog() {
        log.write();
    }

    /** Removes entries of the log that are older than they are kept for. */
    @Schedule(hour = "*", minute = "5", persistent = false)
    public void purgeLog() {
        var before = Instant.now().minus(Duration.ofDays(logDays.get()));
        for (var i = 0; i < MAX_BATCHES; i++) {
            if (log.purge(before, LOG_BATCH) < LOG_BATCH) {
                return;
            }
        }
    }

    /** Writes how keys were used. */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void writeUses() {
        uses.write();
    }

    /** Removes tickets that have ended a while ago; what was done with them stays in the log. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void purgeTickets() {
        var before = Instant.now().minus(TICKETS_STAY);
        for (var i = 0; i < MAX_BATCHES; i++) {
            if (tickets.purge(before, LOG_BATCH) < LOG_BATCH) {
                return;
            }
        }
    }

    /** Makes the platform's next key when it is time. */
    @Schedule(hour = "*", minute = "50", persistent = false)
    public void renewPlatformKeys() {
        platformKeys.renew(Instant.now());
    }

    /** Ends sessions that have not been heard of. */
    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    public void endSilentSessions() {
        silentSessions.end(Instant.now());
    }
}
