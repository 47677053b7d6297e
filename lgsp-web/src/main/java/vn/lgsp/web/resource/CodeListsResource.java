package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.function.Supplier;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.CodeListDrafts;
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

    @EJB
    private CodeListDrafts drafts;

    @GET
    @StaffToo
    public Response list(
            @Context UriInfo uri,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        return Pages.of(
                uri, lists.list(person(), null, after, rows + 1), rows, CodeListView::code, TypeViews.CodeList::of);
    }

    @POST
    @StaffOnly
    public Response create(@HeaderParam("Idempotency-Key") String key, TypeViews.NewCodeList body) {
        return idempotency.once(key, () -> {
            TypeViews.NewCodeList wanted = Required.body(body);
            return made(drafts.create(
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
        return made(drafts.draft(context.staff(), code));
    }

    @GET
    @Path(VERSION + "/entries")
    @StaffToo
    public Response entries(
            @Context UriInfo uri,
            @BeanParam VersionRef at,
            @QueryParam("limit") @DefaultValue("200") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        List<CodeListView.Entry> found = lists.entries(person(), at.code(), at.number(), null, after, rows + 1);
        return Pages.of(uri, found, rows, CodeListView.Entry::code, TypeViews.Entry::of);
    }

    @PUT
    @Path(VERSION + "/entries")
    @StaffOnly
    public Response replace(@BeanParam VersionRef at, TypeViews.Entries body) {
        List<CodeListView.Entry> entries = Required.body(body).list();
        int seen = at.seen();
        return done(at, () -> drafts.replace(context.staff(), at.code(), at.number(), seen, entries));
    }

    @POST
    @Path(VERSION + ":publish")
    @StaffOnly
    public Response publish(@BeanParam VersionRef at) {
        return done(at, () -> drafts.publish(context.staff(), at.code(), at.number(), at.seenIfTold()));
    }

    /** Null where an application asks. */
    private Staff person() {
        return context.person().orElse(null);
    }

    private static Response made(CodeListView list) {
        CodeListView.Version newest = list.versions().get(0);
        return Versions.created(
                "code-lists/" + list.code() + "/versions/" + newest.number() + "/entries",
                TypeViews.CodeList.of(list),
                newest.version());
    }

    private static Response done(VersionRef at, Supplier<CodeListView> act) {
        CodeListView list = Versions.edit(act);
        int version = list.version(at.number())
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND))
                .version();
        return Versions.tagged(TypeViews.CodeList.of(list), version);
    }
}
