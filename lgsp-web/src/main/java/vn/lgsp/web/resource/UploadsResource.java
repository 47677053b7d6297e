package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.routing.boundary.Resuming;
import vn.lgsp.routing.boundary.UploadChunk;
import vn.lgsp.routing.boundary.UploadView;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.Streamed;
import vn.lgsp.web.filter.Tus;

/** Content of packets in several requests (Điều 8.3), as tus 1.0.0 has it. */
@Path("spaces/{id}/uploads")
@Tus
public class UploadsResource {
    private static final String EXTENSIONS =
            "creation,creation-with-upload,creation-defer-length,expiration,termination,checksum,concatenation";

    @Inject
    private RequestContext context;

    @EJB
    private Resuming resuming;

    @Context
    private HttpHeaders headers;

    @OPTIONS
    public Response options(@PathParam("id") UUID space) {
        return Response.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .header("Tus-Max-Size", resuming.room(context.caller(), space))
                .build();
    }

    @POST
    @Streamed
    @Consumes(MediaType.WILDCARD)
    public Response create(@PathParam("id") UUID space, InputStream bytes) throws IOException {
        TusHeaders tus = new TusHeaders(headers);
        tus.requireVersion();
        ResumableUpload.Wanted wanted = tus.wanted(Ids.next().toString());
        boolean joined = wanted.kind() == ResumableUpload.Kind.JOINED;
        UploadChunk first = null;
        if (!joined && tus.isChunk()) {
            // Some clients name the type of chunks also where they send none, which no digest then covers.
            first = tus.size() == 0
                    ? null
                    : new UploadChunk(0, null, tus.size(), tus.checks(context.bodyDigest()), bytes);
        } else if (bytes.read() >= 0) {
            throw new LgspException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
        UploadView upload = joined
                ? resuming.join(context.caller(), space, wanted, tus.parts(space))
                : resuming.begin(context.caller(), space, wanted, first);
        return answer(upload, Response.status(Response.Status.CREATED))
                .header("Location", "/api/v1/spaces/" + space + "/uploads/" + upload.id())
                .build();
    }

    @HEAD
    @Path("{upload}")
    public Response head(@PathParam("id") UUID space, @PathParam("upload") UUID id) {
        new TusHeaders(headers).requireVersion();
        UploadView upload = stillThere(space, id);
        Response.ResponseBuilder answer = answer(upload, Response.ok())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(TusHeaders.METADATA, upload.metadata())
                .header(TusHeaders.CONCAT, upload.concat());
        return upload.length() == null
                ? answer.header(TusHeaders.DEFER_LENGTH, 1).build()
                : answer.header(TusHeaders.LENGTH, upload.length()).build();
    }

    /** Clients of tus take any other answer to this question for one that is worth asking again. */
    private UploadView stillThere(UUID space, UUID id) {
        try {
            return resuming.look(context.caller(), space, id);
        } catch (LgspException over) {
            throw over.code() == ErrorCode.SPACE_CLOSED ? new LgspException(ErrorCode.SPACE_EXPIRED) : over;
        }
    }

    @PATCH
    @Path("{upload}")
    @Streamed
    @Consumes(MediaType.WILDCARD)
    public Response patch(@PathParam("id") UUID space, @PathParam("upload") UUID id, InputStream bytes) {
        TusHeaders tus = new TusHeaders(headers);
        tus.requireVersion();
        tus.requireChunkType();
        UploadChunk chunk =
                new UploadChunk(tus.offset(), tus.length(), tus.size(), tus.checks(context.bodyDigest()), bytes);
        return answer(resuming.append(context.caller(), space, id, chunk), Response.noContent())
                .build();
    }

    @DELETE
    @Path("{upload}")
    public Response terminate(@PathParam("id") UUID space, @PathParam("upload") UUID id) {
        new TusHeaders(headers).requireVersion();
        resuming.terminate(context.caller(), space, id);
        return Response.noContent().build();
    }

    private static Response.ResponseBuilder answer(UploadView upload, Response.ResponseBuilder answer) {
        return answer.header(TusHeaders.OFFSET, upload.offset())
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atZone(ZoneOffset.UTC)));
    }
}
