package vn.lgsp.portal.journey;

import java.util.Arrays;
import java.util.Optional;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.portal.packets.Stage.Tone;

/** The steps a journey shows, in the order of Điều 8 and 9; those that only repeat another one's news are left to the technical view. */
enum Milestone {
    REQUESTED(Subject.PACKET, "REQUESTED", "8.2"),
    GRANTED(Subject.PACKET, "GRANTED", "8.2"),
    UPLOADING(Subject.PACKET, "UPLOADING", "8.3"),
    RECEIVED(Subject.PACKET, "RECEIVED", "8.4"),
    PLANNED(Subject.PACKET, "PLANNED", "8.4"),
    NOTIFIED(Subject.DELIVERY, "NOTIFIED", "8.4"),
    ACCEPTED(Subject.DELIVERY, "ACCEPTED", "9.2"),
    FETCHING(Subject.DELIVERY, "FETCHING", "9.3"),
    CONFIRMED(Subject.DELIVERY, "CONFIRMED", "9.3"),
    DELIVERED(Subject.PACKET, "DELIVERED", "8.5"),
    SHREDDED(Subject.CONTENT, "SHREDDED", "5.3"),
    ERASED(Subject.CONTENT, "ERASED", "5.3"),

    CONTENT_REFUSED(Subject.PACKET, "CONTENT_REFUSED", Tone.ATTENTION),
    CONVERTED(Subject.DELIVERY, "CONVERTED", Tone.RUNNING),
    ANNOUNCED(Subject.DELIVERY, "ANNOUNCED", Tone.RUNNING),
    READDRESSED(Subject.DELIVERY, "READDRESSED", Tone.RUNNING),
    REFUSED(Subject.DELIVERY, "REFUSED", Tone.ERROR),
    DELIVERY_EXPIRED(Subject.DELIVERY, "EXPIRED", Tone.ATTENTION),
    DELIVERY_CANCELLED(Subject.DELIVERY, "CANCELLED", Tone.STOPPED),
    DELIVERY_FAILED(Subject.DELIVERY, "FAILED", Tone.ERROR),
    UNDELIVERED(Subject.PACKET, "UNDELIVERED", Tone.ERROR),
    CANCELLED(Subject.PACKET, "CANCELLED", Tone.STOPPED),
    EXPIRED(Subject.PACKET, "EXPIRED", Tone.ATTENTION),
    QUARANTINED(Subject.PACKET, "QUARANTINED", Tone.ERROR);

    private final Subject subject;
    private final String state;
    private final String clause;
    private final Tone tone;

    /** A step of a journey that goes well. */
    Milestone(Subject subject, String state, String clause) {
        this.subject = subject;
        this.state = state;
        this.clause = clause;
        this.tone = Tone.DONE;
    }

    /** A step off the way. */
    Milestone(Subject subject, String state, Tone tone) {
        this.subject = subject;
        this.state = state;
        this.clause = null;
        this.tone = tone;
    }

    /** The clause under which it is expected; null off the way. */
    String clause() {
        return clause;
    }

    Tone tone() {
        return tone;
    }

    /** Whether it belongs to a journey that goes well. */
    boolean expected() {
        return clause != null;
    }

    /** Whether the journey ends here without having gone well. */
    boolean astray() {
        return !expected() && tone != Tone.RUNNING && this != CONTENT_REFUSED;
    }

    /** Finds the milestone of a step; empty for one that is not shown. */
    static Optional<Milestone> of(Subject subject, String state) {
        return Arrays.stream(values())
                .filter(milestone -> milestone.subject == subject && milestone.state.equals(state))
                .findFirst();
    }
}
