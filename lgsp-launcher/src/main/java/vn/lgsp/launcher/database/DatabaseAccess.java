package vn.lgsp.launcher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach the database.
 *
 * @param url JDBC address without account
 */
public record DatabaseAccess(String url, String user, String password) {

    private static final String CONNECT_TIMEOUT_SECONDS = "5";

    /** Opens one connection. */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("ApplicationName", "lgsp-launcher");
        return DriverManager.getConnection(url, properties);
    }

    /** Without the password: it must not get into a log. */
    @Override
    public String toString() {
        return user + " @ " + url;
    }
}
