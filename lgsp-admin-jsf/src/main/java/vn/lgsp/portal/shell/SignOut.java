package vn.lgsp.portal.shell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lgsp.sso.boundary.StaffSessions;

/** Ends the session. */
@WebServlet(Paths.SIGN_OUT)
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient StaffSessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.signOut(SignedIn.token(request));
        SignedIn.forget(request, response);
        response.sendRedirect(request.getContextPath() + Paths.SIGN_IN + "?da-thoat=1");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + Paths.HOME);
    }
}
