package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.authentication.WaiverKind;

/** What applications may do for the sake of older software, and until when; kept at hand as long as keys are. */
@ApplicationScoped
public class Waivers {
    private static final int MAX_APPLICATIONS = 20_000;

    private TimedCache<UUID, Map<WaiverKind, Instant>> cache;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** For the container. */
    protected Waivers() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds} */
    @Inject
    public Waivers(@ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") Supplier<Integer> seconds) {
        cache = new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(seconds.get()), MAX_APPLICATIONS, System::nanoTime);
    }

    /**
     * When the application's waiver ends.
     *
     * @return empty when it has none in force
     */
    public Optional<Instant> until(UUID applicationId, WaiverKind kind, Instant now) {
        var remembered = cache.get(applicationId);
        var waivers = remembered.isPresent() ? remembered.get() : read(applicationId);
        return Optional.ofNullable(waivers.get(kind)).filter(now::isBefore);
    }

    /** Forgets what is at hand of an application, so that a change counts at once on this node. */
    public void forget(
            @Observes(during = TransactionPhase.AFTER_SUCCESS, notifyObserver = Reception.IF_EXISTS)
                    ApplicationChanged changed) {
        cache.remove(changed.applicationId());
    }

    private Map<WaiverKind, Instant> read(UUID applicationId) {
        var found = new EnumMap<WaiverKind, Instant>(WaiverKind.class);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select kind, not_after from scheme_waiver where application_id = ? and ended_at is null")) {
            query.setObject(1, applicationId);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            WaiverKind.valueOf(rows.getString(1)),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
        cache.put(applicationId, found);
        return found;
    }
}
