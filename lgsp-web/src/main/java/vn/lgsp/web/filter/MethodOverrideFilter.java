package vn.lgsp.web.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code X-HTTP-Method-Override} for clients that cannot send PATCH or DELETE (tus 1.0.0). On uploads alone, and from POST alone; the signature
 * is over the method that was sent.
 */
@PreMatching
public class MethodOverrideFilter implements ContainerRequestFilter {
    private static final Set<String> METHODS = Set.of("PATCH", "DELETE");
    private static final Pattern UPLOAD = Pattern.compile("spaces/[^/]+/uploads/[^/]+");

    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getHeaderString("X-HTTP-Method-Override");
        if (method != null
                && METHODS.contains(method)
                && request.getMethod().equals("POST")
                && UPLOAD.matcher(request.getUriInfo().getPath()).matches()) {
            request.setMethod(method);
        }
    }
}
