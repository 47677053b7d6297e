package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Ranges of files (Điều 9.3; RFC 9110, section 14)")
class RangeIT {
    private static final int SIZE = 400_000;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final byte[] content = new byte[SIZE];
    private Parcel parcel;

    @BeforeEach
    void prepare() {
        new Random(9).nextBytes(content);
        parcel = Parcel.granted(source, destination)
                .upload("a.bin", content)
                .complete()
                .accept();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=65535-65536, 65535, 65537",
        "bytes=399999-, 399999, 400000",
        "bytes=-5, 399995, 400000",
        "bytes=-900000, 0, 400000",
        "bytes=399990-900000, 399990, 400000"
    })
    @DisplayName("one range, with the digest of the whole")
    void one(String range, int from, int to) {
        Answer part = get(range).send().expect(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, from, to));
        assertThat(part.header("Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/" + SIZE);
        assertThat(part.header("Content-Length")).isEqualTo(Integer.toString(to - from));
        assertThat(part.header("Repr-Digest")).isEqualTo(ContentDigest.of(content));
        assertThat(part.header("Content-Digest")).isEqualTo(ContentDigest.of(part.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-3", "lines=1-2", "bytes=a-b", "bytes=-"})
    @DisplayName("what is no single range is as none")
    void none(String range) {
        assertThat(get(range).send().expect(200).body()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=400000-", "bytes=400000-400001", "bytes=-0"})
    @DisplayName("outside the file: refused, and the size is told")
    void outside(String range) {
        Answer refused = get(range).send().refused(416, "range-not-satisfiable");
        assertThat(refused.header("Content-Range")).isEqualTo("bytes */" + SIZE);
    }

    @Test
    @DisplayName("If-Range: the part when the file is the same, the whole for any other tag")
    void ifRange() {
        String tag = get("bytes=0-1").send().expect(206).header("ETag");
        get("bytes=0-1").header("If-Range", tag).send().expect(206);
        get("bytes=0-1").header("If-Range", "W/" + tag).send().expect(200);
        get("bytes=0-1").header("If-Range", "\"other\"").send().expect(200);
        get("bytes=0-1")
                .header("If-Range", "Thu, 01 Jan 2026 00:00:00 GMT")
                .send()
                .expect(200);
    }

    @Test
    @DisplayName("only the segments of the range are opened; one that is damaged is never handed out")
    void onlyWhatIsAsked() {
        platform.blobs().damage((UUID)
                platform.database().one("select blob_id from packet_file where packet_id = ?", parcel.id()));
        assertThat(get("bytes=0-99999").send().expect(206).body()).isEqualTo(Arrays.copyOf(content, 100_000));
        assertThat(platform.database().packetState(parcel.id())).isEqualTo("PLANNED");
        get("bytes=199000-201000").send().refused(500, "content-corrupted");
        assertThat(platform.database().packetState(parcel.id())).isEqualTo("QUARANTINED");
    }

    private Call get(String range) {
        return destination.call("GET", parcel.downloadFile("a.bin")).header("Range", range);
    }
}
