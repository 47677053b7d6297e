package vn.lgsp.web.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.json.JsonWriter;
import vn.lgsp.web.problem.Problem;

/** Answers for whatever fails outside the resources, in the same words and without the server's own page. */
@WebServlet("/failure")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ErrorServlet.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        UUID id = Ids.next();
        if (failure != null) {
            LOG.log(Level.ERROR, "request " + id + " failed", failure);
        }
        LgspException error = new LgspException(code(status), "HTTP " + status);
        boolean english = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        byte[] body = JsonWriter.text(Problem.of(error, id, english ? Locale.ENGLISH : new Locale("vi")))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(error.code().status());
        response.setContentType("application/problem+json");
        response.setHeader("X-Request-Id", id.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Called directly there is nothing to tell: no such page. */
    private static ErrorCode code(Object status) {
        if (status == null || status.equals(404)) {
            return ErrorCode.NOT_FOUND;
        }
        if (status.equals(403)) {
            // Only the filter of networks says so outside the resources.
            return ErrorCode.ADDRESS_NOT_ALLOWED;
        }
        if (status.equals(405)) {
            return ErrorCode.METHOD_NOT_ALLOWED;
        }
        int number = (Integer) status;
        return number >= 400 && number < 500 ? ErrorCode.REQUEST_MALFORMED : ErrorCode.INTERNAL;
    }
}
