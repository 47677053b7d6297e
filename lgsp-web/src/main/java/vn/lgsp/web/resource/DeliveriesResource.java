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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import vn.lgsp.routing.boundary.Receiving;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;

/** Receiving (Điều 9). */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveriesResource {
    private static final String ID = "deliveries/{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @EJB
    private Receiving receiving;

    @GET
    @Path("inbox")
    public Outputs.Page<Outputs.Waiting> inbox(@QueryParam("limit") @DefaultValue("50") String limit) {
        var items = receiving.inbox(context.caller(), Required.number("limit", limit, 1, 200));
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
    @Path(ID + ":refuse")
    public Outputs.Delivery refuse(@PathParam("id") UUID id, Inputs.Reason reason) {
        return Outputs.Delivery.of(
                receiving.refuse(context.caller(), id, Required.body(reason).text()));
    }
}
