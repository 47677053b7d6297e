package vn.lgsp.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.lgsp.sso.boundary.StaffSessions;

/** How long a session lasts, for the warning before an idle one ends. */
@Named
@RequestScoped
public class SessionTimes {
    @Inject
    private StaffSessions sessions;

    /** After so many seconds without a request a session is over. */
    public long getIdleSeconds() {
        return sessions.idle().toSeconds();
    }
}
