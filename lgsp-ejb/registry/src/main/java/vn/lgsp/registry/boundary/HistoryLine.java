package vn.lgsp.registry.boundary;

import java.time.Instant;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ApplicationEvent;

/** Something that was done to an application; states and reason may be null. */
public record HistoryLine(
        Instant at,
        String actor,
        ApplicationEvent.Act act,
        Application.State from,
        Application.State to,
        String reason) {

    static HistoryLine of(ApplicationEvent event) {
        return new HistoryLine(
                event.at(), event.actorName(), event.act(), event.fromState(), event.toState(), event.reason());
    }
}
