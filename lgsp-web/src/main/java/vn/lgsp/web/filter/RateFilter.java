package vn.lgsp.web.filter;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;
import vn.lgsp.authentication.boundary.RateLimits;

/**
 * Refuses applications that ask too often (Điều 5.4): as soon as it is known who asks, before a streamed body is read or anything is looked up.
 * Who has not signed cannot use up the share of somebody else.
 */
@Priority(Priorities.AUTHENTICATION + 1)
public class RateFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private RequestContext context;

    @EJB
    private RateLimits limits;

    @Override
    public void filter(ContainerRequestContext request) {
        RateLimits.Kind kind =
                READING.contains(request.getMethod()) ? RateLimits.Kind.READING : RateLimits.Kind.SENDING;
        context.signer().ifPresent(caller -> limits.take(caller, kind));
    }
}
