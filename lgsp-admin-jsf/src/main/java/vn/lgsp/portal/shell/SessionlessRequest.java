package vn.lgsp.portal.shell;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/**
 * The portal keeps nothing on the server between two requests. Faces and its libraries ask for a session all the same, for each page they
 * show and to whomever; what they put into it lives as long as the request. Without this every stranger who opens the sign-in page would
 * leave a session behind for half an hour.
 */
class SessionlessRequest extends HttpServletRequestWrapper {
    private HttpSession session;

    SessionlessRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (session == null && create) {
            session = new OneRequest(getServletContext());
        }
        return session;
    }

    @Override
    public String changeSessionId() {
        return getSession().getId();
    }

    /** A session that nobody finds again. */
    private static final class OneRequest implements HttpSession {
        private final Map<String, Object> attributes = new HashMap<>();
        private final long created = System.currentTimeMillis();
        private final ServletContext context;

        private OneRequest(ServletContext context) {
            this.context = context;
        }

        @Override
        public long getCreationTime() {
            return created;
        }

        @Override
        public String getId() {
            return "one-request";
        }

        @Override
        public long getLastAccessedTime() {
            return created;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public void setMaxInactiveInterval(int seconds) {
            // It ends with the request.
        }

        @Override
        public int getMaxInactiveInterval() {
            return 1;
        }

        @Override
        public Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            return Collections.enumeration(attributes.keySet());
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }

        @Override
        public void invalidate() {
            attributes.clear();
        }

        @Override
        public boolean isNew() {
            return true;
        }
    }
}
