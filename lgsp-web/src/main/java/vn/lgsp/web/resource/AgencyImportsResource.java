package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyFiles;
import vn.lgsp.registry.boundary.AgencyImports;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ListFormat;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.Streamed;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.ListViews;
import vn.lgsp.web.view.Outputs;

/** Lists of agencies from outside: rows come in pages, are checked before anything changes, and are entered in the background. */
@Path("agency-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class AgencyImportsResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MAX_PAGE = 1000;

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @EJB
    private AgencyImports imports;

    @EJB
    private AgencyFiles files;

    @GET
    public Outputs.Page<ListViews.Import> list() {
        return new Outputs.Page<>(
                imports.list(context.staff()).stream().map(ListViews.Import::of).toList());
    }

    @POST
    public Response create(@HeaderParam("Idempotency-Key") String key, ListViews.NewImport body) {
        return idempotency.once(key, () -> create(body));
    }

    private Response create(ListViews.NewImport body) {
        var made = imports.create(context.staff(), Required.body(body).name());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/agency-imports/" + made.id())
                .entity(ListViews.Import.of(made))
                .build();
    }

    @GET
    @Path(ID)
    public ListViews.Import find(@PathParam("id") UUID id) {
        return ListViews.Import.of(imports.find(context.staff(), id));
    }

    @PUT
    @Path(ID + "/rows")
    public ListViews.Import add(@PathParam("id") UUID id, ListViews.Rows body) {
        List<ListViews.Row> rows = Required.body(body).rows();
        if (rows == null || rows.contains(null)) {
            throw Inputs.invalid("rows", "items", 1, MAX_PAGE);
        }
        imports.add(context.staff(), id, rows.stream().map(ListViews.Row::toRow).toList());
        return find(id);
    }

    /** Larger than what other operations take into memory: it goes to the disk, bounded. */
    @PUT
    @Path(ID + "/file")
    @Streamed
    @Consumes({CSV, XLSX})
    public ListViews.Import file(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType, InputStream bytes) {
        ListFormat format = ListFormat.ofMediaType(mediaType)
                .orElseThrow(() -> new LgspException(ErrorCode.MEDIA_TYPE_UNSUPPORTED, CSV + ", " + XLSX));
        return ListViews.Import.of(files.read(context.staff(), id, format, bytes));
    }

    @GET
    @Path(ID + "/problems")
    public Outputs.Page<ListViews.Problem> problems(
            @PathParam("id") UUID id,
            @QueryParam("position") @DefaultValue("0") String position,
            @QueryParam("field") @DefaultValue("") String field,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        int from = Required.number("position", position, 0, Integer.MAX_VALUE);
        ImportProblem after = from == 0 ? null : new ImportProblem(from, field, reason, true, null);
        return new Outputs.Page<>(
                imports
                        .problems(context.staff(), id, null, after, Required.number("limit", limit, 1, MAX_PAGE))
                        .stream()
                        .map(ListViews.Problem::of)
                        .toList());
    }

    @POST
    @Path(ID + ":check")
    public ListViews.Import check(@PathParam("id") UUID id) {
        return ListViews.Import.of(imports.check(context.staff(), id));
    }

    @POST
    @Path(ID + ":run")
    public ListViews.Import run(@PathParam("id") UUID id) {
        return ListViews.Import.of(imports.run(context.staff(), id));
    }

    @POST
    @Path(ID + ":stop")
    public ListViews.Import stop(@PathParam("id") UUID id) {
        return ListViews.Import.of(imports.stop(context.staff(), id));
    }
}
