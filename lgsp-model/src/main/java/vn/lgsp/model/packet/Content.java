package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What is kept of a packet's content: its key, wrapped, as long as anybody may still read it. */
@Entity
@Table(name = "content")
public class Content implements Stateful<ContentState> {
    @Id
    @Column(name = "packet_id")
    private UUID packetId;

    @Enumerated(EnumType.STRING)
    private ContentState state;

    @Column(name = "state_seq")
    private short stateSeq;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    @Column(name = "master_key_id")
    private String masterKeyId;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Content() {}

    public Content(UUID packetId, byte[] wrappedKey, String masterKeyId, Instant now) {
        this.packetId = packetId;
        this.state = ContentState.EMPTY;
        this.wrappedKey = wrappedKey.clone();
        this.masterKeyId = masterKeyId;
        this.updatedAt = now;
    }

    @Override
    public UUID id() {
        return packetId;
    }

    @Override
    public UUID packetId() {
        return packetId;
    }

    @Override
    public ContentState state() {
        return state;
    }

    @Override
    public short stateSeq() {
        return stateSeq;
    }

    /** Takes a step; the arrival in {@link ContentState#SHREDDED} destroys the key. */
    @Override
    public void become(ContentState next, Instant now) {
        Stateful.requireTransition(state, next);
        state = next;
        stateSeq++;
        updatedAt = now;
        if (next == ContentState.SHREDDED) {
            wrappedKey = null;
        }
    }

    /** The content key, wrapped under the master key; null once destroyed. */
    public byte[] wrappedKey() {
        return wrappedKey == null ? null : wrappedKey.clone();
    }

    /** When the last step was taken. */
    public Instant updatedAt() {
        return updatedAt;
    }
}
