package vn.lgsp.sso.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Instant;

/** Every five minutes on every node: sessions that are over by themselves are noted as such, old ones are forgotten. */
@Singleton
@Startup
public class SessionHousekeeping {
    @Inject
    private SessionStore sessions;

    @Schedule(hour = "*", minute = "*/5", second = "50", persistent = false)
    void tidy() {
        sessions.tidy(Instant.now());
    }
}
