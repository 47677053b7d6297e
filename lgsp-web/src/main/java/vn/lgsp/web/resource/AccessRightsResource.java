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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.AccessViews;
import vn.lgsp.web.view.Constants;
import vn.lgsp.web.view.Inputs;

/** Access rights: requested, decided on by somebody else, withdrawn (Điều 7.1a, 10.2). */
@Path("access-rights")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class AccessRightsResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @Inject
    private AgencyNames agencies;

    @EJB
    private AccessRequests requests;

    @GET
    public Response list(
            @Context UriInfo uri,
            @QueryParam("state") String state,
            @QueryParam("agency") String agency,
            @QueryParam("side") String side,
            @QueryParam("application") String application,
            @QueryParam("dataType") String dataType,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        AccessRightFilter filter = new AccessRightFilter(
                Constants.read("state", state, AccessRightState.class),
                agencies.optional("agency", agency),
                Constants.read("side", side, ApplicationFilter.Side.class),
                application == null ? null : Required.id("application", application),
                AgencyNames.text("dataType", dataType),
                after == null ? null : Required.id("after", after),
                rows + 1);
        return Pages.of(uri, requests.list(context.staff(), filter), rows, AccessRightView::id, AccessViews.Item::of);
    }

    @POST
    public Response request(@HeaderParam("Idempotency-Key") String key, AccessViews.New body) {
        return idempotency.once(key, () -> request(body));
    }

    private Response request(AccessViews.New body) {
        AccessRightView made =
                requests.request(context.staff(), Required.body(body).input());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/access-rights/" + made.id())
                .header("ETag", Versions.tag(made.version()))
                .entity(AccessViews.Item.of(made))
                .build();
    }

    @GET
    @Path(ID)
    public Response find(@PathParam("id") UUID id) {
        return answer(requests.find(context.staff(), id));
    }

    @POST
    @Path(ID + ":approve")
    public Response approve(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, AccessViews.Decision body) {
        String reason = body == null ? null : body.reason();
        return answer(Versions.edit(() -> requests.approve(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    @POST
    @Path(ID + ":refuse")
    public Response refuse(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(Versions.edit(() -> requests.refuse(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    @POST
    @Path(ID + ":withdraw")
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(Versions.edit(() -> requests.withdraw(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    private static Response answer(AccessRightView view) {
        return Versions.tagged(AccessViews.Item.of(view), view.version());
    }
}
