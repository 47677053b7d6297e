package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Flood;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "A destination is offline for long while thousands wait for it: few notices to their source, and nothing left out (Điều 5.9)")
class NoStormIT {
    private static final int WAITING = 4_000;
    private static final int LATER = 700;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();

    @Test
    @DisplayName(
            "one event says how many; what comes late meanwhile waits for the next one, which is for all of it again")
    void fewNotices() {
        // Sends nothing otherwise, so that whatever it is told of is of this test.
        Application source = Application.bystander(platform);
        Application destination = new Receivers(platform, Application.source(platform), 1).get(0);
        notToldBefore(source);
        try (Flood flood = new Flood(platform, source, destination).add(WAITING)) {
            late(flood);
            awaitNotices(flood, 1);
            late(flood.add(LATER));
            Awaitility.await("found as well, and not told")
                    .until(() ->
                            entries(flood, "true") == WAITING + LATER && entries(flood, "told_at is null") == LATER);
            assertThat(notices(flood)).hasSize(1);
            notToldBefore(source);
            awaitNotices(flood, 2);
            assertThat(notices(flood).stream().map(data -> data.get("count").asInt()))
                    .containsExactly(WAITING, LATER);
            assertThat(notices(flood))
                    .allSatisfy(data -> assertThat(data.get("deliveries")).hasSize(100));
            assertThat(entries(flood, "told_at is null")).isZero();
            assertThat(source.get("/api/v1/undeliverable?limit=200").expect(200).get("items"))
                    .as("all of them can be read, page by page")
                    .hasSize(200);
        }
    }

    /** The gap between two notices is over. */
    private void notToldBefore(Application source) {
        database.update(
                "delete from undeliverable_notice where application_id = (select application_id from access_key where access_key = ?)",
                source.credentials().accessKey());
    }

    /** What is not yet an entry was not taken by its time. */
    private void late(Flood flood) {
        database.update(
                """
                update delivery d set report_at = now() where source_agency_id = (select id from agency where code = ?)
                    and not exists (select from undeliverable u where u.delivery_id = d.id)
                """,
                flood.agency());
    }

    private long entries(Flood flood, String condition) {
        return database.count(
                "select count(*) from undeliverable where source_agency_id = (select id from agency where code = ?) and "
                        + condition,
                flood.agency());
    }

    private void awaitNotices(Flood flood, int number) {
        Awaitility.await("told").until(() -> notices(flood).size() == number && entries(flood, "told_at is null") == 0);
    }

    /** What the source was told of these packets, of whatever kind, oldest first. */
    private List<JsonNode> notices(Flood flood) {
        return database
                .column(
                        """
                        select e.data::text from event e join packet p on p.id = e.packet_id join agency a on a.id = p.source_agency_id
                        where a.code = ? and e.application_id = p.source_application_id order by e.seq
                        """,
                        flood.agency())
                .stream()
                .map(data -> Json.read((String) data))
                .toList();
    }
}
