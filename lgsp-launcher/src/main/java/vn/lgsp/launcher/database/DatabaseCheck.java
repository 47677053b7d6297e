package vn.lgsp.launcher.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/** Whether the database is there, lets us in and is new enough. */
public final class DatabaseCheck {

    private static final int MINIMUM_MAJOR = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private DatabaseCheck() {}

    /**
     * Waits a few seconds for a database that is only just starting.
     *
     * @return the server's version as it tells it
     */
    public static String require(DatabaseAccess access) throws StartFailure {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = access.open()) {
                DatabaseMetaData server = connection.getMetaData();
                if (server.getDatabaseMajorVersion() < MINIMUM_MAJOR) {
                    throw new StartFailure(
                            StartError.DATABASE_VERSION,
                            server.getDatabaseProductVersion(),
                            Integer.toString(MINIMUM_MAJOR));
                }
                return server.getDatabaseProductVersion();
            } catch (SQLException e) {
                if (!mayPass(e) || Instant.now().isAfter(end)) {
                    throw failure(access, e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** A refused connection (08…) or a server that is starting or stopping (57P03) may work in a moment. */
    static boolean mayPass(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        return state.startsWith("08") || state.equals("57P03");
    }

    /** Wrong account or database (28…, 3D000) is told apart from a server that cannot be reached. */
    public static StartFailure failure(DatabaseAccess access, SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        StartError error = state.startsWith("28") || state.equals("3D000")
                ? StartError.DATABASE_SIGN_IN
                : StartError.DATABASE_UNREACHABLE;
        return new StartFailure(problem, error, access.url(), access.user(), oneLine(problem));
    }

    private static String oneLine(SQLException problem) {
        return String.valueOf(problem.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }
}
