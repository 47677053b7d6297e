package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Uploads in several requests (tus 1.0.0), each request signed. */
public record Resumable(Application source, String path) {
    /** The type of a chunk. */
    public static final String CHUNK = "application/offset+octet-stream";

    /** A request to begin, to be changed in any way before it is sent. */
    public static Call creation(Application source, Parcel parcel, String name) {
        return creation(source, parcel).header("Upload-Metadata", "filename " + base64(name.getBytes(UTF_8)));
    }

    /** As above, without a name. */
    public static Call creation(Application source, Parcel parcel) {
        return tus(source.call("POST", "/api/v1/spaces/" + parcel.space() + "/uploads"));
    }

    /** An upload that has begun. */
    public static Resumable begun(Application source, Parcel parcel, String name, long length) {
        return of(
                source,
                creation(source, parcel, name)
                        .header("Upload-Length", Long.toString(length))
                        .send()
                        .expect(201));
    }

    /** The upload that an answer tells of. */
    public static Resumable of(Application source, Answer created) {
        return new Resumable(source, URI.create(created.header("Location")).getPath());
    }

    public UUID id() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The bytes, the last of them not before it may go on. */
    public static InputStream held(byte[] bytes, CountDownLatch goOn) {
        int most = bytes.length - 1;
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, most), new InputStream() {
            private boolean done;

            @Override
            public int read() throws IOException {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                int last = done ? -1 : bytes[most] & 0xff;
                done = true;
                return last;
            }
        });
    }

    /** A request to its address. */
    public Call call(String method) {
        return tus(source.call(method, path));
    }

    /** A chunk, to be changed in any way before it is sent. */
    public Call chunk(long offset, byte[] bytes) {
        return call("PATCH").header("Upload-Offset", Long.toString(offset)).body(CHUNK, bytes);
    }

    /** Sends a chunk, which must be taken. */
    public Resumable send(long offset, byte[] bytes) {
        chunk(offset, bytes).send().expect(204);
        return this;
    }

    public Answer head() {
        return call("HEAD").send();
    }

    /** What has arrived for certain. */
    public long offset() {
        return Long.parseLong(head().expect(200).header("Upload-Offset"));
    }

    /** In Base64, as the headers have it. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Call tus(Call call) {
        return call.header("Tus-Resumable", "1.0.0");
    }
}
