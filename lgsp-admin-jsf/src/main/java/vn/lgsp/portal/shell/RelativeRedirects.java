package vn.lgsp.portal.shell;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Redirects by path only. The server would make a whole address of the Host header: wrong behind a proxy that speaks TLS, and in a
 * visitor's hands.
 */
class RelativeRedirects extends HttpServletResponseWrapper {
    RelativeRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        setStatus(SC_SEE_OTHER);
        setHeader("Location", location);
    }
}
