package vn.lgsp.web.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Names the version of tus in every answer, refusals too; clients take an answer without it for one of somebody else. */
@Tus
public class TusFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(Tus.RESUMABLE, Tus.VERSION);
        if (response.getStatus() == 412) {
            response.getHeaders().putSingle("Tus-Version", Tus.VERSION);
        }
    }
}
