package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import vn.lgsp.authentication.boundary.AccessKeyLists;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.authentication.boundary.IssuedKey;
import vn.lgsp.authentication.boundary.KeyFilter;
import vn.lgsp.authentication.boundary.KeyState;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Constants;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.KeyViews;
import vn.lgsp.web.view.Outputs;

/** Keys of an application through their life (Điều 7.1a, 10). A key is found under its own application only. */
@Path("applications/{id: [0-9a-fA-F-]{36}}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class AccessKeysResource {
    private static final String KEY = "{key: [0-9a-fA-F-]{36}}";
    private static final int MOST_DAYS = 400;

    @Inject
    private RequestContext context;

    @EJB
    private AccessKeys keys;

    @EJB
    private AccessKeyLists lists;

    @PathParam("id")
    private UUID application;

    @GET
    public Response list(
            @Context UriInfo uri,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, Pages.MOST);
        KeyFilter filter = new KeyFilter(
                null,
                null,
                application,
                null,
                Constants.read("state", state, KeyState.class),
                null,
                after == null ? null : Required.id("after", after),
                rows + 1);
        return Pages.of(uri, lists.list(context.staff(), filter), rows, KeyView::id, KeyViews.Item::of);
    }

    @POST
    public Response issue(@HeaderParam("Idempotency-Key") String order, KeyViews.New body) {
        return made(keys.issue(context.staff(), application, Required.body(body).order(Idempotency.unquoted(order))));
    }

    @GET
    @Path(KEY)
    public Response find(@PathParam("key") UUID key) {
        return answer(own(key));
    }

    @PATCH
    @Path(KEY)
    public Response change(@PathParam("key") UUID key, @HeaderParam("If-Match") String ifMatch, KeyViews.Change body) {
        keys.requireOf(context.staff(), application, key);
        KeyViews.Change wanted = Required.body(body);
        int seen = Versions.required(ifMatch);
        KeyView now = own(key);
        return answer(Versions.edit(() -> keys.change(context.staff(), key, seen, wanted.over(now))));
    }

    @POST
    @Path(KEY + ":rotate")
    public Response rotate(
            @PathParam("key") UUID key,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String order,
            KeyViews.Rotation body) {
        keys.requireOf(context.staff(), application, key);
        KeyViews.Rotation wanted = Required.body(body);
        return made(Versions.edit(() -> keys.rotate(
                context.staff(), key, Versions.optional(ifMatch), wanted.order(Idempotency.unquoted(order)))));
    }

    @POST
    @Path(KEY + ":end-overlap")
    public Response endOverlap(@PathParam("key") UUID key, @HeaderParam("If-Match") String ifMatch) {
        keys.requireOf(context.staff(), application, key);
        return answer(Versions.edit(() -> keys.endOverlap(context.staff(), key, Versions.optional(ifMatch))));
    }

    @POST
    @Path(KEY + ":revoke")
    public Response revoke(@PathParam("key") UUID key, @HeaderParam("If-Match") String ifMatch, Inputs.Reason body) {
        keys.requireOf(context.staff(), application, key);
        String reason = Required.body(body).text();
        return answer(Versions.edit(() -> keys.revoke(context.staff(), key, Versions.optional(ifMatch), reason)));
    }

    @GET
    @Path(KEY + "/use")
    public Outputs.Page<KeyViews.Use> use(
            @PathParam("key") UUID key, @QueryParam("days") @DefaultValue("30") String days) {
        own(key);
        return new Outputs.Page<>(lists.use(context.staff(), key, Required.number("days", days, 1, MOST_DAYS)).stream()
                .map(KeyViews.Use::of)
                .toList());
    }

    @GET
    @Path(KEY + "/history")
    public Outputs.Page<KeyViews.Event> history(@PathParam("key") UUID key) {
        own(key);
        return new Outputs.Page<>(lists.history(context.staff(), key).stream()
                .map(KeyViews.Event::of)
                .toList());
    }

    private KeyView own(UUID id) {
        KeyView key = keys.find(context.staff(), id);
        if (!key.applicationId().equals(application)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return key;
    }

    private Response made(IssuedKey key) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/applications/" + application + "/keys/" + key.id())
                .entity(KeyViews.Issued.of(key))
                .build();
    }

    private static Response answer(KeyView key) {
        return Versions.tagged(KeyViews.Item.of(key), key.version());
    }
}
