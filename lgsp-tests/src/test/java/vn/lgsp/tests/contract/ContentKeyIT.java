package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "A content key that does not open: before completion nothing is taken any more; a master key that is not loaded is no damage (Điều 5.2)")
class ContentKeyIT {
    private final Database database = SharedPlatform.get().database();
    private final Application source = Application.source(SharedPlatform.get());
    private final Application destination = Application.destination(SharedPlatform.get());

    private void set(Parcel parcel, String assignment) {
        assertThat(database.update("update content set " + assignment + " where packet_id = ?", parcel.id()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a key that was changed while content comes in: nothing more is taken, and nothing is delivered")
    void keyBeforeCompletion() {
        Parcel parcel = Parcel.uploaded(source, destination);
        set(parcel, "wrapped_key = set_byte(wrapped_key, 40, get_byte(wrapped_key, 40) # 1)");
        source.post(parcel.path() + ":complete", parcel.digests()).refused(409, "uploaded-content-damaged");
        for (int size : new int[] {10, 100_000}) {
            source.call("PUT", parcel.file("b.bin"))
                    .body("application/octet-stream", new byte[size])
                    .send()
                    .refused(409, "uploaded-content-damaged");
        }
        Resumable.creation(source, parcel, "c.bin")
                .header("Upload-Length", "10")
                .send()
                .refused(409, "uploaded-content-damaged");
        assertThat(database.packetState(parcel.id())).isEqualTo("UPLOADING");
        source.post(parcel.path() + ":cancel", Map.of("reason", "Khóa hỏng")).expect(200);
    }

    @Test
    @DisplayName("a master key that is not loaded is no damage: 503, and all is well when it is back")
    void otherMasterKey() {
        Parcel parcel = Parcel.granted(source, destination)
                .upload("a.bin", new byte[1_000])
                .complete()
                .accept();
        Object right = database.one("select master_key_id from content where packet_id = ?", parcel.id());
        byte[] wrapped = (byte[]) database.one("select wrapped_key from content where packet_id = ?", parcel.id());
        UUID foreign = (UUID) database.one(
                "select id from access_key where master_key_id is not null and access_key <> all (?) order by id limit 1",
                (Object) new String[] {
                    source.credentials().accessKey(), destination.credentials().accessKey()
                });
        set(parcel, "wrapped_key = overlay(wrapped_key placing '\\xabababab' from 2), master_key_id = 'abababab'");
        database.update("update access_key set master_key_id = 'abababab' where id = ?", foreign);
        try {
            Answer refused = destination.get(parcel.downloadFile("a.bin")).refused(503, "unavailable");
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(database.packetState(parcel.id())).isEqualTo("PLANNED");
        } finally {
            database.update("update access_key set master_key_id = ? where id = ?", right, foreign);
            database.update(
                    "update content set wrapped_key = ?, master_key_id = ? where packet_id = ?",
                    wrapped,
                    right,
                    parcel.id());
        }
        parcel.fetch().confirm();
    }
}
