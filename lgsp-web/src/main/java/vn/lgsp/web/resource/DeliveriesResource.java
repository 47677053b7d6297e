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
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.authentication.boundary.Authentication;
import vn.lgsp.model.Caller;
import vn.lgsp.notification.boundary.Subscriptions;
import vn.lgsp.notification.boundary.Watch;
import vn.lgsp.routing.boundary.Bulk;
import vn.lgsp.routing.boundary.InboxItem;
import vn.lgsp.routing.boundary.Receiving;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.Undelivered;

/** Receiving (Điều 9). */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveriesResource {
    private static final int MOST = 200;
    private static final int LONGEST_WAIT = 60;
    private static final String ID = "deliveries/{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @EJB
    private Receiving receiving;

    @EJB
    private Bulk bulk;

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private Authentication authentication;

    @GET
    @Path("inbox")
    public void inbox(
            @QueryParam("max") String max,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("wait") @DefaultValue("0") String wait,
            @QueryParam("inline") @DefaultValue("0") String inline,
            @Suspended AsyncResponse answer) {
        Caller caller = context.caller();
        int most = max == null ? Required.number("limit", limit, 1, MOST) : Required.number("max", max, 1, MOST);
        int seconds = Required.number("wait", wait, 0, LONGEST_WAIT);
        int bytes = Required.number("inline", inline, 0, bulk.maxBytes());
        List<InboxItem> items = receiving.inbox(caller, most, bytes);
        InboxWait waiting = new InboxWait(
                answer, () -> receiving.inbox(caller, most, bytes), () -> authentication.stillStands(caller));
        Optional<Watch> watch =
                items.isEmpty() && seconds > 0 ? subscriptions.watch(caller, waiting::look) : Optional.empty();
        if (watch.isPresent()) {
            waiting.begin(watch.get(), seconds);
        } else {
            answer.resume(page(items));
        }
    }

    static Outputs.Page<Outputs.Waiting> page(List<InboxItem> items) {
        return new Outputs.Page<>(items.stream().map(Outputs.Waiting::of).toList());
    }

    @GET
    @Path(ID)
    public Outputs.Delivery delivery(@PathParam("id") UUID id) {
        return Outputs.Delivery.of(receiving.delivery(context.caller(), id));
    }

    @POST
    @Path(ID + ":accept")
    @Consumes(MediaType.WILDCARD)
    public Outputs.Delivery accept(@PathParam("id") UUID id) {
        return Outputs.Delivery.of(receiving.accept(context.caller(), id));
    }

    @POST
    @Path(ID + ":confirm")
    public Outputs.ReceiptOut confirm(@PathParam("id") UUID id, Inputs.Digests digests) {
        return Outputs.ReceiptOut.of(
                receiving.confirm(context.caller(), id, Required.body(digests).toDigests()));
    }

    @POST
    @Path(ID + ":request-resend")
    public Undelivered.Resend requestResend(@PathParam("id") UUID id, Inputs.Reason reason) {
        return Undelivered.Resend.of(receiving.requestResend(
                context.caller(), id, Required.body(reason).text()));
    }

    @POST
    @Path(ID + ":refuse")
    public Outputs.Delivery refuse(@PathParam("id") UUID id, Inputs.Reason reason) {
        return Outputs.Delivery.of(
                receiving.refuse(context.caller(), id, Required.body(reason).text()));
    }
}
