package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.routing.boundary.RouteVersionView;
import vn.lgsp.routing.boundary.Routes;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.RouteViews;

/** The rules that find destinations, in versions (Điều 5.7). */
@Path("routes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class RoutesResource {
    private static final String NUMBER = "{number: [0-9]{1,9}}";

    @Inject
    private RequestContext context;

    @EJB
    private Routes routes;

    @GET
    public Response versions(
            @Context UriInfo uri,
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, 50);
        Integer before = after == null ? null : Required.number("after", after, 1, Integer.MAX_VALUE);
        return Pages.of(
                uri,
                routes.versions(context.staff(), before, rows + 1),
                rows,
                RouteVersionView::number,
                RouteViews.Version::of);
    }

    @GET
    @Path("draft")
    public Response draft() {
        return answer(routes.draft(context.staff()).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND)));
    }

    @PUT
    @Path("draft")
    public Response write(@HeaderParam("If-Match") String ifMatch, RouteViews.Draft body) {
        RouteViews.Draft draft = Required.body(body);
        return answer(Versions.edit(
                () -> routes.write(context.staff(), draft.toRules(), draft.note(), Versions.optional(ifMatch))));
    }

    @DELETE
    @Path("draft")
    @Consumes(MediaType.WILDCARD)
    public Response discard(@HeaderParam("If-Match") String ifMatch) {
        Versions.edit(() -> {
            routes.discard(context.staff(), Versions.optional(ifMatch));
            return null;
        });
        return Response.noContent().build();
    }

    @POST
    @Path("draft:publish")
    @Consumes(MediaType.WILDCARD)
    public Response publish(@HeaderParam("If-Match") String ifMatch) {
        return answer(Versions.edit(() -> routes.publish(context.staff(), Versions.optional(ifMatch))));
    }

    @GET
    @Path(NUMBER)
    public Response version(@PathParam("number") int number) {
        return answer(routes.version(context.staff(), number));
    }

    @POST
    @Path(NUMBER + ":restore")
    @Consumes(MediaType.WILDCARD)
    public Response restore(@PathParam("number") int number) {
        return answer(routes.restore(context.staff(), number));
    }

    private static Response answer(RouteVersionView view) {
        return Versions.tagged(RouteViews.Version.of(view), view.version());
    }
}
