package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lgsp.routing.boundary.Policies;
import vn.lgsp.routing.boundary.PolicyView;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.PolicyViews;

/** Policies of exchange (Điều 8.3, 5.4). */
@Path("policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PoliciesResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @EJB
    private Policies policies;

    /** All of them for people; for applications those that they may choose. */
    @GET
    @StaffToo
    public Outputs.Page<PolicyViews.Policy> list() {
        return new Outputs.Page<>(
                context.signer().isEmpty()
                        ? policies.list(context.staff()).stream()
                                .map(PolicyViews.Policy::of)
                                .toList()
                        : policies.published(context.caller()).stream()
                                .map(PolicyViews.Policy::ofPublished)
                                .toList());
    }

    @POST
    @StaffOnly
    public Response draft(@HeaderParam("Idempotency-Key") String key, PolicyViews.Input body) {
        return idempotency.once(key, () -> {
            PolicyView made =
                    policies.draft(context.staff(), Required.body(body).read());
            return Versions.created("policies/" + made.id(), PolicyViews.Policy.of(made), made.version());
        });
    }

    @GET
    @Path(ID)
    @StaffOnly
    public Response find(@PathParam("id") UUID id) {
        return answer(() -> policies.find(context.staff(), id));
    }

    @PUT
    @Path(ID)
    @StaffOnly
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, PolicyViews.Input body) {
        PolicyViews.Input wanted = Required.body(body);
        return answer(() -> policies.change(context.staff(), id, Versions.required(ifMatch), wanted.read()));
    }

    @POST
    @Path(ID + ":publish")
    @StaffOnly
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return answer(() -> policies.publish(context.staff(), id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ID + ":retire")
    @StaffOnly
    public Response retire(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return answer(() -> policies.retire(context.staff(), id, Versions.required(ifMatch)));
    }

    @PUT
    @Path("of/{dataType}")
    @StaffOnly
    public void assign(@PathParam("dataType") String dataType, PolicyViews.Assignment body) {
        policies.assign(context.staff(), dataType, Required.body(body).policy());
    }

    private static Response answer(Supplier<PolicyView> act) {
        PolicyView policy = Versions.edit(act);
        return Versions.tagged(PolicyViews.Policy.of(policy), policy.version());
    }
}
