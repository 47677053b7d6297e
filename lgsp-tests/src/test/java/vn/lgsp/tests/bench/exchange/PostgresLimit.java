package vn.lgsp.tests.bench.exchange;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import vn.lgsp.tests.bench.Store;

/**
 * What the database itself can do: rows of the number and size that a packet writes, inserted into one table with one index in one statement
 * and committed, in a database of its own on the same server. No reading, no updating, no triggers, no other index: nothing that keeps packets
 * in this database can be faster with as many connections and commits.
 */
final class PostgresLimit {
    /** Bytes of a row beside its content: header, id, length. */
    static final int OVERHEAD = 44;

    /** What still lies in a page. */
    private static final int LARGEST = 8000;

    private static final String NAME = "limits";

    private final Store store;
    private final byte[][] rows;
    private final AtomicLong keys = new AtomicLong();

    PostgresLimit(Store store, RowsOfPacket packet) throws SQLException {
        this.store = store;
        this.rows = contents(packet).toArray(byte[][]::new);
        try (Connection connection = store.superuser()) {
            Store.execute(connection, "create database " + NAME);
        }
        try (Connection connection = store.superuserOf(NAME)) {
            Store.execute(
                    connection,
                    "create table written (id uuid primary key, content bytea not null)",
                    // Random bytes do not get smaller; trying to would be work that the packets' rows do not cause.
                    "alter table written alter content set storage plain");
        }
    }

    /** Contents of the rows of one packet, of the sizes that were measured; at least one. */
    static List<byte[]> contents(RowsOfPacket packet) {
        Random random = new Random(7);
        List<byte[]> rows = new ArrayList<>();
        packet.tables().values().forEach(table -> {
            for (long i = 0; i < Math.round(table.rows()); i++) {
                byte[] row = new byte[(int) Math.max(1, Math.min(LARGEST, table.bytes() - OVERHEAD))];
                random.nextBytes(row);
                rows.add(row);
            }
        });
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A packet writes no rows: " + packet);
        }
        return rows;
    }

    /**
     * A round.
     *
     * @param connections that write at once
     * @param packets whose rows are committed together
     */
    Outcome round(int connections, int packets, Duration length) {
        Tally tally = new Tally();
        long end = System.nanoTime() + length.toNanos();
        Callable<Void> writing = () -> {
            write(packets, end, tally);
            return null;
        };
        try (Crowd crowd = new Crowd(connections)) {
            crowd.all(Collections.nCopies(connections, writing));
        }
        return tally.outcome();
    }

    private void write(int packets, long end, Tally tally) throws SQLException {
        try (Connection connection = store.superuserOf(NAME);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into written (id, content) select * from unnest(?::uuid[], ?::bytea[])")) {
            byte[][] contents = new byte[packets * rows.length][];
            for (int i = 0; i < contents.length; i++) {
                contents[i] = rows[i % rows.length];
            }
            Array bytes = connection.createArrayOf("bytea", contents);
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                UUID[] ids = new UUID[contents.length];
                for (int i = 0; i < ids.length; i++) {
                    // Keys grow, as those of packets do.
                    ids[i] = new UUID(keys.incrementAndGet(), 0);
                }
                insert.setArray(1, connection.createArrayOf("uuid", ids));
                insert.setArray(2, bytes);
                insert.executeUpdate();
                for (int i = 0; i < packets; i++) {
                    tally.confirmed(ids[i * rows.length], begin);
                }
            }
        }
    }
}
