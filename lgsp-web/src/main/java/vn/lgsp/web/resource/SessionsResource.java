package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.authentication.boundary.OpenedSession;
import vn.lgsp.authentication.boundary.Sessions;
import vn.lgsp.model.Caller;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.routing.boundary.Receiving;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.Outputs;

/** Connecting (Điều 8.1, 9.1). */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    private static final int PENDING = 50;

    @Inject
    private RequestContext context;

    @EJB
    private Sessions sessions;

    @EJB
    private Sending sending;

    @EJB
    private Receiving receiving;

    @EJB
    private Notification notification;

    @POST
    public Response open() {
        Caller caller = context.caller();
        OpenedSession session = sessions.open(caller, context.waivers(), context.confidential());
        // Read before the inbox: what comes in between is listed and told again, never missed.
        long newest = notification.newest(caller.applicationId());
        var pending = new Outputs.Pending(
                receiving.waiting(caller, PENDING).stream()
                        .map(Outputs.Waiting::of)
                        .toList(),
                sending.pending(caller).stream().map(Outputs.Packet::of).toList());
        var answer = new Outputs.Session(
                session.id(),
                caller.applicationCode(),
                caller.agencyCode(),
                session.openedAt(),
                Instant.now(),
                session.heartbeatSeconds(),
                session.token(),
                session.tokenExpiresAt(),
                Long.toString(newest),
                pending);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/sessions/" + session.id())
                .entity(answer)
                .build();
    }

    @POST
    @Path("{id}/heartbeat")
    public void heartbeat(@PathParam("id") UUID id) {
        sessions.heartbeat(context.caller(), id);
    }

    @DELETE
    @Path("{id}")
    public void close(@PathParam("id") UUID id) {
        sessions.close(context.caller(), id);
    }
}
