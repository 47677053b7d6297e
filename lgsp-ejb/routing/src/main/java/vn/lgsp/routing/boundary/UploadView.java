package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.ResumableUpload;

/**
 * An upload that can be taken up again, as its source sees it.
 *
 * @param length bytes of the whole; null as long as the client has not said
 * @param offset bytes that have arrived and are durable
 * @param metadata the header Upload-Metadata as it came; null when there was none
 * @param concat the header Upload-Concat as it came; null when there was none
 * @param expiresAt after this it takes nothing more
 */
public record UploadView(UUID id, Long length, long offset, String metadata, String concat, Instant expiresAt) {

    /** The view of an upload. */
    public static UploadView of(ResumableUpload upload) {
        return new UploadView(
                upload.id(), upload.length(), upload.offset(), upload.metadata(), upload.concat(), upload.expiresAt());
    }
}
