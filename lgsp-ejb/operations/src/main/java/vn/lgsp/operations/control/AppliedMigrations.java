package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the migrations that this build brings with those that the database records as applied. */
@ApplicationScoped
public class AppliedMigrations {

    private static final String INDEX = "db/migrations.index";
    private static final String UNDEFINED_TABLE = "42P01";

    /**
     * The scripts of this build that the database has not recorded as successful, in order of version; empty when the
     * schema is complete. Scripts that only the database knows are fine: a newer node has migrated already.
     */
    public List<String> missingIn(Connection connection) throws SQLException {
        Set<String> applied = appliedTo(connection);
        return scriptsOfThisBuild().stream()
                .filter(script -> !applied.contains(script))
                .toList();
    }

    private static Set<String> appliedTo(Connection connection) throws SQLException {
        Set<String> applied = new HashSet<>();
        try (var query = connection.prepareStatement("select script from flyway_schema_history where success");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
            return applied;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Set.of();
            }
            throw e;
        }
    }

    private static List<String> scriptsOfThisBuild() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var index = loader.getResourceAsStream(INDEX)) {
            if (index == null) {
                throw new IllegalStateException(
                        INDEX + " is not in the application: the EAR was built without db-migrations");
            }
            try (var lines = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.isBlank()).sorted().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
