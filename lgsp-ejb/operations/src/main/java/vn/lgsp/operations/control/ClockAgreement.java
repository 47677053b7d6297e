package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the clock of this node agrees with the one of the database, which all nodes share (Điều 5.4). A node whose clock is off would refuse
 * requests that are in time and let in what is too old, so it must not be served.
 */
@ApplicationScoped
public class ClockAgreement {
    private static final Logger LOG = System.getLogger("vn.lgsp.operations");

    private final AtomicBoolean alarmed = new AtomicBoolean();

    /** Setting {@code lgsp.clock.difference.seconds}, 1 to 60; followed while running. */
    @Inject
    @ConfigProperty(name = "lgsp.clock.difference.seconds", defaultValue = "5")
    private Supplier<Integer> allowed;

    /** Asks the database what time it is; a difference that is too large, and its end, are told to the log once. */
    public boolean holds(Connection connection) throws SQLException {
        var difference = difference(connection);
        var holds = difference.compareTo(Duration.ofSeconds(allowed.get())) <= 0;
        if (!holds && alarmed.compareAndSet(false, true)) {
            LOG.log(
                    Level.ERROR,
                    "The clocks of this node and of the database are {0} s apart; it answers that it is not ready. Synchronise both by NTP.",
                    difference.toSeconds());
        } else if (holds && alarmed.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "The clock of this node agrees with the database's again.");
        }
        return holds;
    }

    private static Duration difference(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select clock_timestamp()")) {
            var before = Instant.now();
            try (var rows = query.executeQuery()) {
                rows.next();
                var theirs = rows.getObject(1, OffsetDateTime.class).toInstant();
                return outside(theirs, before, Instant.now());
            }
        }
    }

    /** How far a moment lies outside of the time that it was asked for: a slow answer is no wrong clock. */
    static Duration outside(Instant theirs, Instant before, Instant after) {
        if (theirs.isBefore(before)) {
            return Duration.between(theirs, before);
        }
        return theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
    }
}
