package vn.lgsp.portal.list;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.SavedFilters;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;

/** {@code POST /bo-loc}: keeps the filters of a list under a name, or lets go of some; then shows the list as it was. */
@WebServlet("/bo-loc")
public class SavedFilterOrder extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SavedFilters filters;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Me me;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getParameter("trang");
        String query = request.getParameter("loc") == null ? "" : request.getParameter("loc");
        if (path == null || !pages.opens(path, me.staff())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String back = request.getContextPath() + path;
        try {
            if (request.getParameter("xoa") == null) {
                filters.save(me.staff(), path, request.getParameter("ten"), query);
            } else {
                filters.remove(me.staff(), id(request.getParameter("xoa")));
            }
            response.sendRedirect(back + (query.matches("[A-Za-z0-9._~%&=+:,-]+") ? "?" + query : ""));
        } catch (LgspException refusal) {
            response.sendRedirect(back + "?loi=" + refusal.code().code());
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }
}
