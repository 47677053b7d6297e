package vn.lgsp.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Gives a page that a form sent anew a nonce of its own. The component library takes the nonce of a page that is written after a form was
 * sent from the request, and fails without one: right for the parts of a page that its scripts ask for, which run beside the page they came
 * from; wrong for a whole page, which has a policy of its own and must not have its nonce chosen by whoever sends the form.
 */
class FreshNonce extends HttpServletRequestWrapper {
    private static final String NONCE = "primefaces.nonce";

    private final String fresh =
            Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

    FreshNonce(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getParameter(String name) {
        boolean part = getHeader("Faces-Request") != null;
        return NONCE.equals(name) && !part ? fresh : super.getParameter(name);
    }
}
