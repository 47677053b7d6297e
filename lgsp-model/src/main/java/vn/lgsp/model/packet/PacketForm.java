package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Another form of a packet's content (Điều 8.4): made once for all of its destinations that take the same version of a transformation. */
@Entity
@IdClass(PacketForm.Key.class)
@Table(name = "packet_form")
public class PacketForm {

    /** Whether it is there. */
    public enum State {
        /** To be made; the deliveries that have it wait. */
        WANTED,
        /** There; its files are sealed under the packet's key. */
        MADE,
        /** It could not be made; the content that was sent is untouched. */
        FAILED
    }

    /** The n-th form of a packet. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private UUID packetId;
        private short form;

        protected Key() {}

        public Key(UUID packetId, short form) {
            this.packetId = packetId;
            this.form = form;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && packetId.equals(that.packetId) && form == that.form;
        }

        @Override
        public int hashCode() {
            return Objects.hash(packetId, form);
        }
    }

    @Id
    @Column(name = "packet_id")
    private UUID packetId;

    @Id
    private short form;

    @Column(name = "version_id", updatable = false)
    private UUID versionId;

    @Column(updatable = false)
    private String transformation;

    @Column(updatable = false)
    private int number;

    @Column(name = "data_type", updatable = false)
    private String dataType;

    @Enumerated(EnumType.STRING)
    private State state;

    private short attempts;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "total_bytes")
    private Long totalBytes;

    private String places;

    @Column(name = "wanted_at", updatable = false)
    private Instant wantedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String node;

    protected PacketForm() {}

    /**
     * A form that is wanted.
     *
     * @param form from 1
     * @param number of the version
     * @param dataType that the form is of
     */
    public PacketForm(
            UUID packetId, int form, UUID versionId, String transformation, int number, String dataType, Instant now) {
        this.packetId = packetId;
        this.form = (short) form;
        this.versionId = versionId;
        this.transformation = transformation;
        this.number = number;
        this.dataType = dataType;
        this.state = State.WANTED;
        this.wantedAt = now;
    }

    public UUID packetId() {
        return packetId;
    }

    /** From 1; 0 is what was sent. */
    public int form() {
        return form;
    }

    public UUID versionId() {
        return versionId;
    }

    /** Code of the transformation. */
    public String transformation() {
        return transformation;
    }

    /** Number of the version that makes it. */
    public int number() {
        return number;
    }

    /** The type of data that it is of. */
    public String dataType() {
        return dataType;
    }

    public State state() {
        return state;
    }

    /** How often it was begun. */
    public int attempts() {
        return attempts;
    }

    /** A node begins to make it; false while another does. */
    public boolean claim(String byNode, Instant now, Instant until) {
        if (state != State.WANTED || claimedUntil != null && claimedUntil.isAfter(now)) {
            return false;
        }
        attempts++;
        claimedUntil = until;
        node = byNode;
        return true;
    }

    /** It could not be begun for want of room; as if nobody had. */
    public void release(Instant again) {
        attempts--;
        claimedUntil = again;
    }

    /** It is there. */
    public void made(long bytes, Instant now) {
        state = State.MADE;
        totalBytes = bytes;
        end(now);
    }

    /** @param reasons places and reasons, never anything of the content; 1–4000 characters */
    public void failed(String reasons, Instant now) {
        state = State.FAILED;
        places = reasons;
        end(now);
    }

    private void end(Instant now) {
        claimedUntil = null;
        endedAt = now;
    }

    /** Bytes of all files of this form together; only once it was made. */
    public long totalBytes() {
        return totalBytes;
    }

    /** Why it could not be made, a line for each place; null unless it could not. */
    public String places() {
        return places;
    }

    public Instant wantedAt() {
        return wantedAt;
    }

    /** When it was made, or had failed; null before. */
    public Instant endedAt() {
        return endedAt;
    }
}
