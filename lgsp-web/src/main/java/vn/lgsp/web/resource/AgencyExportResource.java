package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.AgencyFiles;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.ListFormat;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Constants;
import vn.lgsp.web.view.Inputs;

/** Agencies as a file in the form in which lists of them are read (Điều 5.7). */
@Path("agencies/export")
@StaffOnly
public class AgencyExportResource {
    private static final int LEVELS = 9;

    @Inject
    private RequestContext context;

    @Inject
    private AgencyNames names;

    @EJB
    private AgencyFiles files;

    @GET
    @Produces(MediaType.WILDCARD)
    public Response export(
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("q") String text,
            @QueryParam("level") String level,
            @QueryParam("kind") String kind,
            @QueryParam("area") String area,
            @QueryParam("state") String state,
            @QueryParam("within") String within) {
        ListFormat form = ListFormat.ofName(format).orElseThrow(() -> Inputs.invalid("format", "choice", "csv, xlsx"));
        AgencyFilter filter = new AgencyFilter(
                AgencyNames.text("q", text),
                level == null ? null : Required.number("level", level, 1, LEVELS),
                AgencyNames.text("kind", kind),
                AgencyNames.text("area", area),
                Constants.read("state", state, Agency.State.class),
                names.optional("within", within),
                null,
                null,
                1);
        AgencyFiles.Export export = files.export(context.staff(), filter);
        StreamingOutput body = out -> export.write(form, out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agencies." + form.ending() + "\"")
                .build();
    }
}
