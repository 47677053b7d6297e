package vn.lgsp.portal.packets;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lgsp.registry.boundary.Directory;

/** Agencies whose name or code fits what is being typed, as JSON; for signed-in people, as everything behind the sign-in filter. */
@WebServlet("/tra-cuu/don-vi")
public class AgencySuggestions extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 10;
    private static final int LONGEST = 100;

    @Inject
    private transient Directory directory;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = request.getParameter("q");
        JsonArrayBuilder agencies = Json.createArrayBuilder();
        if (typed != null && !typed.isBlank() && typed.length() <= LONGEST) {
            directory
                    .search(typed, LIMIT)
                    .forEach(agency -> agencies.add(Json.createObjectBuilder()
                            .add("code", agency.code())
                            .add("name", agency.name())));
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(agencies.build().toString());
    }
}
