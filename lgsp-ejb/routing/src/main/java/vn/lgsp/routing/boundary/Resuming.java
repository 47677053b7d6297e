package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.routing.control.ResumableUploads;

/**
 * Điều 8.3 over lines that break: a file comes into the space in several requests, and what was acknowledged is never sent again. Every step
 * needs a key with the scope {@code send} (KEY_SCOPE_MISSING). What holds for files in one request holds here: names, number, size.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Resuming {
    @Inject
    private ResumableUploads uploads;

    @Inject
    private Views views;

    /**
     * The largest file that the space can take now, bytes.
     *
     * @throws vn.lgsp.model.error.LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED
     */
    public long room(Caller caller, UUID spaceId) {
        caller.require(KeyScope.SEND);
        return uploads.room(caller, spaceId);
    }

    /**
     * Begins an upload and takes the first bytes, if there are any. An unfinished upload of the same name ends.
     *
     * @param first the bytes that come with the request; null when there are none
     * @throws vn.lgsp.model.error.LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED, FILE_NAME_INVALID, TOO_MANY_FILES,
     *     PACKET_TOO_LARGE, STORAGE_FULL, and for the bytes what {@link #append} throws
     */
    public UploadView begin(Caller caller, UUID spaceId, ResumableUpload.Wanted wanted, UploadChunk first) {
        caller.require(KeyScope.SEND);
        return UploadView.of(uploads.begin(caller, spaceId, wanted, first, views.maxFiles()));
    }

    /**
     * Joins parts that are complete into one file. The parts end with it.
     *
     * @param parts ids of parts in the same space, in the order of the file
     * @throws vn.lgsp.model.error.LgspException as {@link #begin}; UPLOAD_UNFINISHED
     */
    public UploadView join(Caller caller, UUID spaceId, ResumableUpload.Wanted wanted, List<UUID> parts) {
        caller.require(KeyScope.SEND);
        return UploadView.of(uploads.join(caller, spaceId, wanted, parts, views.maxFiles()));
    }

    /**
     * How far an upload is.
     *
     * @throws vn.lgsp.model.error.LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED
     */
    public UploadView look(Caller caller, UUID spaceId, UUID id) {
        caller.require(KeyScope.SEND);
        return UploadView.of(uploads.look(caller, spaceId, id));
    }

    /**
     * Takes more bytes. With the last of them the file is in the packet. When this returns, the offset that it tells survives a crash.
     *
     * @throws vn.lgsp.model.error.LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED, UPLOAD_OFFSET_MISMATCH, UPLOAD_IN_USE,
     *     UPLOAD_JOINED, UPLOAD_INCOMPLETE, UPLOAD_CHECKSUM_MISMATCH, BODY_DIGEST_MISMATCH, REQUEST_MALFORMED, REQUEST_TOO_LARGE,
     *     PACKET_TOO_LARGE, TOO_MANY_FILES, STORAGE_FULL
     */
    public UploadView append(Caller caller, UUID spaceId, UUID id, UploadChunk chunk) {
        caller.require(KeyScope.SEND);
        return UploadView.of(uploads.append(caller, spaceId, id, chunk, views.maxFiles()));
    }

    /**
     * Gives an upload up; a file that came of it is taken out of the packet.
     *
     * @throws vn.lgsp.model.error.LgspException NOT_FOUND, SPACE_EXPIRED, SPACE_CLOSED
     */
    public void terminate(Caller caller, UUID spaceId, UUID id) {
        caller.require(KeyScope.SEND);
        uploads.terminate(caller, spaceId, id);
    }
}
