package vn.lgsp.tests.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.tests.platform.Database;

/** The embedded database of a home that belongs to the benchmark, as its superuser. */
public final class Store {
    private static final String DIRECTORY = "lgsp-tests/target/bench";

    private final Path home;
    private final Database database;

    /** Refuses a home that is not the benchmark's own. */
    public Store(Path root, Path home, Database database) {
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

    public Connection superuser() throws SQLException {
        return superuser(database.url());
    }

    /** A connection to another database of the same server. */
    public Connection superuserOf(String name) throws SQLException {
        return superuser(database.url().replaceFirst("/[^/]*$", "/" + name));
    }

    private Connection superuser(String url) throws SQLException {
        try {
            String password = Files.readString(home.resolve("keys/postgresql-superuser.password"))
                    .strip();
            return DriverManager.getConnection(url, "postgres", password);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of all rows, as text. */
    public List<String> texts(String sql) {
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
    public String text(String sql) {
        return texts(sql).get(0);
    }

    /** Removes the home; nothing of it runs any more. */
    public void delete() throws IOException {
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
