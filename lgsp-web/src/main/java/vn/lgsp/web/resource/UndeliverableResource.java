package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.routing.boundary.ResendView;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.routing.boundary.UndeliverableView;
import vn.lgsp.routing.boundary.Undeliverables;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Undelivered;

/** What could not be delivered, the source decides (Điều 5.9); and what destinations ask to be sent again (Điều 5.3). */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UndeliverableResource {
    private static final String ENTRIES = "undeliverable";
    private static final String ID = ENTRIES + "/{id: [0-9a-fA-F-]{36}}";
    private static final String ANY = "all";

    @Inject
    private RequestContext context;

    @EJB
    private Undeliverables undeliverables;

    @EJB
    private Sending sending;

    @GET
    @Path("resend-requests")
    public Response resendRequests(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        if (!List.of("open", "answered", ANY).contains(state)) {
            throw Inputs.invalid("state", "choice", "open, answered, all");
        }
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        List<ResendView> found = sending.resendRequests(
                context.caller(),
                state.equals(ANY) ? null : state.equals("answered"),
                after == null ? null : Required.id("after", after),
                rows + 1);
        return Pages.of(uri, found, rows, ResendView::deliveryId, Undelivered.Resend::of);
    }

    @GET
    @Path(ENTRIES)
    public Response list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        List<UndeliverableView> found = undeliverables.list(
                context.caller(), stand(state), after == null ? null : Required.id("after", after), rows + 1);
        return Pages.of(uri, found, rows, UndeliverableView::deliveryId, Undelivered.Entry::of);
    }

    private static UndeliverableView.Stand stand(String state) {
        return state.equals(ANY)
                ? null
                : Arrays.stream(UndeliverableView.Stand.values())
                        .filter(value -> value.name().equalsIgnoreCase(state))
                        .findFirst()
                        .orElseThrow(() -> Inputs.invalid("state", "choice", "open, waiting, closed, all"));
    }

    @GET
    @Path(ID)
    public Undelivered.Entry entry(@PathParam("id") UUID id) {
        return Undelivered.Entry.of(undeliverables.entry(context.caller(), id));
    }

    @POST
    @Path(ID + ":wait")
    public Undelivered.Entry await(@PathParam("id") UUID id, Undelivered.Wait wait) {
        return Undelivered.Entry.of(
                undeliverables.await(context.caller(), id, Required.body(wait).time()));
    }

    @POST
    @Path(ID + ":redirect")
    public Undelivered.Entry redirect(@PathParam("id") UUID id, Undelivered.Redirection to) {
        return Undelivered.Entry.of(
                undeliverables.redirect(context.caller(), id, Required.body(to).agency()));
    }

    @POST
    @Path(ID + ":cancel")
    public Undelivered.Entry cancel(@PathParam("id") UUID id, Inputs.Reason reason) {
        return Undelivered.Entry.of(undeliverables.cancel(
                context.caller(), id, Required.body(reason).text()));
    }

    @POST
    @Path(ID + ":resend")
    @Consumes(MediaType.WILDCARD)
    public Undelivered.Entry resend(@PathParam("id") UUID id) {
        return Undelivered.Entry.of(undeliverables.resend(context.caller(), id));
    }
}
