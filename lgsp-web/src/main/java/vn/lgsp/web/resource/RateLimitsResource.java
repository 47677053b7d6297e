package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import vn.lgsp.authentication.boundary.RateLimits;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;

/** How many requests an application may make (Điều 5.4). */
@Path("applications/{id: [0-9a-fA-F-]{36}}/rate-limits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class RateLimitsResource {
    @Inject
    private RequestContext context;

    @EJB
    private RateLimits limits;

    /** Schema RateLimits. */
    public record Limits(int reading, int sending, int burstSeconds, String reason) {
        static Limits of(RateLimits.Limits limits) {
            return new Limits(limits.reading(), limits.sending(), limits.burstSeconds(), limits.reason());
        }
    }

    /** Schema RateLimitsInput. */
    public record Input(Integer reading, Integer sending, String reason) {}

    @GET
    public Limits find(@PathParam("id") UUID id) {
        return Limits.of(limits.limits(context.staff(), id));
    }

    @PUT
    public Limits change(@PathParam("id") UUID id, Input body) {
        Input wish = Required.body(body);
        return Limits.of(
                limits.change(context.staff(), id, new RateLimits.Wish(wish.reading(), wish.sending(), wish.reason())));
    }
}
