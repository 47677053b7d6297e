package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.Authentication;
import vn.lgsp.model.Caller;
import vn.lgsp.notification.boundary.Notice;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.notification.boundary.Subscriber;
import vn.lgsp.notification.boundary.Subscriptions;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.CloudEvents;
import vn.lgsp.web.view.Inputs;

/** Events as a stream (Điều 4.5); resumed by {@code Last-Event-ID} without a gap. */
@Path("events")
public class EventsResource {
    @Inject
    private RequestContext context;

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private Notification notification;

    @EJB
    private Authentication authentication;

    @Inject
    @ConfigProperty(name = "lgsp.public.url", defaultValue = "http://127.0.0.1:8080")
    private String platform;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(@HeaderParam("Last-Event-ID") String lastEventId, @Context SseEventSink sink, @Context Sse sse) {
        Caller caller = context.caller();
        UUID application = caller.applicationId();
        long after = lastEventId == null ? notification.newest(application) : number(lastEventId);
        subscriptions.subscribe(caller, after, new Stream(caller, sink, sse));
    }

    private static long number(String lastEventId) {
        if (!lastEventId.matches("\\d{1,18}")) {
            throw Inputs.invalid("Last-Event-ID", "form");
        }
        return Long.parseLong(lastEventId);
    }

    private final class Stream implements Subscriber {
        private final Caller caller;
        private final SseEventSink sink;
        private final Sse sse;

        Stream(Caller caller, SseEventSink sink, Sse sse) {
            this.caller = caller;
            this.sink = sink;
            this.sse = sse;
        }

        @Override
        public CompletionStage<?> deliver(Notice notice) {
            OutboundSseEvent event = sse.newEventBuilder()
                    .id(Long.toString(notice.seq()))
                    .name(notice.type())
                    .data(CloudEvents.json(notice, platform))
                    .build();
            return sink.send(event);
        }

        @Override
        public CompletionStage<?> beat() {
            return sink.send(sse.newEventBuilder().comment("lgsp").build());
        }

        @Override
        public boolean closed() {
            // A key that was revoked since then reads nothing more.
            return sink.isClosed() || !authentication.stillStands(caller);
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
