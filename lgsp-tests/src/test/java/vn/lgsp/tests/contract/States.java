package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;

/** How a packet stands in the database and on disk. */
record States(PlatformProcess platform) {

    static String soon(int seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    void assertStates(Parcel parcel, String packet, String delivery, String content) {
        assertThat(List.of(
                        platform.database().packetState(parcel.id()),
                        platform.database().one("select state from delivery where id = ?", parcel.delivery()),
                        platform.database().contentState(parcel.id())))
                .containsExactly(packet, delivery, content);
    }

    long eventsOf(Parcel parcel) {
        return platform.database().count("select count(*) from event where packet_id = ?", parcel.id());
    }

    long keys(Parcel parcel) {
        return platform.database()
                .count("select count(*) from content where packet_id = ? and wrapped_key is not null", parcel.id());
    }

    void awaitErased(Parcel parcel) {
        Awaitility.await("content erased")
                .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
        assertThat(platform.database().column("select blob_id from packet_file where packet_id = ?", parcel.id()))
                .allSatisfy(blob -> assertThat(platform.blobs().of((UUID) blob)).isEmpty());
        assertThat(platform.database().count("select count(*) from small_content where packet_id = ?", parcel.id()))
                .isZero();
    }
}
