package vn.lgsp.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.reporting.boundary.DeliveryTimes;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The roll-ups are what a count of the history would be, at every moment")
class TrafficIT {
    private static final Map<String, String> REASON = Map.of("reason", "Lý do kiểm thử");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Traffic traffic = new Traffic(database);
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("whatever mix of endings, while rows are folded all the time and counted anew in between")
    void anyMix() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        AtomicBoolean done = new AtomicBoolean();
        try {
            Future<?> folding = workers.submit(() -> {
                while (!done.get()) {
                    traffic.fold(3);
                }
            });
            List<Future<?>> packets = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(worker -> workers.submit(() -> send(new Random(worker))))
                    .toList();
            traffic.rebuild();
            for (Future<?> each : packets) {
                each.get();
            }
            done.set(true);
            folding.get();
        } finally {
            done.set(true);
            workers.shutdown();
        }
        await().untilAsserted(() -> assertThat(traffic.now()).isEqualTo(traffic.counted()));

        await().until(() -> traffic.fold(10_000) == 0 && traffic.fresh() == 0);
        assertThat(traffic.folded()).isEqualTo(traffic.counted()).isNotEmpty();

        traffic.rebuild();
        assertThat(traffic.folded()).isEqualTo(traffic.counted());
    }

    private void send(Random random) {
        for (int i = 0; i < 8; i++) {
            switch (random.nextInt(6)) {
                case 0 -> Parcel.granted(source, destination);
                case 1 ->
                    source.post(Parcel.uploaded(source, destination).path() + ":cancel", REASON)
                            .expect(200);
                case 2 -> Parcel.sent(source, destination).accept();
                case 3 ->
                    destination
                            .post(Parcel.sent(source, destination).deliveryPath() + ":refuse", REASON)
                            .expect(200);
                case 4 -> expire(Parcel.granted(source, destination));
                default -> Parcel.sent(source, destination).accept().fetch().confirm();
            }
        }
    }

    private void expire(Parcel parcel) {
        database.update("update space set expires_at = now() where packet_id = ?", parcel.id());
        await().until(() -> database.packetState(parcel.id()).equals("EXPIRED"));
    }

    @Test
    @DisplayName("every confirmed delivery has its time in the histogram")
    void times() {
        Parcel.sent(source, destination).accept().fetch().confirm();
        String measured =
                "select coalesce(sum(deliveries), 0) from traffic_time_now where grain = 'MONTH' and direction = 'SENT'"
                        + " and agency_id = '00000000-0000-0000-0000-000000000000'";
        await().untilAsserted(() -> assertThat(database.count(measured))
                .isEqualTo(database.count("select count(*) from delivery where state = 'CONFIRMED'")));
    }

    @Test
    @DisplayName("the database and the code put a time into the same bucket")
    void buckets() {
        LongStream.concat(
                        LongStream.rangeClosed(-1, 40), LongStream.range(0, 40).map(bits -> 1L << bits))
                .forEach(millis -> assertThat(database.count("select delivery_time_bucket(?)", millis))
                        .as("%d ms", millis)
                        .isEqualTo(DeliveryTimes.bucket(java.time.Duration.ofMillis(millis))));
    }

    @Test
    @DisplayName("a refused request is counted by its code, for the agency when the signature told it")
    void refusals() {
        String counted = "select coalesce(sum(requests), 0) from refusal r join agency a on a.id = r.agency_id"
                + " where r.code = 'data-type-unknown' and a.code = ?";
        long before = database.count(counted, source.agency());
        Map<String, Object> request = Parcel.request(destination);
        request.put("dataType", "khong-co");
        source.post("/api/v1/packets", request).refused(422, "data-type-unknown");
        await().untilAsserted(() ->
                assertThat(database.count(counted, source.agency())).isEqualTo(before + 1));
    }
}
