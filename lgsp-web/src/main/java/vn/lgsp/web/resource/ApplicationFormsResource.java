package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import vn.lgsp.registry.boundary.ApplicationForms;
import vn.lgsp.registry.boundary.FormTaken;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.TransformationViews;

/** Which form an application takes of which type of data (Điều 8.4). */
@Path("applications/{id: [0-9a-fA-F-]{36}}/forms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class ApplicationFormsResource {
    @Inject
    private RequestContext context;

    @EJB
    private ApplicationForms forms;

    @GET
    public Outputs.Page<TransformationViews.Taken> list(@PathParam("id") UUID id) {
        return page(forms.of(context.staff(), id));
    }

    @PUT
    @Path("{type: [^/]+}")
    public Outputs.Page<TransformationViews.Taken> take(
            @PathParam("id") UUID id, @PathParam("type") String type, TransformationViews.Wish body) {
        return page(forms.take(context.staff(), id, type, Required.body(body).transformation()));
    }

    @DELETE
    @Path("{type: [^/]+}")
    public Outputs.Page<TransformationViews.Taken> leave(@PathParam("id") UUID id, @PathParam("type") String type) {
        return page(forms.leave(context.staff(), id, type));
    }

    private static Outputs.Page<TransformationViews.Taken> page(List<FormTaken> taken) {
        return new Outputs.Page<>(
                taken.stream().map(TransformationViews.Taken::of).toList());
    }
}
