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
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationFilter;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.reporting.boundary.ReorganisationPrint;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.ReorganisationInputs;
import vn.lgsp.web.view.ReorganisationInputs.Draft;
import vn.lgsp.web.view.ReorganisationOutputs.Change;
import vn.lgsp.web.view.ReorganisationOutputs.Event;
import vn.lgsp.web.view.ReorganisationOutputs.Impact;
import vn.lgsp.web.view.ReorganisationOutputs.Request;
import vn.lgsp.web.view.ReorganisationOutputs.Thing;

/** Requests for reorganisation (đề nghị thay đổi tổ chức, Điều 7.2), for people and their own programs. */
@Path("reorganisations")
@StaffOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReorganisationsResource {
    private static final String ID = "{id: [0-9a-fA-F-]{36}}";
    private static final int MAX_QUERY = 100;

    @Inject
    private RequestContext context;

    @Inject
    private Idempotency idempotency;

    @EJB
    private Reorganisations requests;

    @EJB
    private ReorganisationActs acts;

    @EJB
    private ReorganisationPrint print;

    @GET
    public Response list(
            @QueryParam("q") String query,
            @QueryParam("state") String state,
            @QueryParam("act") String act,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after) {
        int rows = Required.number("limit", limit, 1, 200);
        if (query != null && query.length() > MAX_QUERY) {
            throw Inputs.invalid("q", "length", 0, MAX_QUERY);
        }
        List<ReorganisationView> found = requests.list(
                staff(),
                new ReorganisationFilter(
                        query,
                        ReorganisationInputs.constant(ReorganisationState.class, "state", state),
                        ReorganisationInputs.constant(ReorganisationAct.class, "act", act),
                        after == null ? null : Required.id("after", after),
                        rows + 1));
        List<ReorganisationView> page = found.subList(0, Math.min(rows, found.size()));
        Response.ResponseBuilder answer = Response.ok(new Outputs.Page<>(page.stream()
                .map(view -> Request.of(view, null, null, context.locale()))
                .toList()));
        if (found.size() > rows) {
            UriBuilder next = UriBuilder.fromPath("/api/v1/reorganisations").queryParam("limit", rows);
            add(next, "q", query);
            add(next, "state", state);
            add(next, "act", act);
            next.queryParam("after", page.get(rows - 1).id());
            answer.header("Link", Link.fromUriBuilder(next).rel("next").build());
        }
        return answer.build();
    }

    private static void add(UriBuilder next, String name, String value) {
        if (value != null) {
            next.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    @POST
    public Response draft(@HeaderParam("Idempotency-Key") String key, Draft draft) {
        return idempotency.once(key, () -> draft(draft));
    }

    private Response draft(Draft draft) {
        UUID id = acts.draft(staff(), Required.body(draft).toDraft());
        return one(Response.status(Response.Status.CREATED).header("Location", "/api/v1/reorganisations/" + id), id);
    }

    @GET
    @Path(ID)
    public Response request(@PathParam("id") UUID id) {
        return one(Response.ok(), id);
    }

    @PUT
    @Path(ID)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String seen, Draft draft) {
        try {
            acts.change(staff(), id, Required.body(draft).toDraft(), version(seen));
        } catch (LgspException refusal) {
            throw refusal.code() == ErrorCode.EDIT_CONFLICT ? new LgspException(ErrorCode.VERSION_OUTDATED) : refusal;
        }
        return one(Response.ok(), id);
    }

    /** The version that If-Match names; one that nothing has for what is no version of ours. */
    private static int version(String seen) {
        if (seen == null) {
            throw new LgspException(ErrorCode.VERSION_MISSING);
        }
        return seen.matches("\"\\d{1,9}\"") ? Integer.parseInt(seen.substring(1, seen.length() - 1)) : -1;
    }

    @GET
    @Path(ID + "/impact")
    public Impact impact(@PathParam("id") UUID id) {
        return Impact.of(requests.impact(staff(), id), context.locale());
    }

    @GET
    @Path(ID + "/things")
    public Outputs.Page<Thing> things(@PathParam("id") UUID id) {
        return new Outputs.Page<>(
                requests.things(staff(), id).stream().map(Thing::of).toList());
    }

    @GET
    @Path(ID + "/decision")
    @Produces("application/pdf")
    public Response decision(@PathParam("id") UUID id) {
        String number = requests.find(staff(), id).number();
        return Response.ok(print.pdf(staff(), id, context.locale()))
                .header("Content-Disposition", "attachment; filename=\"" + number + ".pdf\"")
                .build();
    }

    @GET
    @Path(ID + "/changes")
    public Outputs.Page<Change> changes(@PathParam("id") UUID id) {
        return new Outputs.Page<>(
                requests.changes(staff(), id).stream().map(Change::of).toList());
    }

    @GET
    @Path(ID + "/events")
    public Outputs.Page<Event> events(@PathParam("id") UUID id) {
        return new Outputs.Page<>(
                requests.events(staff(), id).stream().map(Event::of).toList());
    }

    @POST
    @Path(ID + ":submit")
    public Response submit(@PathParam("id") UUID id) {
        acts.submit(staff(), id);
        return one(Response.ok(), id);
    }

    @POST
    @Path(ID + ":accept")
    public Response accept(@PathParam("id") UUID id) {
        acts.accept(staff(), id);
        return one(Response.ok(), id);
    }

    @POST
    @Path(ID + ":return")
    public Response sendBack(@PathParam("id") UUID id, Inputs.Reason reason) {
        acts.sendBack(staff(), id, Required.body(reason).text());
        return one(Response.ok(), id);
    }

    @POST
    @Path(ID + ":approve")
    public Response approve(@PathParam("id") UUID id) {
        acts.approve(staff(), id);
        return one(Response.ok(), id);
    }

    @POST
    @Path(ID + ":refuse")
    public Response refuse(@PathParam("id") UUID id, Inputs.Reason reason) {
        acts.refuse(staff(), id, Required.body(reason).text());
        return one(Response.ok(), id);
    }

    @POST
    @Path(ID + ":cancel")
    public Response cancel(@PathParam("id") UUID id, Inputs.Reason reason) {
        acts.cancel(staff(), id, Required.body(reason).text());
        return one(Response.ok(), id);
    }

    @POST
    @Path(ID + ":undo")
    public Response undo(@PathParam("id") UUID id, Inputs.Reason reason) {
        acts.undo(staff(), id, Required.body(reason).text());
        return one(Response.ok(), id);
    }

    private Staff staff() {
        return context.staff();
    }

    private Response one(Response.ResponseBuilder answer, UUID id) {
        ReorganisationView view = requests.find(staff(), id);
        Locale locale = context.locale();
        return answer.header(HttpHeaders.ETAG, "\"" + view.version() + "\"")
                .entity(Request.of(view, requests.steps(staff(), id), requests.heirs(staff(), id), locale))
                .build();
    }
}
