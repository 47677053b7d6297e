package vn.lgsp.tests.bench.exchange;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lgsp.client.EventStream;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.model.Event;
import vn.lgsp.tests.bench.Ranks;
import vn.lgsp.tests.bench.Store;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * How long after the completion of a packet its destination knows of it, at a low and steady load: the Java client listens to the stream of
 * events (SSE).
 */
final class Notice {
    private static final int A_SECOND = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PlatformProcess platform;
    private final Store store;
    private final Steps steps;
    private final Map<UUID, CompletableFuture<Long>> arrived = new ConcurrentHashMap<>();

    /**
     * What was found, all in milliseconds.
     *
     * @param packets how many
     * @param asked from asking for the completion until the event is there
     * @param answered from the answer to the completion until the event is there; 0 when it was there before
     * @param floor one request that asks nothing and one commit, the sum of the medians
     */
    record Found(int packets, double[] asked, double[] answered, double floor) {}

    Notice(PlatformProcess platform, Store store, Steps steps) {
        this.platform = platform;
        this.store = store;
        this.steps = steps;
    }

    /** Sends ten packets a second for this long. */
    Found run(Duration length) {
        Application destination = Application.destination(platform);
        List<Future<Steps.Sent>> all = new ArrayList<>();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        EventStream events = null;
        try (LgspClient client = LgspClient.builder(
                        platform.base(),
                        destination.credentials().accessKey(),
                        destination.credentials().secret())
                .build()) {
            events = client.events(Events.newest(destination), this::arrived);
            for (int i = 0; i < length.toSeconds() * A_SECOND; i++) {
                all.add(clock.schedule(steps::send, i * 1000L / A_SECOND, TimeUnit.MILLISECONDS));
            }
            List<Double> asked = new ArrayList<>();
            List<Double> answered = new ArrayList<>();
            for (Future<Steps.Sent> one : all) {
                Steps.Sent sent = one.get();
                long at = at(sent.packet()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                asked.add((at - sent.completing()) / 1e6);
                answered.add(Math.max(0, at - sent.completed()) / 1e6);
                steps.take(sent);
            }
            return new Found(all.size(), array(asked), array(answered), floor());
        } catch (ExecutionException | TimeoutException | SQLException e) {
            throw new IllegalStateException("An event did not arrive, or a packet was refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            clock.shutdownNow();
            if (events != null) {
                events.close();
            }
        }
    }

    private void arrived(Event event) {
        if (event.type().equals(Event.READY)) {
            at(event.data().packetId()).complete(System.nanoTime());
        }
    }

    private CompletableFuture<Long> at(UUID packet) {
        return arrived.computeIfAbsent(packet, missing -> new CompletableFuture<>());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The cheapest request there is, over the loopback interface, and one row committed. */
    private double floor() throws SQLException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest time = HttpRequest.newBuilder(URI.create(platform.base() + "/api/v1/time"))
                .build();
        double trip = median(() -> http.send(time, HttpResponse.BodyHandlers.ofByteArray()));
        try (Connection connection = store.superuserOf("postgres")) {
            Store.execute(connection, "create table if not exists notice_floor (id uuid primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into notice_floor values (?)")) {
                double commit = median(() -> {
                    insert.setObject(1, UUID.randomUUID());
                    return insert.executeUpdate();
                });
                return trip + commit;
            }
        }
    }

    private static double median(Callable<?> act) {
        double[] millis = new double[300];
        try {
            for (int i = 0; i < millis.length; i++) {
                long begin = System.nanoTime();
                act.call();
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Ranks.median(millis);
    }
}
