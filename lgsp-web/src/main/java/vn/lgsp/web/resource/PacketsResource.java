package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.Journeys;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.Undelivered;

/** Sending (Điều 8). */
@Path("packets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PacketsResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @EJB
    private Sending sending;

    @EJB
    private Journeys journeys;

    @POST
    public Response request(@HeaderParam("Idempotency-Key") String idempotencyKey, Inputs.NewPacket packet) {
        PacketView granted = sending.request(
                context.caller(), Required.body(packet).toRequest(Idempotency.unquoted(idempotencyKey)));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/packets/" + granted.id())
                .entity(Outputs.Packet.of(granted))
                .build();
    }

    @GET
    public Response list(
            @QueryParam("direction") @DefaultValue("sent") String direction,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, 200);
        PacketFilter.Direction way = Arrays.stream(PacketFilter.Direction.values())
                .filter(value -> value.name().equalsIgnoreCase(direction))
                .findFirst()
                .orElseThrow(() -> Inputs.invalid("direction", "choice", "sent, received"));
        PacketState wanted = state == null
                ? null
                : Arrays.stream(PacketState.values())
                        .filter(value -> value.code().equals(state))
                        .findFirst()
                        .orElseThrow(() -> Inputs.invalid("state", "form"));
        List<PacketView> found = sending.list(
                context.caller(), way, wanted, after == null ? null : Required.id("after", after), rows + 1);
        List<PacketView> page = found.subList(0, Math.min(rows, found.size()));
        Response.ResponseBuilder answer = Response.ok(
                new Outputs.Page<>(page.stream().map(Outputs.Packet::of).toList()));
        if (found.size() > rows) {
            String next = "/api/v1/packets?direction=" + way.name().toLowerCase(java.util.Locale.ROOT)
                    + (wanted == null ? "" : "&state=" + wanted.code()) + "&limit=" + rows + "&after="
                    + page.get(page.size() - 1).id();
            answer.header("Link", Link.fromUri(next).rel("next").build());
        }
        return answer.build();
    }

    @GET
    @Path(ID)
    public Outputs.Packet packet(@PathParam("id") UUID id) {
        return Outputs.Packet.of(sending.packet(context.caller(), id));
    }

    @POST
    @Path(ID + ":complete")
    public Outputs.Packet complete(@PathParam("id") UUID id, Inputs.Digests digests) {
        return Outputs.Packet.of(
                sending.complete(context.caller(), id, Required.body(digests).toDigests()));
    }

    @POST
    @Path(ID + ":cancel")
    public Outputs.Packet cancel(@PathParam("id") UUID id, Inputs.Reason reason) {
        return Outputs.Packet.of(
                sending.cancel(context.caller(), id, Required.body(reason).text()));
    }

    @POST
    @Path(ID + ":recall")
    public Undelivered.RecallOut recall(@PathParam("id") UUID id, Inputs.Reason reason) {
        return Undelivered.RecallOut.of(
                sending.recall(context.caller(), id, Required.body(reason).text()));
    }

    @GET
    @Path(ID + "/journey")
    public Outputs.Journey journey(@PathParam("id") UUID id) {
        var steps = journeys.steps(context.caller(), id);
        return Outputs.Journey.of(id, sending.packet(context.caller(), id).state(), steps);
    }

    @GET
    @Path(ID + "/deliveries")
    public Outputs.Page<Outputs.DeliveryOfPacket> deliveries(@PathParam("id") UUID id) {
        return new Outputs.Page<>(sending.deliveries(context.caller(), id).stream()
                .map(Outputs.DeliveryOfPacket::of)
                .toList());
    }

    @GET
    @Path(ID + "/receipt")
    public Outputs.ReceiptOut receipt(@PathParam("id") UUID id, @QueryParam("delivery") String delivery) {
        return Outputs.ReceiptOut.of(
                sending.receipt(context.caller(), id, delivery == null ? null : Required.id("delivery", delivery)));
    }

    @GET
    @Path(ID + "/erasure")
    public Outputs.Erasure erasure(@PathParam("id") UUID id) {
        return Outputs.Erasure.of(sending.erasure(context.caller(), id));
    }
}
