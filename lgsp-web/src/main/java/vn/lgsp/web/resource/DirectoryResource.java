package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyListItem;
import vn.lgsp.registry.boundary.AgencyLists;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.ListViews;
import vn.lgsp.web.view.Outputs;

/** Who can be reached (Điều 5.7). */
@Path("agencies")
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
    private static final int MAX_QUERY = 100;
    private static final int MAX_COPY = 1000;

    @EJB
    private Directory directory;

    @EJB
    private AgencyLists lists;

    /** For whoever keeps a copy: what changed, in the order in which it did; an agency that changes again comes again. */
    @GET
    @Path("changes")
    @StaffToo
    public Response changes(
            @Context UriInfo uri,
            @QueryParam("revision") @DefaultValue("0") String revision,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("200") String limit) {
        int rows = Required.number("limit", limit, 1, MAX_COPY);
        List<AgencyListItem> page = lists.changed(
                Required.number("revision", revision, 0, Integer.MAX_VALUE),
                after == null ? null : Required.id("after", after),
                rows);
        Response.ResponseBuilder answer = Response.ok(
                new Outputs.Page<>(page.stream().map(ListViews.Item::of).toList()));
        if (!page.isEmpty()) {
            AgencyListItem last = page.get(page.size() - 1);
            String next = uri.getPath() + "?revision=" + last.revision() + "&after=" + last.id() + "&limit=" + rows;
            answer.header("Link", Link.fromUri("/api/v1/" + next).rel("next").build());
        }
        return answer.build();
    }

    @GET
    @StaffToo
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
