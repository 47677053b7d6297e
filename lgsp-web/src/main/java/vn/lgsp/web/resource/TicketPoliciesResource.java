package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import vn.lgsp.authentication.boundary.TicketPolicies;
import vn.lgsp.model.authentication.TicketPolicy;
import vn.lgsp.model.authentication.TicketPolicy.AnswerSignature;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.Constants;

/** What a service asks of whoever shows a ticket (Điều 10.4, 10.5). */
@Path("services/{id: [0-9a-fA-F-]{36}}/ticket-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class TicketPoliciesResource {
    @Inject
    private RequestContext context;

    @EJB
    private TicketPolicies policies;

    /** Schema TicketPolicy. */
    public record Policy(Boolean requestProof, String answerSignature, Integer lifetimeSeconds, Integer useLimit) {
        static Policy of(TicketPolicy policy) {
            return new Policy(
                    policy.requestProof(),
                    Constants.of(policy.answerSignature()),
                    policy.lifetimeSeconds(),
                    policy.useLimit());
        }

        AnswerSignature signature() {
            return Constants.read("answerSignature", answerSignature, AnswerSignature.class);
        }
    }

    @GET
    public Response find(@PathParam("id") UUID id) {
        return answer(policies.find(context.staff(), id));
    }

    @PUT
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Policy body) {
        Policy wanted = Required.body(body);
        int seen = Versions.required(ifMatch);
        return answer(Versions.edit(() -> policies.change(
                context.staff(),
                id,
                seen,
                wanted.requestProof(),
                wanted.signature(),
                wanted.lifetimeSeconds(),
                wanted.useLimit())));
    }

    private static Response answer(TicketPolicy policy) {
        return Versions.tagged(Policy.of(policy), policy.version());
    }
}
