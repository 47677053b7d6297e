package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import vn.lgsp.authentication.boundary.OpenedSession;
import vn.lgsp.authentication.boundary.Sessions;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.view.AccessToken;
import vn.lgsp.web.view.Inputs;

/** Where older software gets its token, as the interfaces of provinces have it; the token is that of a session (Điều 8.1). */
@Path("access-token")
@Produces(MediaType.APPLICATION_JSON)
public class AccessTokenResource {
    private static final String GRANT = "client_credentials";

    @Inject
    private RequestContext context;

    @EJB
    private Sessions sessions;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public AccessToken issue(@FormParam("grant_type") String grantType) {
        if (!GRANT.equals(grantType)) {
            throw Inputs.invalid("grant_type", grantType == null ? "required" : "unknown");
        }
        if (!context.confidential()) {
            throw new LgspException(ErrorCode.CHANNEL_NOT_CONFIDENTIAL);
        }
        OpenedSession session = sessions.open(context.caller(), context.waivers(), true);
        if (session.token() == null) {
            throw new LgspException(ErrorCode.SESSION_NOT_USABLE);
        }
        return new AccessToken(
                session.token(),
                "Bearer",
                Duration.between(Instant.now(), session.tokenEndsWithoutHeartbeat())
                        .toSeconds());
    }
}
