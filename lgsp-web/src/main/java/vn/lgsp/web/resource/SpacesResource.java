package vn.lgsp.web.resource;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.lgsp.model.Digest;
import vn.lgsp.routing.boundary.Download;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.Receiving;
import vn.lgsp.routing.boundary.Sending;
import vn.lgsp.web.filter.RequestContext;
import vn.lgsp.web.filter.Streamed;
import vn.lgsp.web.view.Inputs;
import vn.lgsp.web.view.Outputs;
import vn.lgsp.web.view.PolicyViews;

/** Content of packets, in and out (Điều 8.3, 9.3). */
@Path("spaces/{id}")
public class SpacesResource {
    static final int MAX_MEDIA_TYPE = 127;
    private static final int MAX_AT_ONCE = 1024 * 1024;

    @Inject
    private RequestContext context;

    @Context
    private HttpServletRequest servlet;

    @EJB
    private Sending sending;

    @EJB
    private Receiving receiving;

    @PUT
    @Path("policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public void policy(@PathParam("id") UUID space, PolicyViews.Choice policy) {
        sending.policy(context.caller(), space, Required.body(policy).read());
    }

    @PUT
    @Path("files/{name}")
    @Streamed
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("id") UUID space,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            InputStream bytes) {
        if (mediaType != null && mediaType.length() > MAX_MEDIA_TYPE) {
            throw Inputs.invalid(HttpHeaders.CONTENT_TYPE, "length", 1, MAX_MEDIA_TYPE);
        }
        PacketView.FileView stored = sending.upload(
                context.caller(), space, name, mediaType, context.bodyDigest().requireSha256(), bytes);
        return Response.status(Response.Status.CREATED)
                .entity(Outputs.File.of(stored))
                .build();
    }

    @GET
    @Path("files/{name}")
    @Produces(MediaType.WILDCARD)
    public Response get(
            @PathParam("id") UUID space,
            @PathParam("name") String name,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange)
            throws IOException {
        Download download = receiving.open(context.caller(), space, name, true);
        try {
            boolean whole = ifRange != null && !ifRange.equals(etag(download.file()));
            ByteRange part =
                    ByteRange.parse(whole ? null : range, download.file().size());
            Response.ResponseBuilder answer = describe(download.file(), Response.status(part.partial() ? 206 : 200))
                    .header(HttpHeaders.CONTENT_LENGTH, part.length());
            if (part.partial()) {
                answer.header("Content-Range", part.contentRange(download.file().size()));
            }
            if (part.length() <= MAX_AT_ONCE) {
                return atOnce(answer, download, part);
            }
            if (servlet.getProtocol().startsWith("HTTP/1")) {
                // Damage that is found on the way can only be told by a line that breaks, which one that is kept open
                // would not.
                answer.header("Connection", "close");
            }
            StreamingOutput out = stream -> {
                try (download) {
                    download.transferTo(stream, part.from(), part.length());
                }
            };
            return answer.entity(out).build();
        } catch (RuntimeException | IOException refused) {
            download.close();
            throw refused;
        }
    }

    /** What is short is read before it is answered: its digest goes ahead of it, and damage is told by the status. */
    private static Response atOnce(Response.ResponseBuilder answer, Download download, ByteRange part)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) part.length());
        try (download) {
            download.transferTo(bytes, part.from(), part.length());
        }
        byte[] content = bytes.toByteArray();
        return answer.header("Content-Digest", Digest.ofContent(content).toString())
                .entity(content)
                .build();
    }

    @HEAD
    @Path("files/{name}")
    public Response head(@PathParam("id") UUID space, @PathParam("name") String name) {
        try (Download download = receiving.open(context.caller(), space, name, false)) {
            return describe(download.file(), Response.ok())
                    .header(HttpHeaders.CONTENT_LENGTH, download.file().size())
                    .build();
        }
    }

    /** What is sent is always an attachment: a browser shows nothing of it as a page of this platform. */
    private static Response.ResponseBuilder describe(PacketView.FileView file, Response.ResponseBuilder answer) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return answer.header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, etag(file))
                .header("Repr-Digest", file.digest().toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name);
    }

    private static String etag(PacketView.FileView file) {
        return "\"" + file.digest().hex() + "\"";
    }
}
