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
import vn.lgsp.registry.boundary.ZoneView;
import vn.lgsp.registry.boundary.Zones;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.ListViews;
import vn.lgsp.web.view.Outputs;

/** Zones: where agencies are reached (Điều 2.6). */
@Path("zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class ZonesResource {
    private static final String CODE = "{code: [^/:]+}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @Inject
    private AgencyNames names;

    @EJB
    private Zones zones;

    @GET
    public Outputs.Page<ListViews.Zone> list() {
        return new Outputs.Page<>(
                zones.list(context.staff()).stream().map(ListViews.Zone::of).toList());
    }

    @POST
    public Response create(@HeaderParam("Idempotency-Key") String key, ListViews.ZoneInput body) {
        return idempotency.once(key, () -> create(body));
    }

    private Response create(ListViews.ZoneInput body) {
        ZoneView made = zones.create(context.staff(), Required.body(body).toData());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/zones/" + made.code())
                .header("ETag", Versions.tag(made.version()))
                .entity(ListViews.Zone.of(made))
                .build();
    }

    @GET
    @Path(CODE)
    public Response find(@PathParam("code") String code) {
        return answer(zones.find(context.staff(), code));
    }

    @PUT
    @Path(CODE)
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, ListViews.ZoneInput body) {
        ListViews.ZoneInput wanted = Required.body(body);
        return answer(zones.change(context.staff(), code, Versions.required(ifMatch), wanted.toData()));
    }

    @POST
    @Path(CODE + ":close")
    public Response close(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        return answer(zones.closed(context.staff(), code, Versions.required(ifMatch), true));
    }

    @POST
    @Path(CODE + ":open")
    public Response open(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        return answer(zones.closed(context.staff(), code, Versions.required(ifMatch), false));
    }

    @PUT
    @Path("of/{agency}")
    public void assign(@PathParam("agency") String agency, ListViews.Assignment body) {
        zones.assign(context.staff(), names.found(agency), Required.body(body).zone());
    }

    private static Response answer(ZoneView zone) {
        return Versions.tagged(ListViews.Zone.of(zone), zone.version());
    }
}
