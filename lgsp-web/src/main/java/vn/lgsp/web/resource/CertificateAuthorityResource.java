package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import vn.lgsp.authentication.boundary.CertificatesOfPlatform;
import vn.lgsp.web.filter.Public;

/** What the platform's certificate authority publishes for everybody (RFC 5280); certificates name these addresses. */
@Path("certificate-authority")
public class CertificateAuthorityResource {
    private static final String PEM = "application/x-pem-file";

    /** What was revoked must be seen soon by whoever keeps a copy. */
    private static final String A_MINUTE = "public, max-age=60";

    @EJB
    private CertificatesOfPlatform published;

    @GET
    @Public
    @Path("ca.crt")
    @Produces("application/pkix-cert")
    public Response certificate() {
        return answer(published.certificate());
    }

    @GET
    @Public
    @Path("ca.pem")
    @Produces(PEM)
    public Response certificateAsText() {
        return answer(published.certificatePem());
    }

    @GET
    @Public
    @Path("ca.crl")
    @Produces("application/pkix-crl")
    public Response revocationList() {
        return answer(published.revocationList());
    }

    @GET
    @Public
    @Path("crl.pem")
    @Produces(PEM)
    public Response revocationListAsText() {
        return answer(published.revocationListPem());
    }

    private static Response answer(Object content) {
        return Response.ok(content).header(HttpHeaders.CACHE_CONTROL, A_MINUTE).build();
    }
}
