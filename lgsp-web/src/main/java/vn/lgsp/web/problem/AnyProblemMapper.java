package vn.lgsp.web.problem;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.lgsp.authentication.boundary.Challenge;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.RequestRefused;
import vn.lgsp.web.filter.RequestContext;

/** Turns every failure into a problem of the catalogue. What nobody foresaw is logged with its id and told without its inside. */
public class AnyProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(AnyProblemMapper.class.getName());

    @Inject
    private RequestContext context;

    @Inject
    private Event<RequestRefused> refused;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        LgspException error = known(failure);
        refused.fire(refused(error.code(), context, request, uri));
        if (error.code() == ErrorCode.INTERNAL) {
            LOG.log(Level.ERROR, "request " + context.id() + " failed", failure);
        }
        Problem problem = Problem.of(error, context.id(), context.locale());
        Response.ResponseBuilder answer = Response.status(error.code().status())
                .type("application/problem+json")
                .entity(
                        headers.getHeaderString(SignedRequest.ACCESS_TOKEN_HEADER) == null
                                ? problem
                                : problem.forOlderSoftware());
        if (error.code().status() == 401) {
            boolean body = headers.getLength() > 0 || headers.getMediaType() != null;
            answer.header(Challenge.WWW_AUTHENTICATE, Challenge.WWW_AUTHENTICATE_VALUE);
            answer.header(Challenge.ACCEPT_SIGNATURE, Challenge.acceptSignature(body));
            answer.header(Challenge.WANT_CONTENT_DIGEST, Challenge.WANT_CONTENT_DIGEST_VALUE);
        }
        RetryAfter.seconds(error).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (error.code() == ErrorCode.RANGE_NOT_SATISFIABLE) {
            answer.header("Content-Range", "bytes */" + error.arguments()[0]);
        }
        if (failure instanceof WebApplicationException web
                && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    static RequestRefused refused(ErrorCode code, RequestContext context, Request request, UriInfo uri) {
        return new RequestRefused(
                code,
                context.signer().orElse(null),
                request.getMethod(),
                uri.getRequestUri().getRawPath());
    }

    /** The entry of the catalogue that stands for a failure. */
    static LgspException known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LgspException error) {
                return error;
            }
        }
        if (failure instanceof WebApplicationException web) {
            return new LgspException(code(web), "HTTP " + web.getResponse().getStatus());
        }
        if (unavailable(failure)) {
            return new LgspException(ErrorCode.UNAVAILABLE);
        }
        return new LgspException(ErrorCode.INTERNAL);
    }

    private static ErrorCode code(WebApplicationException web) {
        if (web instanceof NotAllowedException) {
            return ErrorCode.METHOD_NOT_ALLOWED;
        }
        if (web instanceof NotAcceptableException) {
            return ErrorCode.NOT_ACCEPTABLE;
        }
        if (web instanceof NotSupportedException) {
            return ErrorCode.MEDIA_TYPE_UNSUPPORTED;
        }
        int status = web.getResponse().getStatus();
        if (status == 404) {
            return ErrorCode.NOT_FOUND;
        }
        return status >= 400 && status < 500 ? ErrorCode.REQUEST_MALFORMED : ErrorCode.INTERNAL;
    }

    /** The database is away, has no connection left, or rolled back for the sake of another transaction: nothing was done, and it can be tried again. */
    private static boolean unavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean undone = cause instanceof java.sql.SQLException sql
                    && (sql.getSQLState() == null
                            || sql.getSQLState().startsWith("08")
                            || sql.getSQLState().startsWith("40")
                            || sql.getSQLState().startsWith("57P"));
            if (undone) {
                return true;
            }
        }
        return false;
    }
}
