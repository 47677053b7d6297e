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
import org.hibernate.annotations.Immutable;

/** One step of a lifecycle, witnessed: what became what, when, by whom. Never changed, never deleted. */
@Entity
@Immutable
@IdClass(HistoryEntry.Key.class)
@Table(name = "packet_history")
public class HistoryEntry {

    /** Whose step it was. */
    public enum Subject {
        PACKET,
        DELIVERY,
        CONTENT
    }

    /** The n-th step of one subject. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private UUID packetId;
        private Subject subject;
        private UUID subjectId;
        private short seq;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && packetId.equals(that.packetId)
                    && subject == that.subject
                    && subjectId.equals(that.subjectId)
                    && seq == that.seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(packetId, subject, subjectId, seq);
        }
    }

    @Id
    @Column(name = "packet_id")
    private UUID packetId;

    @Id
    @Enumerated(EnumType.STRING)
    private Subject subject;

    @Id
    @Column(name = "subject_id")
    private UUID subjectId;

    @Id
    private short seq;

    @Column(name = "from_state")
    private String fromState;

    @Column(name = "to_state")
    private String toState;

    private Instant at;

    private String actor;

    @Column(name = "remote_address")
    private String remoteAddress;

    private String node;

    @Column(name = "request_id")
    private UUID requestId;

    private String detail;

    protected HistoryEntry() {}

    /**
     * Witnesses the step that a subject has just taken.
     *
     * @param from the state before; null at the beginning
     * @param detail anything worth knowing, no personal data; may be null
     */
    public HistoryEntry(
            Subject subject,
            Stateful<?> stateful,
            Lifecycle<?> from,
            Actor actor,
            String node,
            String detail,
            Instant at) {
        this.packetId = stateful.packetId();
        this.subject = subject;
        this.subjectId = stateful.id();
        this.seq = stateful.stateSeq();
        this.fromState = from == null ? null : from.name();
        this.toState = stateful.state().name();
        this.at = at;
        this.actor = actor.label();
        this.remoteAddress = actor.remoteAddress();
        this.requestId = actor.requestId();
        this.node = node;
        this.detail = detail;
    }

    public UUID packetId() {
        return packetId;
    }

    public Subject subject() {
        return subject;
    }

    public UUID subjectId() {
        return subjectId;
    }

    /** Which step of the subject it was, from 0. */
    public short seq() {
        return seq;
    }

    /** The name of the state before; null at the beginning. */
    public String fromState() {
        return fromState;
    }

    /** The name of the state reached. */
    public String toState() {
        return toState;
    }

    public Instant at() {
        return at;
    }

    /** Who did it: an application with the end of its key, or the platform. */
    public String actor() {
        return actor;
    }

    /** Where the request came from; null when the platform acted. */
    public String remoteAddress() {
        return remoteAddress;
    }

    public String node() {
        return node;
    }

    /** The request that the step was taken in; null when the platform acted. */
    public UUID requestId() {
        return requestId;
    }

    /** May be null. */
    public String detail() {
        return detail;
    }
}
