package vn.lgsp.client;

import java.time.Duration;
import vn.lgsp.client.model.Event;

/** Is told what happens on an {@link EventStream}. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Something happened. When this method throws, the event comes again after a pause: an event is done with only when it was
     * handled. The same event may come twice; ids are unique.
     */
    void event(Event event);

    /** The stream is connected, for the first time or again; what happened meanwhile follows. */
    default void connected() {}

    /** The connection is lost and will be taken up again after that time. */
    default void disconnected(LgspException cause, Duration pause) {}

    /**
     * The stream has ended.
     *
     * @param cause why the platform does not want it any more; null when it was closed by its owner, or by the platform in peace
     */
    default void ended(LgspException cause) {}
}
