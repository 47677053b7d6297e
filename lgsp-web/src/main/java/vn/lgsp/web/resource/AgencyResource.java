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
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.RegistryViews;

/** One agency for the people who look after it (Điều 5.11, 7). */
@Path("agencies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class AgencyResource {
    private static final String CODE = "{code: [^/:]+}";

    @Inject
    private RequestContext context;

    @Inject
    private AgencyNames names;

    @EJB
    private Agencies agencies;

    @GET
    @Path(CODE + "/details")
    public Response details(@PathParam("code") String code) {
        return answer(names.found(code));
    }

    @GET
    @Path(CODE + "/history")
    public Outputs.Page<RegistryViews.Version> history(@PathParam("code") String code) {
        return new Outputs.Page<>(agencies.history(context.staff(), names.found(code)).stream()
                .map(RegistryViews.Version::of)
                .toList());
    }

    @PUT
    @Path(CODE + "/contact")
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, RegistryViews.Contact body) {
        UUID id = names.found(code);
        RegistryViews.Contact contact = Required.body(body);
        int seen = Versions.required(ifMatch);
        Versions.edit(() -> agencies.change(context.staff(), id, contact.toEdit(), seen));
        return answer(id);
    }

    @POST
    @Path(CODE + ":lock")
    public Response lock(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Inputs.Reason reason) {
        return turn(code, true, ifMatch, reason);
    }

    @POST
    @Path(CODE + ":unlock")
    public Response unlock(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Inputs.Reason reason) {
        return turn(code, false, ifMatch, reason);
    }

    private Response turn(String code, boolean locked, String ifMatch, Inputs.Reason reason) {
        UUID id = names.found(code);
        String why = Required.body(reason).text();
        int seen = Versions.required(ifMatch);
        Versions.edit(() -> agencies.lock(context.staff(), id, locked, why, seen));
        return answer(id);
    }

    private Response answer(UUID id) {
        var details = agencies.find(context.staff(), id);
        return Versions.tagged(RegistryViews.Details.of(details), details.version());
    }
}
