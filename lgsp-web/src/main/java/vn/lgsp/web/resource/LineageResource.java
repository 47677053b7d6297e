package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.ReorganisationOutputs;

/** Where an agency came from and what became of it (Điều 7.2). */
@Path("agencies/{code}/lineage")
@StaffOnly
@Produces(MediaType.APPLICATION_JSON)
public class LineageResource {
    @Inject
    private RequestContext context;

    @EJB
    private Directory directory;

    @EJB
    private Reorganisations requests;

    @GET
    public Outputs.Page<ReorganisationOutputs.Link> lineage(@PathParam("code") String code) {
        UUID agency = directory
                .resolve(code)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND))
                .agency()
                .id();
        return new Outputs.Page<>(requests.lineage(context.staff(), agency).stream()
                .map(ReorganisationOutputs.Link::of)
                .toList());
    }
}
