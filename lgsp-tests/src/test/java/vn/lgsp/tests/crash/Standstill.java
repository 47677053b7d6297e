package vn.lgsp.tests.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * Makes the platform stand still in the midst of a transaction: the database waits for a lock that the test holds before it takes certain rows.
 * The platform itself knows nothing of it.
 */
final class Standstill implements AutoCloseable {
    private final PlatformProcess platform;
    private final String table;
    private final Connection holder;

    /**
     * Begins to stop rows.
     *
     * @param table where rows come in
     * @param key an expression of SQL over {@code new}: the number of the lock that the row waits for; null for none
     * @param locks the numbers, all of them held from now on
     */
    Standstill(PlatformProcess platform, String table, String key, int... locks) {
        this.platform = platform;
        this.table = table;
        platform.database()
                .update(
                        """
                        create or replace function stand_still() returns trigger language plpgsql as $$
                        declare
                            wanted integer := %s;
                        begin
                            if wanted is not null then
                                perform pg_advisory_xact_lock_shared(wanted);
                            end if;
                            return new;
                        end $$
                        """
                                .formatted(key));
        platform.database()
                .update("create trigger stand_still before insert on " + table
                        + " for each row execute function stand_still()");
        try {
            holder = platform.database().open();
            for (int lock : locks) {
                call("select pg_advisory_lock(?)", lock);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when so many transactions wait for a lock. */
    void await(int lock, int waiting) {
        Awaitility.await("transactions stand still")
                .until(() -> platform.database()
                                .count(
                                        "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted",
                                        lock)
                        == waiting);
    }

    /** Lets those go on that wait for a lock. */
    void letGo(int lock) {
        try {
            call("select pg_advisory_unlock(?)", lock);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void call(String sql, int lock) throws SQLException {
        try (PreparedStatement statement = holder.prepareStatement(sql)) {
            statement.setInt(1, lock);
            statement.execute();
        }
    }

    /** Lets everybody go on and stops nobody any more. */
    @Override
    public void close() {
        try {
            holder.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        platform.database().update("drop trigger if exists stand_still on " + table);
    }
}
