package vn.lgsp.portal.search;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lgsp.portal.shell.Texts;

/** What was found while somebody types, as JSON, for the search that Ctrl+K opens. */
@WebServlet("/tra-cuu/nhanh")
public class FindServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Finder finder;

    @Inject
    private transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonArrayBuilder hits = Json.createArrayBuilder();
        for (Hit hit : finder.find(request.getParameter("q"))) {
            hits.add(Json.createObjectBuilder()
                    .add("kind", texts.of("search.kind", hit.kind()))
                    .add("icon", hit.kind().icon())
                    .add("title", hit.title())
                    .add("detail", hit.detail())
                    .add("address", request.getContextPath() + hit.path()));
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(hits.build().toString());
    }
}
