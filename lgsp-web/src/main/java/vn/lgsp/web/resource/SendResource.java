package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.IntFunction;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.routing.boundary.Bulk;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.SmallPacket;
import vn.lgsp.web.filter.Bulky;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.BulkInputs;
import vn.lgsp.web.view.BulkOutputs;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;

/** Sending packets whole, one or many in a request (Điều 8.2–8.4). */
@Path("packets:send")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SendResource {
    @Inject
    private RequestContext context;

    @Inject
    private Items items;

    @EJB
    private Bulk bulk;

    @POST
    @Bulky
    public Response send(@HeaderParam("Idempotency-Key") String idempotencyKey, BulkInputs.Send send) {
        BulkInputs.Send wanted = Required.body(send);
        String key = Required.unquoted(idempotencyKey);
        return wanted.single() ? one(wanted.one(), key) : many(wanted.many(bulk.maxItems()), key);
    }

    private Response one(BulkInputs.Item item, String key) {
        if (key != null && item.idempotencyKey() != null) {
            throw Inputs.invalid("idempotencyKey", "one-of-two", "idempotencyKey", "Idempotency-Key");
        }
        requireSize(List.of(item));
        PacketView sent = bulk.sendOne(context.caller(), item.toPacket(key));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/packets/" + sent.id())
                .entity(Outputs.Packet.of(sent))
                .build();
    }

    private Response many(List<BulkInputs.Item> wanted, String key) {
        requireSize(wanted);
        IntFunction<SmallPacket> read = i -> Items.present(wanted.get(i)).toPacket(key == null ? null : key + "/" + i);
        List<BulkOutputs.Sent> results =
                items.each(wanted.size(), read, packets -> bulk.send(context.caller(), packets)).stream()
                        .map(outcome -> outcome.refusal() == null
                                ? new BulkOutputs.Sent(201, BulkOutputs.SentItem.of(outcome.done()), null)
                                : new BulkOutputs.Sent(
                                        outcome.refusal().code().status(), null, items.problem(outcome.refusal())))
                        .toList();
        return Response.ok(new BulkOutputs.Results<>(results)).build();
    }

    private void requireSize(List<BulkInputs.Item> wanted) {
        long size = wanted.stream()
                .mapToLong(item -> item == null ? 0 : item.size())
                .sum();
        if (size > bulk.maxBytes()) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, bulk.maxBytes());
        }
    }
}
