package vn.lgsp.portal.list;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.JobOrder;
import vn.lgsp.operations.boundary.Jobs;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.Paths;

/**
 * {@code POST /hang-loat}: an act on the rows that were ticked in a list, as a job in the background. Only acts that the list offers, only
 * for whoever may open its page; whether it may be done to each row is checked when it is done.
 */
@WebServlet("/hang-loat")
public class BulkOrder extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String REASON = "reason";

    @Inject
    private transient Lists lists;

    @Inject
    private transient Jobs jobs;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Me me;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getParameter("trang");
        String kind = request.getParameter("viec");
        if (path == null || !pages.opens(path, me.staff()) || !offered(path, kind)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String[] ticked = request.getParameterValues("chon");
        String reason = request.getParameter("ly-do");
        String why = reason == null ? "" : reason.strip();
        JobOrder order = new JobOrder(
                kind,
                ticked == null ? List.of() : List.of(ticked),
                Map.of(REASON, why),
                why,
                request.getParameter("ma"));
        try {
            UUID job = jobs.submit(me.staff(), order);
            response.sendRedirect(request.getContextPath() + Paths.JOB + "?ma=" + job);
        } catch (LgspException e) {
            response.sendRedirect(
                    request.getContextPath() + path + "?loi=" + e.code().code());
        }
    }

    private boolean offered(String path, String kind) {
        return lists.at(path)
                .filter(list -> list.getShape().acts().stream()
                        .anyMatch(act -> act.kind().equals(kind)))
                .isPresent();
    }
}
