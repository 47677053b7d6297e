package vn.lgsp.authentication.boundary;

import java.time.Instant;
import vn.lgsp.model.authentication.AccessKeyEvent;

/** Something that was done to a key; the reason may be null. */
public record KeyHistoryLine(Instant at, String actor, AccessKeyEvent.Act act, String reason) {

    static KeyHistoryLine of(AccessKeyEvent event) {
        return new KeyHistoryLine(event.at(), event.actorName(), event.act(), event.reason());
    }
}
