package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import vn.lgsp.authentication.boundary.SchemeWaivers;
import vn.lgsp.authentication.boundary.WaiverView;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.KeyViews;
import vn.lgsp.web.view.Outputs;

/** Leave for an application to sign in old ways for a while (Điều 4.4). */
@Path("applications/{id: [0-9a-fA-F-]{36}}/waivers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class WaiversResource {
    private static final int MOST_DAYS = 400;

    @Inject
    private RequestContext context;

    @EJB
    private SchemeWaivers waivers;

    @PathParam("id")
    private UUID application;

    @GET
    public Outputs.Page<KeyViews.Waiver> list() {
        return new Outputs.Page<>(waivers.list(context.staff(), application).stream()
                .map(KeyViews.Waiver::of)
                .toList());
    }

    @GET
    @Path("use")
    public Outputs.Page<KeyViews.OldWay> use(@QueryParam("days") @DefaultValue("30") String days) {
        return new Outputs.Page<>(
                waivers.use(context.staff(), application, Required.number("days", days, 1, MOST_DAYS)).stream()
                        .map(KeyViews.OldWay::of)
                        .toList());
    }

    @POST
    public Response grant(KeyViews.NewWaiver body) {
        KeyViews.NewWaiver wanted = Required.body(body);
        WaiverView made = waivers.grant(context.staff(), application, wanted.wanted(), wanted.reason(), wanted.end());
        return Response.status(Response.Status.CREATED)
                .entity(KeyViews.Waiver.of(made))
                .build();
    }

    @POST
    @Path("{waiver: [0-9a-fA-F-]{36}}:end")
    public KeyViews.Waiver end(@PathParam("waiver") UUID waiver, Inputs.Reason body) {
        return KeyViews.Waiver.of(waivers.end(
                context.staff(), application, waiver, Required.body(body).text()));
    }
}
