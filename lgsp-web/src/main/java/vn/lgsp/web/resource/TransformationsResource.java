package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ApplicationForms;
import vn.lgsp.registry.boundary.TransformationDrafts;
import vn.lgsp.registry.boundary.TransformationVersionView;
import vn.lgsp.registry.boundary.TransformationView;
import vn.lgsp.registry.boundary.Transformations;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.TransformationViews;

/** Transformations of content (Điều 8.4): read and tried by everybody once published, written by people. */
@Path("transformations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TransformationsResource {
    private static final String CODE = "{code: [^/:]+}";
    private static final String VERSION = CODE + "/versions/{number: [^/:]+}";
    private static final String SAMPLE = VERSION + "/samples/{name: [^/]+}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @EJB
    private Transformations transformations;

    @EJB
    private TransformationDrafts drafts;

    @EJB
    private ApplicationForms forms;

    @GET
    @StaffToo
    public Response list(
            @Context UriInfo uri,
            @QueryParam("q") String text,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        return Pages.of(
                uri,
                transformations.list(person(), AgencyNames.text("q", text), after, rows + 1),
                rows,
                TransformationView::code,
                TransformationViews.Transformation::of);
    }

    @POST
    @StaffOnly
    public Response create(@HeaderParam("Idempotency-Key") String key, TransformationViews.New body) {
        return idempotency.once(
                key,
                () -> made(drafts.create(context.staff(), Required.body(body).wish())));
    }

    @GET
    @Path(CODE)
    @StaffToo
    public TransformationViews.Transformation find(@PathParam("code") String code) {
        return TransformationViews.Transformation.of(transformations.find(person(), code));
    }

    @GET
    @Path(CODE + "/events")
    @StaffOnly
    public Outputs.Page<TransformationViews.Line> events(@PathParam("code") String code) {
        return new Outputs.Page<>(transformations.history(context.staff(), code, Pages.MOST).stream()
                .map(TransformationViews.Line::of)
                .toList());
    }

    @GET
    @Path(CODE + "/takers")
    @StaffOnly
    public Outputs.Page<TransformationViews.Taken> takers(@PathParam("code") String code) {
        return new Outputs.Page<>(forms.takers(context.staff(), code).stream()
                .map(TransformationViews.Taken::of)
                .toList());
    }

    @POST
    @Path(CODE + "/versions")
    @StaffOnly
    public Response draft(@PathParam("code") String code) {
        return made(drafts.draft(context.staff(), code));
    }

    @GET
    @Path(VERSION)
    @StaffToo
    public Response version(@BeanParam VersionRef at) {
        return answer(at, transformations.find(person(), at.code()));
    }

    @PUT
    @Path(VERSION)
    @StaffOnly
    public Response edit(@BeanParam VersionRef at, TransformationViews.Program body) {
        TransformationViews.Program program = Required.body(body);
        int seen = at.seen();
        return done(
                at,
                () -> drafts.edit(
                        context.staff(), at.code(), at.number(), seen, program.wantedKind(), program.program()));
    }

    @GET
    @Path(SAMPLE)
    @StaffOnly
    @Produces(MediaType.WILDCARD)
    public Response sample(@BeanParam VersionRef at, @PathParam("name") String name) {
        return Samples.file(transformations.sample(context.staff(), at.code(), at.number(), name));
    }

    /** The media type of the sample is that of the request. */
    @PUT
    @Path(SAMPLE)
    @StaffOnly
    @Consumes(MediaType.WILDCARD)
    public Response put(
            @BeanParam VersionRef at,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue(MediaType.APPLICATION_OCTET_STREAM) String type,
            byte[] body) {
        int seen = at.seen();
        return done(at, () -> drafts.put(context.staff(), at.code(), at.number(), seen, name, type, body));
    }

    @DELETE
    @Path(SAMPLE)
    @StaffOnly
    public Response remove(@BeanParam VersionRef at, @PathParam("name") String name) {
        int seen = at.seen();
        return done(at, () -> drafts.remove(context.staff(), at.code(), at.number(), seen, name));
    }

    /** The media type of the sample is that of the request. */
    @POST
    @Path(VERSION + ":try")
    @StaffToo
    @Consumes(MediaType.WILDCARD)
    public TransformationViews.Trial attempt(
            @BeanParam VersionRef at,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue(MediaType.APPLICATION_OCTET_STREAM) String type,
            byte[] body) {
        return TransformationViews.Trial.of(
                transformations.attempt(person(), at.code(), at.number(), Samples.name(name), type, body),
                context.locale());
    }

    @POST
    @Path(VERSION + ":publish")
    @StaffOnly
    public Response publish(@BeanParam VersionRef at) {
        return done(at, () -> drafts.publish(context.staff(), at.code(), at.number(), at.seenIfTold()));
    }

    @POST
    @Path(VERSION + ":retire")
    @StaffOnly
    public Response retire(@BeanParam VersionRef at, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return done(at, () -> drafts.retire(context.staff(), at.code(), at.number(), at.seenIfTold(), reason));
    }

    /** Null where an application asks. */
    private Staff person() {
        return context.person().orElse(null);
    }

    private static Response made(TransformationView view) {
        TransformationVersionView newest = view.versions().get(0);
        return Versions.created(
                "transformations/" + view.code() + "/versions/" + newest.number(),
                TransformationViews.Version.of(newest),
                newest.version());
    }

    private static Response done(VersionRef at, Supplier<TransformationView> change) {
        return answer(at, Versions.edit(change));
    }

    private static Response answer(VersionRef at, TransformationView view) {
        TransformationVersionView version = view.version(at.number());
        if (version == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return Versions.tagged(TransformationViews.Version.of(version), version.version());
    }
}
