package vn.lgsp.tests.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The database of a platform, past the platform: to see what is there, and to set up what only time or damage would bring. */
public final class Database {

    /** What only requests bring: a refused one must leave nothing in them. History and events also grow by themselves. */
    private static final List<String> TABLES =
            List.of("packet", "delivery", "content", "packet_file", "space", "idempotency_key");

    private final String url;
    private final String password;

    Database(Path home) {
        try {
            String port =
                    Files.readString(home.resolve("postgresql/port"), US_ASCII).trim();
            url = "jdbc:postgresql://127.0.0.1:" + port + "/lgsp";
            password =
                    Files.readString(home.resolve("keys/db.password"), US_ASCII).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its JDBC address, without account. */
    public String url() {
        return url;
    }

    /** The password of the account {@code lgsp}. */
    public String password() {
        return password;
    }

    /** A connection of its own. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, "lgsp", password);
    }

    /** Runs one statement and returns the number of rows that it changed. */
    public int update(String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes a setting as another node would see it changed; null for its default. */
    public void setting(String key, String value) {
        update("delete from setting_value where key = ?", key);
        if (value != null) {
            update(
                    """
                    insert into setting_value (key, value, version, changed_at, changed_by)
                    select ?, ?, 1, now(), id from account where username = 'quantri'
                    """,
                    key,
                    value);
        }
        update("update setting_edition set edition = edition + 1");
    }

    /** The first column of all rows. */
    public List<Object> column(String sql, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Object> result = new ArrayList<>();
            while (rows.next()) {
                result.add(rows.getObject(1));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the only row. */
    public Object one(String sql, Object... values) {
        List<Object> found = column(sql, values);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows: " + sql);
        }
        return found.get(0);
    }

    /** The number in the first column of the only row. */
    public long count(String sql, Object... values) {
        return ((Number) one(sql, values)).longValue();
    }

    /** The state of a packet. */
    public String packetState(UUID packet) {
        return (String) one("select state from packet where id = ?", packet);
    }

    /** The state of a packet's content. */
    public String contentState(UUID packet) {
        return (String) one("select state from content where packet_id = ?", packet);
    }

    /** How many rows of a source's doing there are, by table. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, count("select count(*) from " + table)));
        return rows;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
