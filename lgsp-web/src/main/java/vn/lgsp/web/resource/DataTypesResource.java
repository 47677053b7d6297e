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
import vn.lgsp.registry.boundary.DataTypeDrafts;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.TypeViews;

/** Data types and the rules of their versions (Điều 3.6, 8.2): read by everybody, written by people. */
@Path("data-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DataTypesResource {
    private static final String CODE = "{code: [^/:]+}";
    private static final String VERSION = CODE + "/versions/{number: [^/:]+}";
    private static final String DOCUMENT = VERSION + "/documents/{name: [^/]+}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @Inject
    private AgencyNames agencies;

    @EJB
    private DataTypes types;

    @EJB
    private DataTypeDrafts drafts;

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
                types.list(person(), AgencyNames.text("q", text), after, rows + 1),
                rows,
                DataTypeView::code,
                TypeViews.Type::of);
    }

    @POST
    @StaffOnly
    public Response create(@HeaderParam("Idempotency-Key") String key, TypeViews.NewType body) {
        return idempotency.once(key, () -> {
            TypeViews.NewType wanted = Required.body(body);
            DataTypeView made =
                    drafts.create(context.staff(), wanted.input(agencies.optional("owner", wanted.owner())));
            return made(made, 1);
        });
    }

    @GET
    @Path(CODE)
    @StaffToo
    public TypeViews.Type find(@PathParam("code") String code) {
        return TypeViews.Type.of(types.find(person(), code));
    }

    @GET
    @Path(CODE + "/events")
    @StaffOnly
    public Outputs.Page<TypeViews.Line> events(@PathParam("code") String code) {
        return new Outputs.Page<>(types.history(context.staff(), code, Pages.MOST).stream()
                .map(TypeViews.Line::of)
                .toList());
    }

    @POST
    @Path(CODE + "/versions")
    @StaffOnly
    public Response draft(@PathParam("code") String code) {
        DataTypeView view = drafts.draft(context.staff(), code);
        return made(view, view.versions().get(0).number());
    }

    @GET
    @Path(VERSION)
    @StaffToo
    public Response version(@BeanParam VersionRef at) {
        return answer(at, types.find(person(), at.code()));
    }

    @PUT
    @Path(VERSION)
    @StaffOnly
    public Response edit(@BeanParam VersionRef at, TypeViews.NewRules body) {
        TypeViews.NewRules rules = Required.body(body);
        int seen = at.seen();
        return done(
                at, () -> drafts.edit(context.staff(), at.code(), at.number(), seen, rules.rules(), rules.bindings()));
    }

    @GET
    @Path(DOCUMENT)
    @StaffToo
    @Produces(MediaType.WILDCARD)
    public Response document(@BeanParam VersionRef at, @PathParam("name") String name) {
        return Samples.file(types.document(person(), at.code(), at.number(), name));
    }

    @PUT
    @Path(DOCUMENT)
    @StaffOnly
    @Consumes(MediaType.WILDCARD)
    public Response put(@BeanParam VersionRef at, @PathParam("name") String name, byte[] body) {
        int seen = at.seen();
        return done(at, () -> drafts.put(context.staff(), at.code(), at.number(), seen, name, body));
    }

    @DELETE
    @Path(DOCUMENT)
    @StaffOnly
    public Response remove(@BeanParam VersionRef at, @PathParam("name") String name) {
        int seen = at.seen();
        return done(at, () -> drafts.remove(context.staff(), at.code(), at.number(), seen, name));
    }

    @POST
    @Path(VERSION + ":publish")
    @StaffOnly
    public Response publish(@BeanParam VersionRef at) {
        return done(at, () -> drafts.publish(context.staff(), at.code(), at.number(), at.seenIfTold()));
    }

    @POST
    @Path(VERSION + ":deprecate")
    @StaffOnly
    public Response deprecate(@BeanParam VersionRef at, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return done(at, () -> drafts.deprecate(context.staff(), at.code(), at.number(), at.seenIfTold(), reason));
    }

    @POST
    @Path(VERSION + ":retire")
    @StaffOnly
    public Response retire(@BeanParam VersionRef at, Inputs.Reason body) {
        String reason = Required.body(body).text();
        return done(at, () -> drafts.retire(context.staff(), at.code(), at.number(), at.seenIfTold(), reason));
    }

    /** The media type of the sample is that of the request. */
    @POST
    @Path(VERSION + ":validate")
    @StaffToo
    @Consumes(MediaType.WILDCARD)
    public TypeViews.Validation validate(
            @BeanParam VersionRef at,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue(MediaType.APPLICATION_OCTET_STREAM) String type,
            byte[] body) {
        return TypeViews.Validation.of(
                types.validate(person(), at.code(), at.number(), Samples.name(name), type, body), context.locale());
    }

    /** Null where an application asks. */
    private Staff person() {
        return context.person().orElse(null);
    }

    private static Response made(DataTypeView type, int number) {
        DataTypeVersionView version = found(type, number);
        return Versions.created(
                "data-types/" + type.code() + "/versions/" + number, TypeViews.Version.of(version), version.version());
    }

    private static Response done(VersionRef at, Supplier<DataTypeView> act) {
        return answer(at, Versions.edit(act));
    }

    private static Response answer(VersionRef at, DataTypeView type) {
        DataTypeVersionView version = found(type, at.number());
        return Versions.tagged(TypeViews.Version.of(version), version.version());
    }

    private static DataTypeVersionView found(DataTypeView type, int number) {
        return type.version(number).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }
}
