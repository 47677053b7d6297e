package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.UUID;

/** What a service asks of whoever shows a ticket, and how its questions are answered (chính sách truy xuất, Điều 10.4, 10.5). */
@Entity
@Table(name = "ticket_policy")
public class TicketPolicy {

    /** With what the answers are signed. */
    public enum AnswerSignature {
        /** By a key of the platform, RS256; anybody can verify it with the published half. */
        PLATFORM,
        /** By the secret of the destination, HS256, for software that has nothing but HMAC. */
        SECRET
    }

    @Id
    @Column(name = "service_id")
    private UUID serviceId;

    @Column(name = "request_proof")
    private boolean requestProof;

    @Enumerated(EnumType.STRING)
    @Column(name = "answer_signature")
    private AnswerSignature answerSignature;

    @Column(name = "lifetime_seconds")
    private Integer lifetimeSeconds;

    @Column(name = "use_limit")
    private Integer useLimit;

    @Version
    private int version;

    @Transient
    private boolean stored;

    protected TicketPolicy() {}

    /** What holds where nothing was said: the source's signature is checked, the platform signs, the usual life, any number of uses. */
    public TicketPolicy(UUID serviceId) {
        this.serviceId = serviceId;
        this.requestProof = true;
        this.answerSignature = AnswerSignature.PLATFORM;
    }

    public UUID serviceId() {
        return serviceId;
    }

    /** Whether the signature of the source's request is checked; without it the ticket alone opens (RFC 6750). */
    public boolean requestProof() {
        return requestProof;
    }

    public AnswerSignature answerSignature() {
        return answerSignature;
    }

    /** How long tickets count, 30–3,600 s; null for as long as the platform's setting says. */
    public Integer lifetimeSeconds() {
        return lifetimeSeconds;
    }

    /** How often a ticket may be used, 1–1,000,000; null for any number. */
    public Integer useLimit() {
        return useLimit;
    }

    /** Counts the changes; 0 where nothing was said yet. */
    public int version() {
        return stored ? version + 1 : 0;
    }

    @PostLoad
    @PostPersist
    void noteStored() {
        stored = true;
    }

    /** Changes all of it; the last two may be null. */
    public void change(boolean newProof, AnswerSignature newSignature, Integer newLifetime, Integer newUseLimit) {
        requestProof = newProof;
        answerSignature = newSignature;
        lifetimeSeconds = newLifetime;
        useLimit = newUseLimit;
    }
}
