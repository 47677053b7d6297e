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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.CodeLists;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.TypeViews;

/** Lists of codes that data types share (Điều 3.6, 15.3): read by everybody, written by people. */
@Path("code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodeListsResource {
    private static final String CODE = "{code: [^/:]+}";
    private static final String VERSION = CODE + "/versions/{number: [^/:]+}";

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @Inject
    private AgencyNames agencies;

    @EJB
    private CodeLists lists;

    @GET
    @StaffToo
    public Response list(
            @Context UriInfo uri,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        return Pages.of(uri, lists.list(person(), after, rows + 1), rows, CodeListView::code, TypeViews.CodeList::of);
    }

    @POST
    @StaffOnly
    public Response create(@HeaderParam("Idempotency-Key") String key, TypeViews.NewCodeList body) {
        return idempotency.once(key, () -> {
            TypeViews.NewCodeList wanted = Required.body(body);
            return made(lists.create(
                    context.staff(),
                    wanted.code(),
                    wanted.nameVi(),
                    wanted.nameEn(),
                    agencies.optional("owner", wanted.owner())));
        });
    }

    @GET
    @Path(CODE)
    @StaffToo
    public TypeViews.CodeList find(@PathParam("code") String code) {
        return TypeViews.CodeList.of(lists.find(person(), code));
    }

    @POST
    @Path(CODE + "/versions")
    @StaffOnly
    public Response draft(@PathParam("code") String code) {
        return made(lists.draft(context.staff(), code));
    }

    @GET
    @Path(VERSION + "/entries")
    @StaffToo
    public Response entries(
            @Context UriInfo uri,
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @QueryParam("limit") @DefaultValue("200") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        List<CodeListView.Entry> found = lists.entries(person(), code, number.value(), after, rows + 1);
        return Pages.of(uri, found, rows, CodeListView.Entry::code, TypeViews.Entry::of);
    }

    @PUT
    @Path(VERSION + "/entries")
    @StaffOnly
    public Response replace(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @HeaderParam("If-Match") String ifMatch,
            TypeViews.Entries body) {
        List<CodeListView.Entry> entries = Required.body(body).list();
        int seen = Versions.required(ifMatch);
        return answer(
                Versions.edit(() -> lists.replace(context.staff(), code, number.value(), seen, entries)),
                number.value());
    }

    @POST
    @Path(VERSION + ":publish")
    @StaffOnly
    public Response publish(
            @PathParam("code") String code,
            @PathParam("number") VersionNumber number,
            @HeaderParam("If-Match") String ifMatch) {
        return answer(
                Versions.edit(() -> lists.publish(context.staff(), code, number.value(), Versions.optional(ifMatch))),
                number.value());
    }

    /** Null where an application asks. */
    private Staff person() {
        return context.person().orElse(null);
    }

    private static Response made(CodeListView list) {
        CodeListView.Version newest = list.versions().get(0);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/code-lists/" + list.code() + "/versions/" + newest.number() + "/entries")
                .header("ETag", Versions.tag(newest.version()))
                .entity(TypeViews.CodeList.of(list))
                .build();
    }

    private static Response answer(CodeListView list, int number) {
        int version = list.versions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND))
                .version();
        return Versions.tagged(TypeViews.CodeList.of(list), version);
    }
}
