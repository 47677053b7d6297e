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
import vn.lgsp.model.Ids;

/** A packet on its way to one destination. */
@Entity
@Table(name = "delivery")
public class Delivery implements Stateful<DeliveryState> {
    @Id
    private UUID id;

    @Column(name = "packet_id", updatable = false)
    private UUID packetId;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Column(name = "state_seq")
    private short stateSeq;

    @Column(name = "source_agency_id", updatable = false)
    private UUID sourceAgencyId;

    @Column(name = "destination_agency_id", updatable = false)
    private UUID destinationAgencyId;

    @Column(name = "destination_application_id")
    private UUID destinationApplicationId;

    @Enumerated(EnumType.ORDINAL)
    @Column(updatable = false)
    private Importance importance;

    @Column(name = "not_before")
    private Instant notBefore;

    private Instant deadline;

    private short attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "report_at")
    private Instant reportAt;

    @Column(name = "replaces_id", updatable = false)
    private UUID replacesId;

    private short form;

    private String reason;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Delivery() {}

    public Delivery(Packet packet, UUID destinationAgencyId, UUID destinationApplicationId, Instant now) {
        this.id = Ids.next();
        this.packetId = packet.id();
        this.state = DeliveryState.WAITING;
        this.sourceAgencyId = packet.sourceAgencyId();
        this.destinationAgencyId = destinationAgencyId;
        this.destinationApplicationId = destinationApplicationId;
        this.importance = packet.importance();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A delivery in the place of one of the same packet that was not made, to the same agency or to another. */
    public static Delivery inPlaceOf(
            Delivery before, Packet packet, UUID destinationAgencyId, UUID destinationApplicationId, Instant now) {
        Delivery delivery = new Delivery(packet, destinationAgencyId, destinationApplicationId, now);
        delivery.replacesId = before.id();
        return delivery;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public UUID packetId() {
        return packetId;
    }

    @Override
    public DeliveryState state() {
        return state;
    }

    @Override
    public short stateSeq() {
        return stateSeq;
    }

    @Override
    public void become(DeliveryState next, Instant now) {
        Stateful.requireTransition(state, next);
        state = next;
        stateSeq++;
        updatedAt = now;
        if (next == DeliveryState.CONFIRMED) {
            confirmedAt = now;
        }
    }

    /** The agency of the application that sends, as in the packet: what is due is taken in turn over the sources. */
    public UUID sourceAgencyId() {
        return sourceAgencyId;
    }

    /** The agency that the source addressed; it stays so for the record when the agency ends. */
    public UUID destinationAgencyId() {
        return destinationAgencyId;
    }

    /** The application that takes it; of another agency than the one addressed where an heir took over (Điều 7.2). */
    public UUID destinationApplicationId() {
        return destinationApplicationId;
    }

    /** Gives it to another application in the place of one that has ended. */
    public void readdress(UUID applicationId) {
        destinationApplicationId = applicationId;
    }

    public Importance importance() {
        return importance;
    }

    /** Not to be announced earlier; null when at once. */
    public Instant notBefore() {
        return notBefore;
    }

    /** To be confirmed by then; null when there is no limit. */
    public Instant deadline() {
        return deadline;
    }

    /** Takes over the times of the plan; both may be null. */
    public void plan(Instant newNotBefore, Instant newDeadline) {
        notBefore = newNotBefore;
        deadline = newDeadline;
    }

    /** How often it was announced; 0 before the first time. */
    public int attempts() {
        return attempts;
    }

    /** When it is announced again unless it was taken; null when it is not. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /**
     * Notes that it was announced once more.
     *
     * @param next when to do so again; null for never
     */
    public void announced(Instant next) {
        attempts++;
        nextAttemptAt = next;
    }

    /** Nothing more is announced. */
    public void noMoreAttempts() {
        nextAttemptAt = null;
    }

    /** When the source is told that the destination has not taken it (Điều 5.9); null for never. */
    public Instant reportAt() {
        return reportAt;
    }

    public void reportAt(Instant time) {
        reportAt = time;
    }

    /** The delivery in whose place this one came; null without one. */
    public UUID replacesId() {
        return replacesId;
    }

    /** The form that the destination takes (Điều 8.4): 0 for what was sent, else the number of a {@link PacketForm}. */
    public int form() {
        return form;
    }

    /** Gives it a form, which has to be made before the delivery goes on. */
    public void form(int newForm) {
        form = (short) newForm;
    }

    /** Why the destination refused or the delivery failed; null otherwise. */
    public String reason() {
        return reason;
    }

    public void reason(String text) {
        reason = text;
    }

    /** When the destination confirmed; null before. */
    public Instant confirmedAt() {
        return confirmedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
