package vn.lgsp.portal.lists;

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
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.AgencyImports;

/** Takes a list of agencies as a file and has it checked; gives the template out. */
@WebServlet("/tep/don-vi")
@MultipartConfig(
        maxFileSize = AgencyFileServlet.MAX_FILE,
        maxRequestSize = AgencyFileServlet.MAX_FILE + 64 * 1024,
        fileSizeThreshold = 64 * 1024)
public class AgencyFileServlet extends HttpServlet {
    static final long MAX_FILE = 64L * 1024 * 1024;
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgencyImports imports;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"don-vi.csv\"");
        String template = "\uFEFF" + String.join(",", AgencyCsv.COLUMNS) + "\r\n";
        response.getOutputStream().write(template.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String next;
        try {
            next = take(request);
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.FORBIDDEN) {
                response.sendError(refusal.code().status());
                return;
            }
            next = Paths.IMPORTS + "?loi=" + refusal.code().code() + "&vi=" + Paths.encode(first(refusal));
        } catch (IllegalStateException tooLarge) {
            next = Paths.IMPORTS + "?loi=" + ErrorCode.REQUEST_TOO_LARGE.code();
        }
        response.sendRedirect(request.getContextPath() + next);
    }

    private static String first(LgspException refusal) {
        return refusal.arguments().length == 0 ? "" : String.valueOf(refusal.arguments()[0]);
    }

    private String take(HttpServletRequest request) throws IOException, ServletException {
        Staff staff = me.staff();
        Part part = request.getPart("tep");
        if (part == null || part.getSize() == 0) {
            throw new LgspException(ErrorCode.FILE_UNREADABLE, "0");
        }
        String submitted = part.getSubmittedFileName();
        UUID id = imports.create(staff, submitted == null || submitted.isBlank() ? "CSV" : submitted)
                .id();
        try (InputStream in = part.getInputStream()) {
            AgencyCsv.read(in, rows -> imports.add(staff, id, rows));
        } catch (LgspException refusal) {
            imports.stop(staff, id);
            throw refusal;
        }
        imports.check(staff, id);
        return Paths.IMPORT + "?ma=" + id;
    }
}
