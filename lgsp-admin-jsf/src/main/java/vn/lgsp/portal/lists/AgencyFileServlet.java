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
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.AgencyFiles;
import vn.lgsp.registry.boundary.AgencyImports;
import vn.lgsp.registry.boundary.ListFormat;

/** Takes a list of agencies as a file and has it checked; gives the forms to fill in out. */
@WebServlet("/tep/don-vi")
@MultipartConfig(
        maxFileSize = AgencyFiles.MAX_FILE,
        maxRequestSize = AgencyFiles.MAX_FILE + 64 * 1024,
        fileSizeThreshold = 64 * 1024)
public class AgencyFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgencyImports imports;

    @Inject
    private transient AgencyFiles files;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ListFormat format = ListFormat.ofName(request.getParameter("dang")).orElse(ListFormat.CSV);
        attach(response, format);
        files.template(format, response.getOutputStream());
    }

    /** Announces a file of agencies. */
    static void attach(HttpServletResponse response, ListFormat format) {
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"don-vi." + format.ending() + "\"");
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
        ListFormat format = format(submitted);
        UUID id = imports.create(staff, submitted == null || submitted.isBlank() ? format.name() : submitted)
                .id();
        try (InputStream in = part.getInputStream()) {
            files.read(staff, id, format, in);
        } catch (LgspException refusal) {
            imports.stop(staff, id);
            throw refusal;
        }
        imports.check(staff, id);
        return Paths.IMPORT + "?ma=" + id;
    }

    /** By the ending of its name: what browsers say of a CSV file depends on the programs installed. */
    private static ListFormat format(String name) {
        String ending = name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
        return ListFormat.ofName(ending).orElse(ListFormat.CSV);
    }
}
