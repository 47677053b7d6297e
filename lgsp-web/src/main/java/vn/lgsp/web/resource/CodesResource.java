package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.boundary.CodeFilter;
import vn.lgsp.registry.boundary.CodeRow;
import vn.lgsp.registry.boundary.Codes;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.view.Constants;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.RegistryViews;

/** Identifier codes (Điều 5.7, 7.1). */
@Path("codes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodesResource {
    private static final String CODE = "{code: [^/:]+}";
    private static final int MAX_QUERY = 100;

    @Inject
    private RequestContext context;

    @Inject
    private AgencyNames names;

    @EJB
    private Directory directory;

    @EJB
    private Codes codes;

    @GET
    @StaffOnly
    public Response list(
            @Context UriInfo uri,
            @QueryParam("q") String query,
            @QueryParam("state") String state,
            @QueryParam("within") String within,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        if (query != null && query.length() > MAX_QUERY) {
            throw Inputs.invalid("q", "length", 1, MAX_QUERY);
        }
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        CodeFilter filter = new CodeFilter(
                query == null || query.isBlank() ? null : query,
                Constants.read("state", state, IdentifierCode.State.class),
                within == null ? null : names.required("within", within),
                after,
                rows + 1);
        return Pages.of(uri, codes.list(context.staff(), filter), rows, CodeRow::code, RegistryViews.Code::of);
    }

    @GET
    @Path(CODE)
    @StaffToo
    public RegistryViews.Resolution resolve(@PathParam("code") String code) {
        return directory
                .resolve(code)
                .map(RegistryViews.Resolution::of)
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    @GET
    @Path(CODE + "/check")
    @StaffOnly
    public RegistryViews.Check check(@PathParam("code") String code) {
        return RegistryViews.Check.of(codes.check(context.staff(), code));
    }

    @GET
    @Path(CODE + "/next")
    @StaffOnly
    public RegistryViews.Check next(@PathParam("code") String code) {
        return RegistryViews.Check.of(codes.next(context.staff(), code));
    }

    @POST
    @Path(CODE + "/aliases")
    @StaffOnly
    public RegistryViews.Resolution alias(@PathParam("code") String code, RegistryViews.NewAlias body) {
        RegistryViews.NewAlias alias = Required.body(body);
        CodeRow row = codes.find(context.staff(), code);
        codes.alias(context.staff(), row.id(), alias.alias(), alias.days() == null ? 0 : alias.days(), alias.note());
        return resolve(alias.alias());
    }

    @DELETE
    @Path(CODE + "/aliases/{alias}")
    @StaffOnly
    public void endAlias(@PathParam("code") String code, @PathParam("alias") String alias) {
        codes.endAlias(context.staff(), codes.find(context.staff(), code).id(), alias);
    }

    @POST
    @Path(CODE + ":lock")
    @StaffOnly
    public Response lock(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Inputs.Reason reason) {
        return turn(code, true, ifMatch, reason);
    }

    @POST
    @Path(CODE + ":unlock")
    @StaffOnly
    public Response unlock(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Inputs.Reason reason) {
        return turn(code, false, ifMatch, reason);
    }

    @GET
    @Path(CODE + "/issue")
    @StaffOnly
    public Response issue(@PathParam("code") String code) {
        return answer(codes.find(context.staff(), code));
    }

    private Response turn(String code, boolean locked, String ifMatch, Inputs.Reason reason) {
        CodeRow row = codes.find(context.staff(), code);
        String why = Required.body(reason).text();
        int seen = Versions.required(ifMatch);
        Versions.edit(() -> {
            codes.lock(context.staff(), row.id(), locked, why, seen);
            return null;
        });
        return answer(codes.find(context.staff(), code));
    }

    private static Response answer(CodeRow row) {
        return Versions.tagged(RegistryViews.Code.of(row), row.version());
    }
}
