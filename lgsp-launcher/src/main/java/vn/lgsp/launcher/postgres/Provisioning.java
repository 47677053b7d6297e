package vn.lgsp.launcher.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.database.DatabaseAccess;

/** The platform's own role and database inside the embedded server; no superuser works for the application. */
final class Provisioning {

    static final String SUPERUSER = "postgres";
    static final String ROLE = "lgsp";
    static final String DATABASE = "lgsp";

    private static final String SIGN_IN_REFUSED = "28P01";
    private static final String NO_SUCH_DATABASE = "3D000";

    private Provisioning() {}

    /** Whether the platform's account can sign in to its database. */
    static boolean isComplete(DatabaseAccess application) throws StartFailure {
        try (Connection connection = application.open()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (SIGN_IN_REFUSED.equals(e.getSQLState()) || NO_SUCH_DATABASE.equals(e.getSQLState())) {
                return false;
            }
            throw new StartFailure(e, StartError.POSTGRESQL_NOT_STARTED, e.getMessage(), "");
        }
    }

    /** Creates what is missing and sets the password. */
    static void ensure(DatabaseAccess superuser, String password) throws StartFailure {
        try (Connection connection = superuser.open();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", ROLE)) {
                statement.execute("create role " + ROLE + " login");
            }
            // Hashed here: the password itself never reaches the server, nor a log of statements.
            connection.unwrap(PGConnection.class).alterUserPassword(ROLE, password.toCharArray(), "scram-sha-256");
            if (!exists(connection, "select from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + ROLE);
                statement.execute("revoke all on database " + DATABASE + " from public");
            }
        } catch (SQLException e) {
            throw new StartFailure(e, StartError.POSTGRESQL_NOT_STARTED, e.getMessage(), "");
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
