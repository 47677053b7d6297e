package vn.lgsp.portal.shell;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * One Content Security Policy per response: what the component library says of a page that it has scripts on (the same policy with a nonce
 * for them) replaces what every response starts with. Two headers would both count, and the nonce would be worth nothing.
 */
class OnePolicy extends HttpServletResponseWrapper {
    static final String HEADER = "Content-Security-Policy";

    OnePolicy(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addHeader(String name, String value) {
        if (HEADER.equalsIgnoreCase(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }
}
