package vn.lgsp.sample.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** What the database has to know for the transactions of the sample, and of no others. */
final class SampleMode {

    private SampleMode() {}

    /**
     * Lets samples in and out until the transaction ends. Nor does it wait for the disk: what a power cut takes with it is done again,
     * because the number of the step is lost together with its rows.
     */
    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('lgsp.sample_load', 'on', true)");
            statement.execute("set local synchronous_commit = off");
        }
    }

    /** Makes the partitions of months that are over. */
    static void partitions(Connection connection, Instant since) throws SQLException {
        try (var call = connection.prepareStatement("call ensure_past_partitions(?::timestamptz)")) {
            call.setString(1, since.toString());
            call.execute();
        }
    }

    /** Counts a month anew: what is written past the platform's own steps is not in its statistics. */
    static void statistics(Connection connection, Instant month) throws SQLException {
        try (var call = connection.prepareStatement("call rebuild_traffic(?::timestamptz, ?::timestamptz)")) {
            call.setString(1, month.toString());
            call.setString(2, month.plusSeconds(1).toString());
            call.execute();
        }
    }
}
