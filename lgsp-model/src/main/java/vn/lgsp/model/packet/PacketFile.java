package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Digest;

/**
 * One file of a packet; its bytes lie encrypted in the content store or in a row, under {@link #blobId()}, never under the sender's name.
 */
@Entity
@IdClass(PacketFile.Key.class)
@Table(name = "packet_file")
public class PacketFile {

    /** A file is known by its packet, the form that it belongs to and its name. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private UUID packetId;
        private short form;
        private String name;

        protected Key() {}

        /** A file that was sent. */
        public Key(UUID packetId, String name) {
            this.packetId = packetId;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && packetId.equals(that.packetId)
                    && form == that.form
                    && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return packetId.hashCode() * 31 + name.hashCode();
        }
    }

    @Id
    @Column(name = "packet_id")
    private UUID packetId;

    @Id
    private short form;

    @Id
    private String name;

    @Column(updatable = false)
    private String original;

    @Column(name = "media_type")
    private String mediaType;

    private long size;

    private byte[] sha256;

    @Column(name = "blob_id")
    private UUID blobId;

    private boolean small;

    @Column(name = "stored_at")
    private Instant storedAt;

    private byte[] seal;

    protected PacketFile() {}

    /** A file that is sent. */
    public PacketFile(UUID packetId, String name) {
        this.packetId = packetId;
        this.name = name;
    }

    /** A file of another form, made of one that was sent. */
    public PacketFile(UUID packetId, int form, String name, String original) {
        this(packetId, name);
        this.form = (short) form;
        this.original = original;
    }

    /** Takes over what was just stored, the first time or in place of an earlier upload. */
    public void stored(String newMediaType, long newSize, Digest digest, UUID newBlobId, boolean inRow, Instant now) {
        mediaType = newMediaType;
        size = newSize;
        sha256 = digest.bytes();
        blobId = newBlobId;
        small = inRow;
        storedAt = now;
    }

    public UUID packetId() {
        return packetId;
    }

    /** The form that it belongs to (Điều 8.4); 0 for what was sent, which files of a form that were not converted stay. */
    public int form() {
        return form;
    }

    public String name() {
        return name;
    }

    /** The name of the file that it was made of; null for what was sent. */
    public String original() {
        return original;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Bytes of the plain content. */
    public long size() {
        return size;
    }

    /** SHA-256 of the plain content. */
    public Digest digest() {
        return Digest.of(sha256);
    }

    /** Proof, under the packet's key, that this record was not changed; null where packets are older than that. */
    public byte[] seal() {
        return seal == null ? null : seal.clone();
    }

    /** Takes the proof over {@link #stored what was stored}. */
    public void seal(byte[] proof) {
        seal = proof.clone();
    }

    /** The name of the bytes, in the content store or, where they are small, in the database. */
    public UUID blobId() {
        return blobId;
    }

    /** Whether the bytes lie in a row of the database and not in the content store. */
    public boolean small() {
        return small;
    }
}
