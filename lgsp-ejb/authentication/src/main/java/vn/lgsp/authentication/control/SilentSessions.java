package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends sessions whose application has missed several heartbeats (Điều 5.9): it has gone without saying so. */
@ApplicationScoped
public class SilentSessions {
    /** So many heartbeats may be missed. */
    public static final int MISSED_HEARTBEATS = 4;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    @ConfigProperty(name = "lgsp.session.heartbeat.seconds", defaultValue = "30")
    private Supplier<Integer> heartbeatSeconds;

    /** Ends what was silent for four heartbeats. */
    public void end(Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        """
                        update client_session set closed_at = ?, close_reason = 'silent'
                        where closed_at is null and last_seen_at < ?
                        """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(
                    2,
                    now.minusSeconds((long) MISSED_HEARTBEATS * heartbeatSeconds.get())
                            .atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }
}
