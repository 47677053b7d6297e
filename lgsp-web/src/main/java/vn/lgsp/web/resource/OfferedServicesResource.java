package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import vn.lgsp.registry.boundary.ServiceView;
import vn.lgsp.registry.boundary.Services;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.ApplicationViews;
import vn.lgsp.web.view.Inputs;

/** Services that applications offer, with their operations (Điều 10). */
@Path("services")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class OfferedServicesResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @EJB
    private Services services;

    @GET
    public Response list(
            @Context UriInfo uri,
            @QueryParam("application") String application,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        return Pages.of(
                uri,
                services.list(
                        context.staff(),
                        application == null ? null : Required.id("application", application),
                        after == null ? null : Required.id("after", after),
                        rows + 1),
                rows,
                ServiceView::id,
                ApplicationViews.Service::of);
    }

    @POST
    public Response add(@HeaderParam("Idempotency-Key") String key, ApplicationViews.NewService body) {
        return idempotency.once(key, () -> add(body));
    }

    private Response add(ApplicationViews.NewService body) {
        ApplicationViews.NewService wanted = Required.body(body);
        if (wanted.application() == null) {
            throw Inputs.invalid("application", "required");
        }
        ServiceView made =
                services.add(context.staff(), Required.id("application", wanted.application()), wanted.input());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/services/" + made.id())
                .header("ETag", Versions.tag(made.version()))
                .entity(ApplicationViews.Service.of(made))
                .build();
    }

    @GET
    @Path(ID)
    public Response find(@PathParam("id") UUID id) {
        return answer(services.find(context.staff(), id));
    }

    @PATCH
    @Path(ID)
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ApplicationViews.Rename body) {
        String name = Required.body(body).name();
        int seen = Versions.required(ifMatch);
        return answer(Versions.edit(() -> services.rename(context.staff(), id, seen, name)));
    }

    @POST
    @Path(ID + "/operations")
    public Response addOperation(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            ApplicationViews.NewOperation body) {
        ApplicationViews.NewOperation wanted = Required.body(body);
        return idempotency.once(
                key,
                () -> answer(Versions.edit(() -> services.addOperation(
                        context.staff(), id, Versions.optional(ifMatch), wanted.code(), wanted.name()))));
    }

    @PATCH
    @Path(ID + "/operations/{operation: [0-9a-fA-F-]{36}}")
    public Response renameOperation(
            @PathParam("id") UUID id,
            @PathParam("operation") UUID operation,
            @HeaderParam("If-Match") String ifMatch,
            ApplicationViews.Rename body) {
        String name = Required.body(body).name();
        int seen = Versions.required(ifMatch);
        return answer(Versions.edit(() -> services.renameOperation(context.staff(), id, operation, seen, name)));
    }

    @POST
    @Path(ID + "/operations/{operation: [0-9a-fA-F-]{36}}:withdraw")
    public Response withdrawOperation(
            @PathParam("id") UUID id,
            @PathParam("operation") UUID operation,
            @HeaderParam("If-Match") String ifMatch,
            Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(Versions.edit(
                () -> services.withdrawOperation(context.staff(), id, operation, Versions.optional(ifMatch), reason)));
    }

    @POST
    @Path(ID + ":close")
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(Versions.edit(() -> services.close(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    private static Response answer(ServiceView view) {
        return Versions.tagged(ApplicationViews.Service.of(view), view.version());
    }
}
