package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.AccessViews;

/** Why something may or may not be sent: for people, and for applications about themselves (Điều 10.2). */
@Path("access-rights:explain")
@Produces(MediaType.APPLICATION_JSON)
public class AccessExplanationResource {
    @Inject
    private RequestContext context;

    @Inject
    private AgencyNames agencies;

    @EJB
    private AccessRights rights;

    @GET
    @StaffToo
    public AccessViews.Explanation explain(
            @QueryParam("source") String source,
            @QueryParam("destination") String destination,
            @QueryParam("dataType") String dataType,
            @QueryParam("operationId") String operationId) {
        UUID destinationId = agencies.required("destination", destination);
        UUID operation = operationId == null ? null : Required.id("operationId", operationId);
        if ((dataType == null) == (operation == null)) {
            throw vn.lgsp.web.view.Inputs.invalid("dataType", "type-or-operation");
        }
        if (context.signer().isEmpty()) {
            return AccessViews.Explanation.of(
                    rights.explain(
                            context.staff(),
                            Required.id("source", source == null ? "" : source),
                            destinationId,
                            dataType,
                            operation),
                    false);
        }
        Caller caller = context.caller();
        if (source != null && !source.equalsIgnoreCase(caller.applicationId().toString())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return AccessViews.Explanation.of(rights.explain(caller, destinationId, dataType, operation), true);
    }
}
