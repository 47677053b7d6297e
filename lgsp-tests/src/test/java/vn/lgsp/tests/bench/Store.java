package vn.lgsp.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.tests.platform.Database;

/** The embedded database of a home that belongs to the benchmark, as its superuser. */
final class Store {
    private static final String DIRECTORY = "lgsp-tests/target/bench";

    private final Path home;
    private final Database database;

    /** Refuses a home that is not the benchmark's own. */
    Store(Path root, Path home, Database database) {
        if (!home.toAbsolutePath().normalize().startsWith(directory(root))) {
            throw new IllegalArgumentException(home + " is not below " + directory(root));
        }
        this.home = home;
        this.database = database;
    }

    /** Where homes of the benchmark lie. */
    static Path directory(Path root) {
        return root.resolve(DIRECTORY).toAbsolutePath().normalize();
    }

    /** A connection that fills: no triggers, no checks of foreign keys, nothing waits for the disk. */
    Connection filling() throws SQLException {
        Connection connection = superuser();
        execute(
                connection,
                "set session_replication_role = replica",
                "set synchronous_commit = off",
                "set work_mem = '256MB'",
                "set temp_buffers = '128MB'",
                "set maintenance_work_mem = '512MB'");
        return connection;
    }

    Connection superuser() throws SQLException {
        try {
            String password = Files.readString(home.resolve("keys/postgresql-superuser.password"))
                    .strip();
            return DriverManager.getConnection(database.url(), "postgres", password);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of all rows, as text. */
    List<String> texts(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as text. */
    String text(String sql) {
        return texts(sql).get(0);
    }
}
