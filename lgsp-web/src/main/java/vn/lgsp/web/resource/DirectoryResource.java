package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;

/** Who can be reached (Điều 5.7). */
@Path("agencies")
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
    private static final int MAX_QUERY = 100;

    @EJB
    private Directory directory;

    @GET
    public Outputs.Page<Outputs.Agency> search(
            @QueryParam("q") String query, @QueryParam("limit") @DefaultValue("20") String limit) {
        if (query == null || query.isBlank() || query.length() > MAX_QUERY) {
            throw Inputs.invalid("q", "length", 1, MAX_QUERY);
        }
        var found = directory.search(query, Required.number("limit", limit, 1, 100));
        return new Outputs.Page<>(found.stream().map(Outputs.Agency::of).toList());
    }

    @GET
    @Path("{code: [^/:]+}")
    @StaffToo
    public Outputs.Agency agency(@PathParam("code") String code) {
        return directory.byCode(code).map(Outputs.Agency::of).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }
}
