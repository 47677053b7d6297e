package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Generated;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@Tag("large")
@DisplayName("1 GiB goes in and out of a heap of 512 MiB")
class LargeContentIT {
    private static final long SIZE = 1L << 30;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("streamed both ways, with equal digests; a heap that ran full would have ended the platform")
    void throughSmallHeap() throws IOException {
        String digest = digestOf(new Generated(SIZE));
        Parcel parcel = Parcel.granted(source, destination, Map.of("size", SIZE));
        long begin = System.nanoTime();
        source.call("PUT", parcel.file("lớn.bin"))
                .body("application/octet-stream", digest, () -> new Generated(SIZE))
                .sendPatiently()
                .expect(201);
        print("in", begin);
        Map<String, Object> digests = Map.of("files", java.util.List.of(Map.of("name", "lớn.bin", "digest", digest)));
        source.post(parcel.path() + ":complete", digests).expect(200);
        parcel.accept();

        begin = System.nanoTime();
        HttpResponse<InputStream> answer =
                destination.call("GET", parcel.downloadFile("lớn.bin")).open();
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream body = answer.body()) {
            assertThat(digestOf(body)).isEqualTo(digest);
        }
        print("out", begin);
        destination.post(parcel.deliveryPath() + ":confirm", digests).expect(200);
        UUID blob = (UUID) platform.database().one("select blob_id from packet_file where packet_id = ?", parcel.id());
        org.awaitility.Awaitility.await("1 GiB erased")
                .until(() -> platform.blobs().of(blob).isEmpty());
    }

    private static void print(String way, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("1 GiB %s: %.1f s, %.0f MB/s%n", way, seconds, SIZE / 1e6 / seconds);
    }

    private static String digestOf(InputStream in) throws IOException {
        MessageDigest digest = ContentDigest.sha256();
        byte[] buffer = new byte[256 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return ContentDigest.format(digest.digest());
    }
}
