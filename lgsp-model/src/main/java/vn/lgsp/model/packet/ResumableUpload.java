package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/**
 * A file on its way into a space in several requests (Điều 8.3). What {@link #offset()} says has arrived is durable: whole segments in the
 * content store, the rest sealed in {@link #suspended()}.
 */
@Entity
@Table(name = "resumable_upload")
public class ResumableUpload {

    /** What an upload is for. */
    public enum Kind {
        /** It becomes a file. */
        WHOLE,
        /** It becomes a part of a file that is joined later. */
        PART,
        /** It was joined from parts. */
        JOINED
    }

    @Id
    private UUID id;

    @Column(name = "space_id", updatable = false)
    private UUID spaceId;

    @Column(name = "packet_id", updatable = false)
    private UUID packetId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Column(updatable = false)
    private String metadata;

    @Column(updatable = false)
    private String concat;

    @Column(name = "upload_length")
    private Long length;

    @Column(name = "upload_offset")
    private long offset;

    @Column(name = "blob_id", updatable = false)
    private UUID blobId;

    private byte[] suspended;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected ResumableUpload() {}

    /**
     * Begins.
     *
     * @param wanted what the client says of it; its name is null for a part alone
     */
    public ResumableUpload(Space space, Wanted wanted, UUID blobId, byte[] suspended, Instant now) {
        this.id = Ids.next();
        this.spaceId = space.id();
        this.packetId = space.packetId();
        this.kind = wanted.kind();
        this.fileName = wanted.fileName();
        this.mediaType = wanted.mediaType();
        this.metadata = wanted.metadata();
        this.concat = wanted.concat();
        this.length = wanted.length();
        this.blobId = blobId;
        this.suspended = suspended.clone();
        this.createdAt = now;
        this.expiresAt = space.expiresAt();
    }

    /**
     * What a client says of an upload when it begins.
     *
     * @param fileName null for a part
     * @param mediaType null for any
     * @param metadata the header Upload-Metadata as it came; null when there was none
     * @param concat the header Upload-Concat as it came; null when there was none
     * @param length bytes; null when it will be told later
     */
    public record Wanted(Kind kind, String fileName, String mediaType, String metadata, String concat, Long length) {

        /** The same, now that the length is known. */
        public Wanted ofLength(long bytes) {
            return new Wanted(kind, fileName, mediaType, metadata, concat, bytes);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID spaceId() {
        return spaceId;
    }

    public UUID packetId() {
        return packetId;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the file to be; null for a part. */
    public String fileName() {
        return fileName;
    }

    /** The kind of the file to be; null when unknown. */
    public String mediaType() {
        return mediaType;
    }

    /** The header Upload-Metadata as it came; null when there was none. */
    public String metadata() {
        return metadata;
    }

    /** The header Upload-Concat as it came; null when there was none. */
    public String concat() {
        return concat;
    }

    /** Bytes of the whole; null as long as the client has not said. */
    public Long length() {
        return length;
    }

    /** The client says later how long it is. */
    public void length(long bytes) {
        length = bytes;
    }

    /** Bytes that have arrived and are durable. */
    public long offset() {
        return offset;
    }

    /** The bytes that the upload holds or is entitled to. */
    public long reserved() {
        return length == null ? offset : length;
    }

    /** The name of its bytes in the content store. */
    public UUID blobId() {
        return blobId;
    }

    /** The sealed state from which sealing goes on; null once it is done. */
    public byte[] suspended() {
        return suspended == null ? null : suspended.clone();
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean finished() {
        return finishedAt != null;
    }

    /** Takes note that more is durable. */
    public void arrived(long newOffset, byte[] newSuspended) {
        offset = newOffset;
        suspended = newSuspended.clone();
    }

    /** Takes note that everything is durable. */
    public void finish(long size, Instant now) {
        length = size;
        offset = size;
        suspended = null;
        finishedAt = now;
    }
}
