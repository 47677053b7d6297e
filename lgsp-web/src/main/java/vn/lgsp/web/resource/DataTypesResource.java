package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
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
    private static final int LONGEST_NAME = 255;

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
    public Response version(@PathParam("code") String code, @PathParam("number") VersionNumber number) {
        return answer(types.find(person(), code), number.value());
    }

    @PUT
    @Path(VERSION)
    @StaffOnly
    public Response edit(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @HeaderParam("If-Match") String ifMatch,
            TypeViews.NewRules body) {
        TypeViews.NewRules rules = Required.body(body);
        int seen = Versions.required(ifMatch);
        return answer(
                Versions.edit(() ->
                        drafts.edit(context.staff(), code, number.value(), seen, rules.rules(), rules.bindings())),
                number.value());
    }

    @GET
    @Path(DOCUMENT)
    @StaffToo
    @Produces(MediaType.WILDCARD)
    public Response document(
            @PathParam("code") String code, @PathParam("number") VersionNumber number, @PathParam("name") String name) {
        byte[] content = types.document(person(), code, number.value(), name);
        // Never shown as a page: whoever asks gets a file.
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment")
                .build();
    }

    @PUT
    @Path(DOCUMENT)
    @StaffOnly
    @Consumes(MediaType.WILDCARD)
    public Response put(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @PathParam("name") String name,
            @HeaderParam("If-Match") String ifMatch,
            byte[] body) {
        int seen = Versions.required(ifMatch);
        return answer(
                Versions.edit(() -> drafts.put(context.staff(), code, number.value(), seen, name, body)),
                number.value());
    }

    @DELETE
    @Path(DOCUMENT)
    @StaffOnly
    public Response remove(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @PathParam("name") String name,
            @HeaderParam("If-Match") String ifMatch) {
        int seen = Versions.required(ifMatch);
        return answer(
                Versions.edit(() -> drafts.remove(context.staff(), code, number.value(), seen, name)), number.value());
    }

    @POST
    @Path(VERSION + ":publish")
    @StaffOnly
    public Response publish(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @HeaderParam("If-Match") String ifMatch) {
        return answer(
                Versions.edit(() -> drafts.publish(context.staff(), code, number.value(), Versions.optional(ifMatch))),
                number.value());
    }

    @POST
    @Path(VERSION + ":deprecate")
    @StaffOnly
    public Response deprecate(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @HeaderParam("If-Match") String ifMatch,
            Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(
                Versions.edit(() ->
                        drafts.deprecate(context.staff(), code, number.value(), Versions.optional(ifMatch), reason)),
                number.value());
    }

    @POST
    @Path(VERSION + ":retire")
    @StaffOnly
    public Response retire(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @HeaderParam("If-Match") String ifMatch,
            Inputs.Reason body) {
        String reason = Required.body(body).text();
        return answer(
                Versions.edit(
                        () -> drafts.retire(context.staff(), code, number.value(), Versions.optional(ifMatch), reason)),
                number.value());
    }

    /** The media type of the sample is that of the request. */
    @POST
    @Path(VERSION + ":validate")
    @StaffToo
    @Consumes(MediaType.WILDCARD)
    public TypeViews.Validation validate(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue(MediaType.APPLICATION_OCTET_STREAM) String type,
            byte[] body) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Inputs.invalid("name", "length", 1, LONGEST_NAME);
        }
        return TypeViews.Validation.of(
                types.validate(person(), code, number.value(), name, type, body), context.locale());
    }

    /** Null where an application asks. */
    private Staff person() {
        return context.person().orElse(null);
    }

    private static Response made(DataTypeView type, int number) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/data-types/" + type.code() + "/versions/" + number)
                .header("ETag", Versions.tag(found(type, number).version()))
                .entity(TypeViews.Version.of(found(type, number)))
                .build();
    }

    private static Response answer(DataTypeView type, int number) {
        DataTypeVersionView version = found(type, number);
        return Versions.tagged(TypeViews.Version.of(version), version.version());
    }

    private static DataTypeVersionView found(DataTypeView type, int number) {
        DataTypeVersionView version = type.version(number);
        if (version == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return version;
    }
}
