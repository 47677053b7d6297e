package vn.lgsp.web.filter;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import vn.lgsp.authentication.boundary.AccessProtocol;
import vn.lgsp.authentication.boundary.Authenticated;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Finds out who sent a form to the token service: by a client assertion in the form (RFC 7523) or by the signature of the request, by exactly
 * one of them (RFC 6749 section 2.3). Public operations excepted.
 */
@Priority(Priorities.AUTHENTICATION)
public class ClientFilter implements ContainerRequestFilter {
    /** How an assertion is announced (RFC 7523 section 2.2). */
    public static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** The largest form, bytes. */
    static final int MAX_FORM = 64 * 1024;

    @Inject
    private RequestContext context;

    @Inject
    private PostedForm form;

    @EJB
    private AccessProtocol protocol;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (resource.getResourceMethod() == null) {
            throw new LgspException(ErrorCode.METHOD_NOT_ALLOWED);
        }
        if (resource.getResourceMethod().isAnnotationPresent(Public.class)) {
            return;
        }
        if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            throw new LgspException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
        byte[] body = AuthenticationFilter.read(request, MAX_FORM);
        SignedRequest signed = AuthenticationFilter.signedRequest(servlet, context.id(), () -> body);
        form.read(signed, body);
        String assertion = assertion(signed);
        boolean reports = resource.getResourceMethod().isAnnotationPresent(Reporting.class);
        Authenticated client = reports
                ? protocol.step4DestinationReports(signed, assertion)
                : protocol.step1SourceAsks(signed, assertion);
        client.body().check(body);
        form.sentBy(client);
        context.authenticated(client);
        client.sunset().ifPresent(sunset -> request.setProperty(RequestIdFilter.SUNSET, sunset));
    }

    /** The assertion; null when the request itself must be signed. */
    private String assertion(SignedRequest signed) {
        String assertion = form.get("client_assertion").orElse(null);
        String type = form.get("client_assertion_type").orElse(null);
        if (assertion == null && type == null) {
            return null;
        }
        if (assertion == null || signed.has("signature-input") || signed.has("authorization")) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "client_assertion");
        }
        if (!ASSERTION_TYPE.equals(type)) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "client_assertion_type");
        }
        return assertion;
    }
}
