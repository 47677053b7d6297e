package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.routing.boundary.RouteTrial;
import vn.lgsp.routing.boundary.RouteTrials;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffToo;
import vn.lgsp.web.problem.Problem;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.RouteViews;

/** What would become of a request: for people, and for applications about themselves (Điều 5.7). */
@Path("routes:simulate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RouteTrialResource {
    @Inject
    private RequestContext context;

    @EJB
    private RouteTrials trials;

    @POST
    @StaffToo
    public RouteViews.Trial simulate(RouteViews.Simulation body) {
        RouteViews.Simulation simulation = Required.body(body);
        RouteTrial trial = context.signer().isEmpty() ? forPeople(simulation) : forItself(simulation);
        Problem refusal = trial.refusal() == null ? null : Problem.of(trial.refusal(), context.id(), context.locale());
        return RouteViews.Trial.of(trial, refusal);
    }

    private RouteTrial forPeople(RouteViews.Simulation simulation) {
        if (simulation.application() == null) {
            throw Inputs.invalid("application", "required");
        }
        return trials.simulate(
                context.staff(),
                Required.id("application", simulation.application()),
                simulation.toRequest(),
                simulation.time(),
                simulation.version());
    }

    private RouteTrial forItself(RouteViews.Simulation simulation) {
        Caller caller = context.caller();
        String named = simulation.application();
        if (simulation.version() != null
                || named != null
                        && !named.equalsIgnoreCase(caller.applicationId().toString())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return trials.simulate(caller, simulation.toRequest(), simulation.time());
    }
}
