package vn.lgsp.model.packet;

import java.time.Instant;
import java.util.UUID;

/**
 * Something with a lifecycle whose every step is witnessed by a row of the history.
 *
 * @param <S> its states
 */
public interface Stateful<S extends Enum<S> & Lifecycle<S>> {

    /** Its own id. */
    UUID id();

    /** The packet it belongs to, or is. */
    UUID packetId();

    S state();

    /** How many steps have been taken; 0 at the beginning. */
    short stateSeq();

    /**
     * Takes a step of the table. Only the journal of the routing service calls this, because a step without its history row cannot be
     * committed.
     *
     * @throws IllegalStateException if the step is not in the table
     */
    void become(S next, Instant now);

    /** Refuses a step that is not in the table. */
    static <S extends Enum<S> & Lifecycle<S>> void requireTransition(S from, S to) {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("no transition from " + from + " to " + to);
        }
    }
}
