package vn.lgsp.reporting.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.LgspException;

/**
 * Folds fresh rows into the roll-ups, every few seconds on every node; the database lets one at a time. Figures do not depend on it, only
 * the time to read them.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Folding {
    private static final Logger LOG = System.getLogger(Folding.class.getName());
    private static final int BATCH = 5000;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private RefusalCounts refusals;

    @Inject
    @ConfigProperty(name = "lgsp.statistics.hours.days", defaultValue = "100")
    private Supplier<Integer> daysOfHours;

    /** Folds what has gathered, batch by batch. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void fold() {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("select fold_traffic(?)")) {
            call.setInt(1, BATCH);
            int folded;
            do {
                try (var rows = call.executeQuery()) {
                    folded = rows.next() ? rows.getInt(1) : 0;
                }
            } while (folded == BATCH);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "fresh figures could not be folded; it is tried again", e);
        }
    }

    /** Writes the refusals counted in memory. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    @PreDestroy
    public void writeRefusals() {
        try {
            refusals.write();
        } catch (LgspException e) {
            LOG.log(Level.WARNING, "refusals could not be written; they are kept for the next time");
        }
    }

    /** Forgets figures by the hour that no chart shows any more; days and months stay. */
    @Schedule(hour = "4", persistent = false)
    public void forget() {
        var before = Instant.now().minus(daysOfHours.get(), ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var counts = connection.prepareStatement("delete from traffic where grain = 'HOUR' and start < ?");
                var times =
                        connection.prepareStatement("delete from traffic_time where grain = 'HOUR' and start < ?")) {
            counts.setObject(1, before);
            counts.executeUpdate();
            times.setObject(1, before);
            times.executeUpdate();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "old figures by the hour could not be removed; it is tried again tomorrow", e);
        }
    }
}
