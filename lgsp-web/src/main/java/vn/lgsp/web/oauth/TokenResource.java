package vn.lgsp.web.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.AccessProtocol;
import vn.lgsp.authentication.boundary.IssuedTicket;
import vn.lgsp.authentication.boundary.PlatformAnswers;
import vn.lgsp.authentication.boundary.TicketAnswer;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.filter.PostedForm;
import vn.lgsp.web.filter.Public;
import vn.lgsp.web.filter.Reporting;

/** Tickets of access over HTTP (Điều 10.1, 10.2, 10.4, 10.5); the rules are in {@link AccessProtocol}. */
@Path("")
public class TokenResource {
    /** The media type of a signed answer (RFC 9701 section 5). */
    static final String SIGNED_ANSWER = "application/token-introspection+jwt";

    private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private static final String CLIENT_CREDENTIALS = "client_credentials";

    @Inject
    private PostedForm form;

    @EJB
    private AccessProtocol protocol;

    @EJB
    private PlatformAnswers answers;

    @POST
    @Path("token")
    @Produces(MediaType.APPLICATION_JSON)
    public OAuthViews.Grant token() {
        requireSameClient();
        if (!CLIENT_CREDENTIALS.equals(form.require("grant_type"))) {
            throw new LgspException(ErrorCode.GRANT_TYPE_UNSUPPORTED);
        }
        String resource = form.get("resource").orElseThrow(() -> new LgspException(ErrorCode.TARGET_UNKNOWN));
        IssuedTicket ticket = protocol.step2IssueTicket(
                form.client(), resource, form.get("scope").orElse(null));
        return OAuthViews.Grant.of(ticket);
    }

    @POST
    @Reporting
    @Path("introspect")
    @Produces({SIGNED_ANSWER, MediaType.APPLICATION_JSON})
    public Response introspect(@HeaderParam("Accept") String accept) {
        requireSameClient();
        boolean signed = accept != null && accept.toLowerCase(Locale.ROOT).contains(SIGNED_ANSWER);
        String ticket = form.require("token");
        String nonce = form.get("nonce").orElse(null);
        if (nonce != null && !NONCE.matcher(nonce).matches()) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "nonce");
        }
        String issuer = protocol.issuer(form.request()).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        TicketAnswer answer = protocol.step5Answer(form.client(), ticket, Proofs.of(form), signed);
        byte[] text = (signed
                        ? answers.signed(answer, issuer, form.client().caller(), nonce)
                        : answers.plain(answer, issuer))
                .getBytes(UTF_8);
        return Response.ok(text, signed ? SIGNED_ANSWER : MediaType.APPLICATION_JSON)
                .build();
    }

    /** RFC 7009: the answer to a ticket that is nobody's is the same. */
    @POST
    @Path("revoke")
    public Response revoke() {
        requireSameClient();
        protocol.revoke(form.client(), form.require("token"));
        return Response.ok().build();
    }

    @GET
    @Public
    @Path("jwks")
    @Produces(MediaType.APPLICATION_JSON)
    public Response jwks() {
        OAuthViews.KeySet keys = new OAuthViews.KeySet(
                answers.keys().stream().map(OAuthViews.Key::of).toList());
        return Response.ok(keys).header("Cache-Control", "public, max-age=600").build();
    }

    /** Where the form names the client too, it must be the one that signed. */
    private void requireSameClient() {
        String named = form.get("client_id").orElse(null);
        if (named != null && !protocol.isOf(named, form.client())) {
            throw new LgspException(ErrorCode.ASSERTION_NOT_USABLE, "client_id");
        }
    }
}
