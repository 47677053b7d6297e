package vn.lgsp.portal.reorganisation;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.Reorganisations;

/** Documents of requests: taken from a form of the drafting page, and given out as attachments, never shown as pages of this platform. */
@WebServlet("/tep/de-nghi")
@MultipartConfig(maxFileSize = DocumentServlet.MAX_FILE, maxRequestSize = DocumentServlet.MAX_REQUEST)
public class DocumentServlet extends HttpServlet {
    static final int MAX_FILE = 10 * 1024 * 1024;
    static final int MAX_REQUEST = MAX_FILE + 64 * 1024;
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Reorganisations requests;

    @Inject
    private transient ReorganisationActs acts;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = RequestPage.id(request.getParameter("ma"));
            UUID document = RequestPage.id(request.getParameter("tep"));
            ReorganisationDocument found = requests.documents(me.staff(), id).stream()
                    .filter(one -> one.id().equals(document))
                    .findFirst()
                    .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
            byte[] content = requests.document(me.staff(), id, document);
            response.setContentType(found.mediaType());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''" + Paths.encode(found.name()).replace("+", "%20"));
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        } catch (LgspException refusal) {
            response.sendError(refusal.code().status());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        UUID id;
        String outcome;
        try {
            id = RequestPage.id(request.getParameter("ma"));
            outcome = take(request, id);
        } catch (LgspException refusal) {
            response.sendError(refusal.code().status());
            return;
        }
        response.sendRedirect(request.getContextPath() + RequestPaths.draft(id, 1) + outcome + "#tep");
    }

    private String take(HttpServletRequest request, UUID id) throws IOException, ServletException {
        try {
            Part part = request.getPart("tep");
            if (part == null || part.getSize() == 0) {
                return "&sai=none";
            }
            try (InputStream in = part.getInputStream()) {
                acts.attach(me.staff(), id, part.getSubmittedFileName(), in.readNBytes(MAX_FILE + 1));
            }
            return "&xong=save";
        } catch (IllegalStateException tooLarge) {
            return "&sai=size";
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.REQUEST_TOO_LARGE) {
                return "&sai=size";
            }
            if (refusal.fields().isEmpty()) {
                if (refusal.code() == ErrorCode.FORBIDDEN || refusal.code() == ErrorCode.NOT_FOUND) {
                    throw refusal;
                }
                return "&loi=" + refusal.code().code();
            }
            return "&sai=" + refusal.fields().get(0).reason();
        }
    }
}
