package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.StaffOnly;
import vn.lgsp.web.filter.Streamed;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.ReorganisationOutputs.Document;

/** Documents of requests for reorganisation. */
@Path("reorganisations/{id: [0-9a-fA-F-]{36}}/documents")
@StaffOnly
public class ReorganisationDocumentsResource {
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    @Inject
    private RequestContext context;

    @EJB
    private Reorganisations requests;

    @EJB
    private ReorganisationActs acts;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Outputs.Page<Document> list(@PathParam("id") UUID id) {
        return new Outputs.Page<>(requests.documents(context.staff(), id).stream()
                .map(Document::of)
                .toList());
    }

    /** Larger than what other operations take into memory, and bounded all the same. */
    @POST
    @Streamed
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Response attach(@PathParam("id") UUID id, @QueryParam("name") String name, InputStream bytes)
            throws IOException {
        byte[] content = bytes.readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, MAX_BYTES);
        }
        UUID document = acts.attach(context.staff(), id, name, content);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/reorganisations/" + id + "/documents/" + document)
                .entity(Document.of(find(id, document)))
                .build();
    }

    @GET
    @Path("{documentId: [0-9a-fA-F-]{36}}")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        ReorganisationDocument document = find(id, documentId);
        String name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(requests.document(context.staff(), id, documentId))
                .header(HttpHeaders.CONTENT_TYPE, document.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .build();
    }

    private ReorganisationDocument find(UUID id, UUID documentId) {
        return requests.documents(context.staff(), id).stream()
                .filter(document -> document.id().equals(documentId))
                .findFirst()
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }
}
