package vn.lgsp.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.Transport;

/**
 * Takes content into a file: hashed while it arrives, resumed where the connection broke, compared at the end with what was promised,
 * and forced to the disk before anybody is told that it arrived.
 */
final class Downloads {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private final Transport transport;

    Downloads(Transport transport) {
        this.transport = transport;
    }

    /** See {@link LgspClient#download(FileInfo, Path)}. */
    String fetch(FileInfo file, Path target) throws IOException {
        if (file.url() == null) {
            throw new IllegalArgumentException("The file does not stand in a destination's space");
        }
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                Progress progress = new Progress(file, out);
                progress.run();
                out.force(true);
                return progress.verified();
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(target);
                throw failed;
            }
        }
    }

    /** The state of one download over all its connections. */
    private final class Progress {

        private final FileInfo file;
        private final FileChannel out;
        private final String path;
        private MessageDigest digest = ContentDigest.sha256();
        private long received;
        private String entityTag;
        private String promised;
        private String requestId;
        private boolean complete;

        Progress(FileInfo file, FileChannel out) {
            this.file = file;
            this.out = out;
            this.path = transport.endpoint().pathOf(file.url());
        }

        void run() throws IOException {
            int fruitless = 0;
            while (!complete) {
                long before = received;
                try {
                    transport.perform(call(), this::begin).copy();
                } catch (BrokenOff broken) {
                    if (received > 0 && received == file.size()) {
                        return;
                    }
                    fruitless = received > before ? 1 : fruitless + 1;
                    if (fruitless >= transport.attempts()) {
                        throw transport.unreachable(broken.cause());
                    }
                    transport.sleep(transport.backOff(fruitless));
                } catch (RefusedException refused) {
                    if (refused.status() != 416 || received == 0) {
                        throw refused;
                    }
                    // The content is no longer what it was when the first part came.
                    restart();
                    if (++fruitless >= transport.attempts()) {
                        throw refused;
                    }
                }
            }
        }

        String verified() {
            String actual = ContentDigest.format(digest.digest());
            String expected = promised != null && !promised.equals(actual) ? promised : file.digest();
            if (!expected.equals(actual)) {
                throw new DigestMismatchException(
                        "client-digest-mismatch",
                        transport.texts().text("digest.detail", file.name(), expected, actual),
                        transport.texts().text("digest.fix"),
                        requestId,
                        expected,
                        actual);
            }
            return actual;
        }

        private Call call() {
            Call call = Call.get(path).header("Accept", "*/*");
            if (received == 0) {
                return call;
            }
            Call rest = call.header("Range", "bytes=" + received + "-");
            return entityTag == null ? rest : rest.header("If-Range", entityTag);
        }

        private Piece begin(HttpResponse<InputStream> response) throws IOException {
            requestId = response.headers().firstValue("X-Request-Id").orElse(requestId);
            long from = 0;
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            if (response.statusCode() == 206) {
                Matcher range = CONTENT_RANGE.matcher(
                        response.headers().firstValue("Content-Range").orElse(""));
                if (!range.matches() || Long.parseLong(range.group(1)) != received) {
                    response.body().close();
                    throw transport.unexpected("Content-Range", requestId, null);
                }
                from = received;
                length = Long.parseLong(range.group(2)) - from + 1;
            }
            if (from != received) {
                restart();
            }
            promised = response.headers()
                    .firstValue("Repr-Digest")
                    .flatMap(ContentDigest::sha256In)
                    .orElse(promised);
            entityTag = response.headers()
                    .firstValue("ETag")
                    .filter(tag -> tag.startsWith("\""))
                    .orElse(null);
            return new Piece(response.body(), length < 0 ? file.size() : from + length);
        }

        private void restart() throws IOException {
            out.truncate(0);
            digest = ContentDigest.sha256();
            received = 0;
            entityTag = null;
            promised = null;
        }

        /** What one connection brings. */
        private final class Piece {

            private final InputStream body;
            private final long end;

            /** A piece that ends in front of a position of the file. */
            Piece(InputStream body, long end) {
                this.body = body;
                this.end = end;
            }

            void copy() throws IOException {
                byte[] buffer = new byte[BUFFER_BYTES];
                try (body) {
                    for (int read = read(buffer); read >= 0; read = read(buffer)) {
                        if (received + read > file.size()) {
                            throw transport.unexpected("> " + file.size() + " B", requestId, null);
                        }
                        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                        long position = received;
                        while (bytes.hasRemaining()) {
                            position += out.write(bytes, position);
                        }
                        digest.update(buffer, 0, read);
                        received = position;
                    }
                }
                if (received < end) {
                    throw new BrokenOff(new IOException("Ended after " + received + " of " + end + " bytes"));
                }
                complete = true;
            }

            private int read(byte[] buffer) {
                try {
                    return body.read(buffer);
                } catch (IOException broken) {
                    throw new BrokenOff(broken);
                }
            }
        }
    }

    /** The connection broke; unlike trouble with the local disk this is worth another try. */
    private static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOff(IOException cause) {
            super(cause);
        }

        IOException cause() {
            return (IOException) getCause();
        }
    }
}
