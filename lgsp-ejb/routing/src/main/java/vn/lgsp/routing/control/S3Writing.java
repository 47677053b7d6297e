package vn.lgsp.routing.control;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A blob that comes in one go: one object, in parts of 8 MiB when it is larger than that. It is not there before all of it is. */
final class S3Writing extends S3Channel implements ContentStore.Writing, WritableByteChannel {
    private static final Logger LOG = System.getLogger(S3Writing.class.getName());

    private final S3Bucket bucket;
    private final String name;
    private final S3Buffer buffer = new S3Buffer();
    private final List<CompletedPart> parts = new ArrayList<>();
    private S3Bucket.Unfinished upload;

    S3Writing(S3Bucket bucket, String name) {
        this.bucket = bucket;
        this.name = name;
    }

    @Override
    public WritableByteChannel channel() {
        return this;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        requireOpen();
        int count = source.remaining();
        while (source.hasRemaining()) {
            if (buffer.full()) {
                sendPart();
            }
            buffer.take(source);
        }
        return count;
    }

    private void sendPart() throws IOException {
        if (upload == null) {
            upload = new S3Bucket.Unfinished(name, bucket.beginParts(name), null);
        }
        parts.add(bucket.part(upload, parts.size() + 1, buffer.bytes(), buffer.filled()));
        buffer.clear();
    }

    @Override
    public void commit() throws IOException {
        if (upload == null) {
            bucket.put(name, buffer.bytes(), buffer.filled());
        } else {
            sendPart();
            bucket.endParts(upload, parts);
            upload = null;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (upload != null) {
            try {
                bucket.abort(upload);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "parts of " + name + " stay until the sweep", e);
            }
            upload = null;
        }
    }
}
