package vn.lgsp.tests.bench.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import vn.lgsp.tests.bench.Store;

/**
 * What one packet writes into the database, from being asked for to being erased.
 *
 * @param tables rows written of each table, and how large they are; partitions are tables
 * @param commits transactions
 * @param walBytes bytes of the write-ahead log
 */
record RowsOfPacket(Map<String, Written> tables, double commits, double walBytes) {
    /** Rows of so few are what somebody else wrote meanwhile. */
    private static final double FEW = 0.2;

    /** Bytes that sealing adds to content, at least. */
    private static final int SEAL = 28;

    /** A backend tells what it did within ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Rows of one table.
     *
     * @param inserted rows of a packet that are new
     * @param updated rows of a packet that are written again
     * @param bytes of one row
     */
    record Written(double inserted, double updated, double bytes) {
        double rows() {
            return inserted + updated;
        }
    }

    /** Rows that a packet writes, all tables together. */
    double rows() {
        return tables.values().stream().mapToDouble(Written::rows).sum();
    }

    /** Bytes of these rows. */
    double bytes() {
        return tables.values().stream()
                .mapToDouble(table -> table.rows() * table.bytes())
                .sum();
    }

    /** Counters of the database at one moment. */
    record Counters(Map<String, long[]> tables, long commits, long wal) {
        static Counters read(Store store) {
            try (Connection connection = store.superuser();
                    PreparedStatement statement = connection.prepareStatement(
                            "select relname, n_tup_ins, n_tup_upd from pg_stat_user_tables");
                    ResultSet rows = statement.executeQuery()) {
                Map<String, long[]> tables = new TreeMap<>();
                while (rows.next()) {
                    tables.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)});
                }
                return new Counters(
                        tables,
                        Long.parseLong(store.text(
                                "select xact_commit from pg_stat_database where datname = current_database()")),
                        Long.parseLong(store.text("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private long inserted(String prefix) {
            return tables.entrySet().stream()
                    .filter(table -> table.getKey().matches(prefix + "_\\d{6}"))
                    .mapToLong(table -> table.getValue()[0])
                    .sum();
        }
    }

    /**
     * What was written since then.
     *
     * @param packets that were exchanged since then, and nothing else
     * @param wal the position of the write-ahead log when the last of them was erased
     * @throws IllegalStateException when the database does not tell of as many packets
     */
    static RowsOfPacket since(Counters before, long packets, long wal, Store store) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Counters now = Counters.read(store);
        while (now.inserted("packet") - before.inserted("packet") < packets) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The database's statistics do not tell of " + packets + " packets");
            }
            now = Counters.read(store);
        }
        Map<String, Written> tables = new TreeMap<>();
        for (Map.Entry<String, long[]> table : now.tables().entrySet()) {
            long[] old = before.tables().getOrDefault(table.getKey(), new long[2]);
            double inserted = (double) (table.getValue()[0] - old[0]) / packets;
            double updated = (double) (table.getValue()[1] - old[1]) / packets;
            if (inserted + updated >= FEW) {
                tables.put(table.getKey(), new Written(inserted, updated, bytesOfRow(table.getKey(), store)));
            }
        }
        return new RowsOfPacket(
                tables, (double) (now.commits() - before.commits()) / packets, (double) (wal - before.wal()) / packets);
    }

    /**
     * Of the rows that are there; where they have gone again, what the table takes on the disk for each that ever came, and not more than the
     * content sealed: a limit must not write more than what it limits.
     */
    private static double bytesOfRow(String table, Store store) {
        String quoted = '"' + table.replace("\"", "\"\"") + '"';
        return Double.parseDouble(store.text("select coalesce(avg(pg_column_size(r.*)),"
                + " (select least(" + (Steps.BYTES + SEAL)
                + ", greatest(24, pg_table_size(relid)::numeric / greatest(n_tup_ins, 1)))"
                + " from pg_stat_user_tables where relname = '" + table.replace("'", "''") + "'))"
                + " from (select * from " + quoted + " limit 2000) r"));
    }
}
