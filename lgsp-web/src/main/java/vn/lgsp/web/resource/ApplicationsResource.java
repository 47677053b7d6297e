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
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationRow;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.ApplicationViews;
import vn.lgsp.web.view.Constants;
import vn.lgsp.web.view.Inputs;

/** Applications from their registration to their end (Điều 4.1, 7.1a). */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class ApplicationsResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @Inject
    private AgencyNames agencies;

    @EJB
    private Applications applications;

    @GET
    public Response list(
            @Context UriInfo uri,
            @QueryParam("q") String text,
            @QueryParam("agency") String agency,
            @QueryParam("environment") String environment,
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("side") String side,
            @QueryParam("channel") String channel,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        ApplicationFilter filter = new ApplicationFilter(
                AgencyNames.text("q", text),
                agencies.optional("agency", agency),
                Constants.read("environment", environment, Environment.class),
                Constants.read("state", state, Application.State.class),
                Constants.read("kind", kind, Application.Kind.class),
                Constants.read("side", side, ApplicationFilter.Side.class),
                Constants.read("channel", channel, Application.Channel.class),
                after == null ? null : Required.id("after", after),
                rows + 1);
        return Pages.of(
                uri, applications.list(context.staff(), filter), rows, ApplicationRow::id, ApplicationViews.Item::of);
    }

    @POST
    public Response register(@HeaderParam("Idempotency-Key") String key, ApplicationViews.New body) {
        return idempotency.once(key, () -> register(body));
    }

    private Response register(ApplicationViews.New body) {
        ApplicationViews.New wanted = Required.body(body);
        ApplicationDetails made = applications.register(
                context.staff(),
                agencies.required("agency", wanted.agency()),
                wanted.code(),
                Constants.read("environment", wanted.environment(), Environment.class),
                wanted.input());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/applications/" + made.row().id())
                .header("ETag", Versions.tag(made.version()))
                .entity(ApplicationViews.Details.of(made))
                .build();
    }

    @GET
    @Path(ID)
    public Response find(@PathParam("id") UUID id) {
        return answer(applications.find(context.staff(), id));
    }

    @PATCH
    @Path(ID)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ApplicationViews.Change body) {
        ApplicationViews.Change wanted = Required.body(body);
        int seen = Versions.required(ifMatch);
        ApplicationDetails now = applications.find(context.staff(), id);
        return answer(Versions.edit(() -> applications.change(context.staff(), id, seen, wanted.over(now))));
    }

    @POST
    @Path(ID + ":approve")
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return answer(Versions.edit(() -> applications.approve(context.staff(), id, Versions.optional(ifMatch))));
    }

    @POST
    @Path(ID + ":activate")
    public Response activate(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return answer(Versions.edit(() -> applications.activate(context.staff(), id, Versions.optional(ifMatch))));
    }

    @POST
    @Path(ID + ":suspend")
    public Response suspend(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(
                Versions.edit(() -> applications.suspend(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    @POST
    @Path(ID + ":resume")
    public Response resume(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(
                Versions.edit(() -> applications.resume(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    @POST
    @Path(ID + ":retire")
    public Response retire(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(
                Versions.edit(() -> applications.retire(context.staff(), id, Versions.optional(ifMatch), reason)));
    }

    private static Response answer(ApplicationDetails details) {
        return Versions.tagged(ApplicationViews.Details.of(details), details.version());
    }
}
