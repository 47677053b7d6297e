package vn.lgsp.tests.bench.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.bench.Heap;
import vn.lgsp.tests.bench.Ranks;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Generated;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;

/** One large file, in by one PUT and out by one GET, and what it does to the server's heap. */
final class Large {
    private static final String FILE = "lon.bin";
    private static final int BUFFER = 256 * 1024;

    private final Application source;
    private final Application destination;
    private final Erased erased;
    private final Heap heap;
    private final long size;
    private final String digest;
    private final List<Double> in = new ArrayList<>();
    private final List<Double> out = new ArrayList<>();
    private final List<Long> live = new ArrayList<>();

    /**
     * What was found.
     *
     * @param size bytes of the file
     * @param in MB a second from the request until it is stored, encrypted and forced to the disk; median
     * @param out MB a second until the last byte has arrived and its digest is right; median
     * @param before MB of the heap that are alive before
     * @param most MB of the heap that are alive at most while it goes in and out
     */
    record Found(long size, double in, double out, long before, long most) {}

    /** Prepares content of so many bytes. */
    Large(PlatformProcess platform, long size) {
        this.source = Application.source(platform);
        this.destination = Application.destination(platform);
        this.erased = new Erased(platform.database());
        this.heap = new Heap(platform.pid());
        this.size = size;
        this.digest = digestOf(new Generated(size), done -> {});
    }

    /**
     * Once to look at the heap, which takes time of its own, then so often to measure the speed.
     *
     * @param turn what takes turns with the rounds
     */
    Found run(int rounds, Runnable turn) {
        long before = heap.usedKib();
        round(this::look);
        in.clear();
        out.clear();
        for (int i = 0; i < rounds; i++) {
            turn.run();
            round(done -> {});
        }
        return new Found(
                size,
                Ranks.median(in.stream().mapToDouble(Double::doubleValue).toArray()),
                Ranks.median(out.stream().mapToDouble(Double::doubleValue).toArray()),
                before / 1024,
                live.stream().mapToLong(Long::longValue).max().orElseThrow() / 1024);
    }

    /** In the middle and near the end of each way. */
    private void look(long done) {
        long half = size / 2;
        long end = size / 10 * 9;
        if (done >= half && done - BUFFER < half || done >= end && done - BUFFER < end) {
            live.add(heap.usedKib());
        }
    }

    private void round(Consumer<Long> watch) {
        Parcel parcel = Parcel.granted(source, destination, Map.of("size", size));
        long begin = System.nanoTime();
        source.call("PUT", parcel.file(FILE))
                .body("application/octet-stream", digest, () -> new Watched(new Generated(size), watch))
                .unchecked()
                .sendPatiently()
                .expect(201);
        in.add(Speeds.megabytes(size, begin));
        Map<String, Object> digests = Map.of("files", List.of(Map.of("name", FILE, "digest", digest)));
        source.post(parcel.path() + ":complete", digests).expect(200);
        parcel.accept();
        begin = System.nanoTime();
        if (!digestOf(taken(destination.call("GET", parcel.downloadFile(FILE)).request()), watch)
                .equals(digest)) {
            throw new IllegalStateException("Something else arrived than was sent.");
        }
        out.add(Speeds.megabytes(size, begin));
        destination.post(parcel.deliveryPath() + ":confirm", digests).expect(200);
        erased.await(List.of(parcel.id()));
    }

    /** Over the plain connection of the JDK: its other client spends more than the platform does on handing over so many bytes. */
    private static InputStream taken(HttpRequest request) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) request.uri().toURL().openConnection();
            request.headers().map().forEach((name, values) -> connection.setRequestProperty(name, values.get(0)));
            if (connection.getResponseCode() != 200) {
                throw new IllegalStateException("Status " + connection.getResponseCode());
            }
            return connection.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOf(InputStream content, Consumer<Long> watch) {
        MessageDigest digest = ContentDigest.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content) {
            long done = 0;
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                digest.update(buffer, 0, read);
                done += read;
                watch.accept(done);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ContentDigest.format(digest.digest());
    }

    /** Tells how much of it has been read, every 256 KiB. */
    private static final class Watched extends InputStream {
        private final InputStream in;
        private final Consumer<Long> watch;
        private long done;

        Watched(InputStream in, Consumer<Long> watch) {
            this.in = in;
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            long before = done / BUFFER;
            done += Math.max(0, read);
            if (done / BUFFER > before) {
                watch.accept(done / BUFFER * BUFFER);
            }
            return read;
        }
    }
}
