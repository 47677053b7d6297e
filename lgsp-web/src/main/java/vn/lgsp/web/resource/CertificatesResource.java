package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import vn.lgsp.authentication.boundary.CertificateView;
import vn.lgsp.authentication.boundary.Certificates;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.view.CertificateViews;
import vn.lgsp.web.view.Outputs;

/** Certificates of an application (Điều 4.4, 10, 14.1). */
@Path("applications/{id: [0-9a-fA-F-]{36}}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@StaffOnly
public class CertificatesResource {
    private static final String CERTIFICATE = "{certificateId: [0-9a-fA-F-]{36}}";

    @Inject
    private RequestContext context;

    @EJB
    private Certificates certificates;

    /** All of them: an application has few. */
    @GET
    public Outputs.Page<CertificateViews.Item> list(@PathParam("id") UUID id) {
        return new Outputs.Page<>(certificates.list(context.staff(), id).stream()
                .map(CertificateViews.Item::of)
                .toList());
    }

    @POST
    public Response add(@PathParam("id") UUID id, CertificateViews.New body) {
        CertificateViews.New wanted = Required.body(body);
        return created(
                id,
                wanted.binds()
                        ? certificates.bind(context.staff(), id, wanted.certificate())
                        : certificates.issue(context.staff(), id, wanted.request()));
    }

    @GET
    @Path(CERTIFICATE)
    public CertificateViews.Item find(@PathParam("id") UUID id, @PathParam("certificateId") UUID certificateId) {
        return CertificateViews.Item.of(certificates.find(context.staff(), id, certificateId));
    }

    @POST
    @Path(CERTIFICATE + ":renew")
    public Response renew(
            @PathParam("id") UUID id, @PathParam("certificateId") UUID certificateId, CertificateViews.Renewal body) {
        return created(
                id,
                certificates.renew(
                        context.staff(), id, certificateId, Required.body(body).request()));
    }

    @POST
    @Path(CERTIFICATE + ":revoke")
    public CertificateViews.Item revoke(
            @PathParam("id") UUID id,
            @PathParam("certificateId") UUID certificateId,
            CertificateViews.Revocation body) {
        CertificateViews.Revocation wanted = Required.body(body);
        return CertificateViews.Item.of(
                certificates.revoke(context.staff(), id, certificateId, wanted.value(), wanted.note()));
    }

    @GET
    @Path("policy")
    public CertificateViews.Policy policy(@PathParam("id") UUID id) {
        return CertificateViews.Policy.of(certificates.policy(context.staff(), id));
    }

    @PUT
    @Path("policy")
    public CertificateViews.Policy decide(@PathParam("id") UUID id, CertificateViews.PolicyChange body) {
        CertificateViews.PolicyChange wanted = Required.body(body);
        return CertificateViews.Policy.of(certificates.decide(context.staff(), id, wanted.value(), wanted.reason()));
    }

    private static Response created(UUID application, CertificateView made) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/applications/" + application + "/certificates/" + made.id())
                .entity(CertificateViews.Item.of(made))
                .build();
    }
}
