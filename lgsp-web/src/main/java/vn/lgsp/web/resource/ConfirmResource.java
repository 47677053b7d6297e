package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.lgsp.routing.boundary.Bulk;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.BulkInputs;
import vn.lgsp.web.view.BulkOutputs;
import vn.lgsp.web.view.Outputs;

/** Confirming many deliveries in one request (Điều 9.3). */
@Path("deliveries:confirm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfirmResource {
    @Inject
    private RequestContext context;

    @Inject
    private Items items;

    @EJB
    private Bulk bulk;

    @POST
    public BulkOutputs.Results<BulkOutputs.Confirmed> confirm(BulkInputs.Confirm confirm) {
        List<BulkInputs.ConfirmItem> wanted = Required.body(confirm).many(bulk.maxItems());
        return new BulkOutputs.Results<>(items
                .each(
                        wanted.size(),
                        i -> Items.present(wanted.get(i)).toConfirmation(),
                        confirmations -> bulk.confirm(context.caller(), confirmations))
                .stream()
                .map(outcome -> outcome.refusal() == null
                        ? new BulkOutputs.Confirmed(200, Outputs.ReceiptOut.of(outcome.done()), null)
                        : new BulkOutputs.Confirmed(
                                outcome.refusal().code().status(), null, items.problem(outcome.refusal())))
                .toList());
    }
}
