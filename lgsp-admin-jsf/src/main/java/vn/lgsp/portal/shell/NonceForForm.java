package vn.lgsp.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A form that was sent from a page without scripts of the component library. The library wants each form to bring the nonce of its page
 * along, which its scripts would add; here the answer gets a nonce of its own, as every page does that is asked for by its address.
 */
class NonceForForm extends HttpServletRequestWrapper {
    private static final String NONCE = "primefaces.nonce";

    private final Map<String, String[]> parameters;

    private NonceForForm(HttpServletRequest request) {
        super(request);
        String random = UUID.randomUUID().toString();
        parameters = new HashMap<>(request.getParameterMap());
        parameters.put(
                NONCE, new String[] {Base64.getEncoder().encodeToString(random.getBytes(StandardCharsets.US_ASCII))});
    }

    /** The request itself, unless it is a form that brings no nonce along. */
    static HttpServletRequest of(HttpServletRequest request) {
        boolean without = "POST".equals(request.getMethod()) && request.getParameter(NONCE) == null;
        return without ? new NonceForForm(request) : request;
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
