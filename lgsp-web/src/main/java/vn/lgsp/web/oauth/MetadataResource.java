package vn.lgsp.web.oauth;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import vn.lgsp.authentication.boundary.AccessProtocol;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.filter.AuthenticationFilter;
import vn.lgsp.web.filter.Public;
import vn.lgsp.web.filter.RequestContext;

/** Tells clients where the token service is and what it can do (RFC 8414). */
@Path("oauth-authorization-server")
@Produces(MediaType.APPLICATION_JSON)
public class MetadataResource {
    private static final List<String> METHODS = List.of("client_secret_jwt", "private_key_jwt");
    private static final List<String> ALGORITHMS = List.of("HS256", "RS256", "PS256", "PS512", "ES256", "EdDSA");

    @Inject
    private RequestContext context;

    @EJB
    private AccessProtocol protocol;

    @GET
    @Public
    public Response metadata(@Context HttpServletRequest servlet) {
        String issuer = protocol.issuer(AuthenticationFilter.signedRequest(servlet, context.id(), null))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        OAuthViews.Metadata metadata = new OAuthViews.Metadata(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/oauth2/jwks",
                issuer + "/oauth2/introspect",
                issuer + "/oauth2/revoke",
                List.of(),
                List.of("client_credentials"),
                METHODS,
                ALGORITHMS,
                METHODS,
                ALGORITHMS,
                METHODS,
                ALGORITHMS,
                List.of("RS256", "HS256"));
        return Response.ok(metadata)
                .header("Cache-Control", "public, max-age=600")
                .build();
    }
}
