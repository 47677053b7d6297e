package vn.lgsp.portal.lists;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.agencies.AgencyListView;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.registry.boundary.AgencyFiles;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.ListFormat;

/**
 * {@code GET /tep/don-vi/xuat?dang=xlsx&…}: the agencies of the list, narrowed as on the screen, in the form in which lists are read. Unlike
 * the export of the list itself it has every column that can be entered, and nothing else.
 */
@WebServlet("/tep/don-vi/xuat")
public class AgencyExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgencyListView list;

    @Inject
    private transient AgencyFiles files;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ListFormat> format = ListFormat.ofName(request.getParameter("dang"));
        Optional<AgencyFilter> filter = list.exported();
        if (format.isEmpty() || filter.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            AgencyFiles.Export export = files.export(me.staff(), filter.get());
            AgencyFileServlet.attach(response, format.get());
            export.write(format.get(), response.getOutputStream());
        } catch (LgspException refusal) {
            if (refusal.code() != ErrorCode.FORBIDDEN || response.isCommitted()) {
                throw refusal;
            }
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
