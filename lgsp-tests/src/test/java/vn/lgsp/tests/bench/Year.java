package vn.lgsp.tests.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills a database with the packets of a year, set by set, two months at a time; what is in it afterwards looks like a province's. */
final class Year {
    /** Not more: the months would only wait for one another. */
    private static final int AT_ONCE = Math.min(2, Runtime.getRuntime().availableProcessors());

    private static final int MONTHS = 12;
    private static final String MONTH_OF = "date_trunc('month', now() - interval '%d months', 'Asia/Ho_Chi_Minh')";
    private static final List<String> TABLES =
            List.of("packet", "delivery", "content", "packet_search", "packet_history", "traffic", "traffic_time");

    private final Store store;
    private final long packets;

    Year(Store store, long packets) {
        this.store = store;
        this.packets = packets;
    }

    /** Makes what packets are made from: applications, words, hours. */
    void prepare() throws SQLException {
        if (!store.text("select count(*) from (select from packet limit 1) p").equals("0")) {
            throw new IllegalStateException("There are packets in this database: it is filled once, when it is empty.");
        }
        try (Connection connection = store.superuser()) {
            Store.execute(connection, "set role lgsp", partitions(), script("prepare.sql"), script("month.sql"));
        }
    }

    /** Fills, indexes and counts; says how it goes. */
    void fill() throws SQLException {
        Instant begin = Instant.now();
        try (Connection connection = store.superuser()) {
            // Built at the end, month by month: much faster than entry by entry.
            Store.execute(connection, "drop index packet_search_title");
        }
        List<String> months = new ArrayList<>();
        for (int i = 0; i <= MONTHS; i++) {
            months.add(
                    "call bench.fill(%s, %s, %d)".formatted(MONTH_OF.formatted(i), MONTH_OF.formatted(i - 1), packets));
        }
        atOnce(months);
        say("filled", begin);
        atOnce(store
                .texts(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'packet_search'::regclass order by 1")
                .stream()
                .map(part -> "create index on " + part + " using gin (title gin_trgm_ops)")
                .toList());
        try (Connection connection = store.filling()) {
            Store.execute(
                    connection, "create index packet_search_title on packet_search using gin (title gin_trgm_ops)");
        }
        say("indexed", begin);
        atOnce(TABLES.stream().map(table -> "vacuum (analyze) " + table).toList());
        say("counted", begin);
    }

    private void atOnce(List<String> statements) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (String sql : statements) {
                all.add(workers.submit(() -> run(sql)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Void run(String sql) throws SQLException {
        Instant begin = Instant.now();
        try (Connection connection = store.filling()) {
            Store.execute(connection, sql);
        }
        say(sql.length() > 100 ? sql.substring(0, 100) + " …" : sql, begin);
        return null;
    }

    private static void say(String what, Instant begin) {
        System.out.printf(
                "  %4d s  %s%n", Duration.between(begin, Instant.now()).toSeconds(), what);
    }

    /** A province that has run for a year has a partition for each month of it. */
    private static String partitions() {
        return """
                do $$
                declare
                    parent text; month timestamptz; part text;
                begin
                    foreach parent in array array['packet', 'delivery', 'packet_history', 'event', 'packet_search'] loop
                        for i in 0..12 loop
                            month := date_trunc('month', now(), 'UTC') - make_interval(months => i);
                            part := parent || '_' || to_char(month at time zone 'UTC', 'YYYYMM');
                            if to_regclass(part) is null then
                                execute format('create table %I partition of %I for values from (%L) to (%L)',
                                    part, parent, uuid_at(month), uuid_at(month + interval '1 month'));
                            end if;
                        end loop;
                    end loop;
                end $$
                """;
    }

    private static String script(String name) {
        try (InputStream in = Year.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
