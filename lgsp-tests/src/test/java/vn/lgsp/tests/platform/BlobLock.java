package vn.lgsp.tests.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The lock of a blob in an S3-compatible store, as PostgreSQL shows it and as another node would take it. */
public record BlobLock(Database database, UUID blob) {
    private static final String HELD =
            "from pg_locks where locktype = 'advisory' and granted and (classid::bigint << 32 | objid::bigint) = ?";

    /** Whether somebody holds it. */
    public boolean held() {
        return database.count("select count(*) " + HELD, key()) == 1;
    }

    /** Ends the session of the database that holds it. */
    public void endSession() {
        database.column("select pg_terminate_backend(pid) " + HELD, key());
    }

    /** Takes it for a node that this connection stands for; whether it was free. */
    public boolean take(Connection node) throws SQLException {
        return ask(node, "select pg_try_advisory_lock(?)");
    }

    /** Lets go of it. */
    public void release(Connection node) throws SQLException {
        ask(node, "select pg_advisory_unlock(?)");
    }

    private boolean ask(Connection node, String sql) throws SQLException {
        try (PreparedStatement question = node.prepareStatement(sql)) {
            question.setLong(1, key());
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private long key() {
        return blob.getMostSignificantBits() ^ blob.getLeastSignificantBits();
    }
}
