package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import java.util.UUID;
import vn.lgsp.registry.boundary.GroupView;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.AccessViews;
import vn.lgsp.web.view.ApplicationViews;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;

/** Groups of agencies that rights are given to together. */
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class GroupsResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @Inject
    private AgencyNames agencies;

    @EJB
    private Groups groups;

    @GET
    public Response list(
            @Context UriInfo uri,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        return Pages.of(
                uri,
                groups.list(context.staff(), after == null ? null : Required.id("after", after), rows + 1),
                rows,
                GroupView::id,
                AccessViews.Group::of);
    }

    @POST
    public Response create(@HeaderParam("Idempotency-Key") String key, AccessViews.NewGroup body) {
        return idempotency.once(key, () -> create(body));
    }

    private Response create(AccessViews.NewGroup body) {
        AccessViews.NewGroup wanted = Required.body(body);
        GroupView made = groups.create(
                context.staff(), agencies.required("owner", wanted.owner()), wanted.code(), wanted.name());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/groups/" + made.id())
                .header("ETag", Versions.tag(made.version()))
                .entity(AccessViews.Group.of(made))
                .build();
    }

    @GET
    @Path(ID)
    public Response find(@PathParam("id") UUID id) {
        return answer(groups.find(context.staff(), id));
    }

    @PATCH
    @Path(ID)
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ApplicationViews.Rename body) {
        String name = Required.body(body).name();
        int seen = Versions.required(ifMatch);
        return answer(Versions.edit(() -> groups.rename(context.staff(), id, seen, name)));
    }

    @PUT
    @Path(ID + "/members/{agency}")
    public Response add(@PathParam("id") UUID id, @PathParam("agency") String agency) {
        UUID joining = agencies.required("agency", agency);
        GroupView view = groups.add(context.staff(), id, joining);
        boolean member = view.members().stream().anyMatch(one -> one.id().equals(joining));
        return Response.status(member ? Response.Status.OK : Response.Status.ACCEPTED)
                .header("ETag", Versions.tag(view.version()))
                .entity(AccessViews.Group.of(view))
                .build();
    }

    @POST
    @Path(ID + "/members/{agency: [^/:]+}:approve")
    public Response approve(
            @PathParam("id") UUID id, @PathParam("agency") String agency, @HeaderParam("If-Match") String ifMatch) {
        UUID joining = agencies.found(agency);
        return answer(Versions.edit(() -> groups.approve(context.staff(), id, joining, Versions.optional(ifMatch))));
    }

    @POST
    @Path(ID + "/members/{agency: [^/:]+}:refuse")
    public Response refuse(
            @PathParam("id") UUID id,
            @PathParam("agency") String agency,
            @HeaderParam("If-Match") String ifMatch,
            Inputs.Reason body) {
        String reason = Required.body(body).text();
        UUID joining = agencies.found(agency);
        return answer(
                Versions.edit(() -> groups.refuse(context.staff(), id, joining, Versions.optional(ifMatch), reason)));
    }

    @GET
    @Path(ID + "/events")
    public Outputs.Page<AccessViews.GroupLine> events(@PathParam("id") UUID id) {
        return new Outputs.Page<>(groups.history(context.staff(), id, Pages.MOST).stream()
                .map(AccessViews.GroupLine::of)
                .toList());
    }

    @DELETE
    @Path(ID + "/members/{agency}")
    public Response remove(@PathParam("id") UUID id, @PathParam("agency") String agency) {
        return answer(groups.remove(context.staff(), id, agencies.required("agency", agency)));
    }

    private static Response answer(GroupView view) {
        return Versions.tagged(AccessViews.Group.of(view), view.version());
    }
}
