package vn.lgsp.portal.packets;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lgsp.portal.list.AgencyChoices;

/** Agencies whose name or code fits what is being typed, as JSON; for signed-in people, as everything behind the sign-in filter. */
@WebServlet("/tra-cuu/don-vi")
public class AgencySuggestions extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgencyChoices choices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonArrayBuilder agencies = Json.createArrayBuilder();
        choices.complete(request.getParameter("q"))
                .forEach(agency -> agencies.add(
                        Json.createObjectBuilder().add("code", agency.code()).add("name", agency.name())));
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(agencies.build().toString());
    }
}
