package vn.lgsp.portal.reorganisation;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.reporting.boundary.ReorganisationPrint;

/** A request as a PDF to be filed, in the language of the portal. */
@WebServlet("/tep/de-nghi/ban-in")
public class PrintServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient ReorganisationPrint print;

    @Inject
    private transient Reorganisations requests;

    @Inject
    private transient Me me;

    @Inject
    private transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = RequestPage.id(request.getParameter("ma"));
            String number = requests.find(me.staff(), id).number();
            byte[] content = print.pdf(me.staff(), id, visit.getLocale());
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + number + ".pdf\"");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        } catch (LgspException refusal) {
            response.sendError(refusal.code().status());
        }
    }
}
