package vn.lgsp.operations.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import vn.lgsp.model.ContentHealth;

/** Looks at what a platform stands on: database, content, clock, partitions. Each look is short and changes nothing that stays. */
@ApplicationScoped
public class Checks {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private AppliedMigrations migrations;

    @Inject
    private ContentHealth content;

    /** The version of the database; empty when it does not answer. */
    public Optional<String> databaseVersion() {
        try (Connection connection = database.getConnection()) {
            return Optional.of(connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException away) {
            return Optional.empty();
        }
    }

    /** Migrations of this build that the database does not have. */
    public List<String> missingMigrations() {
        try (Connection connection = database.getConnection()) {
            return migrations.missingIn(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far the clock of this node is ahead of the database's, milliseconds; half of the time that asking took is taken off. */
    public long clockDifference() {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("select clock_timestamp()")) {
            Instant before = Instant.now();
            try (var rows = query.executeQuery()) {
                rows.next();
                Instant there = rows.getObject(1, OffsetDateTime.class).toInstant();
                Instant after = Instant.now();
                Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
                return Duration.between(there, middle).toMillis();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether content can be stored now. */
    public boolean contentUsable() {
        return content.usable();
    }

    /** Free space of the content store in MiB; empty when it does not tell, as S3-compatible stores do not. */
    public OptionalLong contentFreeMebibytes() {
        return content.freeMebibytes();
    }

    /** Up to which month, counted from this one, the partitions for packets are there; −1 when not even this month's is. */
    public int monthsAhead() {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("select to_regclass(?) is not null")) {
            int ahead = -1;
            for (int i = 0; i <= 12; i++) {
                query.setString(1, "packet_" + month.plusMonths(i).format(MONTH));
                try (var rows = query.executeQuery()) {
                    rows.next();
                    if (!rows.getBoolean(1)) {
                        return ahead;
                    }
                    ahead = i;
                }
            }
            return ahead;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
