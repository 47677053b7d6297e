package vn.lgsp.operations.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import vn.lgsp.model.ContentHealth;
import vn.lgsp.operations.control.AppliedMigrations;
import vn.lgsp.operations.control.ClockAgreement;

/**
 * Whether this node may be sent requests ({@code GET /health/ready}): the database answers and holds every migration of
 * this build, and content can be stored. Load balancers and the launcher ask for it; it changes nothing.
 */
@Readiness
@ApplicationScoped
public class PlatformReadiness implements HealthCheck {

    private final AppliedMigrations migrations;
    private final ClockAgreement clock;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private ContentHealth content;

    /** For the container's proxy. */
    protected PlatformReadiness() {
        this(null, null);
    }

    @Inject
    public PlatformReadiness(AppliedMigrations migrations, ClockAgreement clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("lgsp");
        boolean databaseReady = describeDatabase(response);
        boolean contentReady = content.usable();
        response.withData("content", contentReady ? "usable" : "not usable");
        return response.status(databaseReady && contentReady).build();
    }

    private boolean describeDatabase(HealthCheckResponseBuilder response) {
        try (var connection = database.getConnection()) {
            var missing = migrations.missingIn(connection);
            response.withData("database", "reachable");
            response.withData("migrations", missing.isEmpty() ? "complete" : "missing from " + missing.get(0));
            var inTime = clock.holds(connection);
            response.withData("clock", inTime ? "agrees" : "off");
            return missing.isEmpty() && inTime;
        } catch (SQLException e) {
            // The answer is public: it says that the database is away, not why; the reason is in the server's log.
            response.withData("database", "unreachable");
            return false;
        }
    }
}
