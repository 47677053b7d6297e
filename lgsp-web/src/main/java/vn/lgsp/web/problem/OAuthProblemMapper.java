package vn.lgsp.web.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.Challenge;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.RequestRefused;
import vn.lgsp.web.filter.PostedForm;
import vn.lgsp.web.filter.RequestContext;

/**
 * Turns failures of the token service into what OAuth clients expect (RFC 6749 section 5.2), with the members of the catalogue beside it:
 * clients read {@code error}, people read {@code detail} and {@code fix}.
 */
public class OAuthProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(OAuthProblemMapper.class.getName());

    /** RFC 6749 appendix A.8 allows no others in a description. */
    private static final Pattern NOT_DESCRIPTION = Pattern.compile("[^\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]");

    @Inject
    private RequestContext context;

    @Inject
    private PostedForm form;

    @Inject
    private Event<RequestRefused> refused;

    @Context
    private Request request;

    @Context
    private UriInfo uri;

    /** Schema OAuthError. */
    public record OAuthError(
            String error,
            @JsonProperty("error_description") String description,
            String code,
            int status,
            String title,
            String detail,
            String fix,
            boolean retry,
            String requestId) {}

    @Override
    public Response toResponse(Throwable failure) {
        LgspException error = AnyProblemMapper.known(failure);
        ErrorCode code = error.code();
        refused.fire(AnyProblemMapper.refused(code, context, request, uri));
        if (code == ErrorCode.INTERNAL) {
            LOG.log(Level.ERROR, "request " + context.id() + " failed", failure);
        }
        Locale locale = context.locale();
        String english = NOT_DESCRIPTION
                .matcher(ErrorTexts.detail(error, Locale.ENGLISH))
                .replaceAll("'");
        Response.ResponseBuilder answer = Response.status(code.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(new OAuthError(
                        name(code),
                        english,
                        code.code(),
                        code.status(),
                        ErrorTexts.title(code, locale),
                        ErrorTexts.detail(error, locale),
                        ErrorTexts.fix(code, locale),
                        code.retry(),
                        context.id().toString()));
        if (code.status() == 401 && form.get("client_assertion").isEmpty()) {
            // Only to whoever did not choose another way to say who it is (RFC 6749 section 5.2).
            answer.header(Challenge.WWW_AUTHENTICATE, Challenge.WWW_AUTHENTICATE_VALUE);
            answer.header(Challenge.ACCEPT_SIGNATURE, Challenge.acceptSignature(true));
            answer.header(Challenge.WANT_CONTENT_DIGEST, Challenge.WANT_CONTENT_DIGEST_VALUE);
        }
        RetryAfter.seconds(error).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }

    private static String name(ErrorCode code) {
        return switch (code) {
            case TARGET_UNKNOWN -> "invalid_target";
            case OPERATION_UNKNOWN -> "invalid_scope";
            case GRANT_TYPE_UNSUPPORTED -> "unsupported_grant_type";
            case NO_CALL_RIGHT, QUOTA_USED_UP, CHANNEL_NOT_CONFIDENTIAL -> "access_denied";
            case APPLICATION_NOT_ACTIVE, KEY_SCOPE_MISSING, KEY_NOT_FOR_ADDRESS -> "unauthorized_client";
            case UNAVAILABLE, RATE_LIMITED -> "temporarily_unavailable";
            case INTERNAL -> "server_error";
            default -> code.status() == 401 ? "invalid_client" : "invalid_request";
        };
    }
}
