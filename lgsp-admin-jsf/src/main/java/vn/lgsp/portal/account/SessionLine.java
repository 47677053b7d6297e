package vn.lgsp.portal.account;

import java.time.Instant;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.SessionView;

/** A session as a page shows it. */
public class SessionLine {
    private final SessionView session;
    private final Texts texts;

    SessionLine(SessionView session, Texts texts) {
        this.session = session;
        this.texts = texts;
    }

    public SessionView getSession() {
        return session;
    }

    public String getDevice() {
        String device = Device.of(session.userAgent());
        return device.isEmpty() ? texts.get("session.device.unknown") : device;
    }

    public String getAddress() {
        return session.remoteAddress();
    }

    public Instant getBegan() {
        return session.createdAt();
    }

    public Instant getSeen() {
        return session.lastSeenAt();
    }

    /** Whether it lasts. */
    public boolean isOpen() {
        return session.end() == null;
    }

    public boolean isPresent() {
        return session.present();
    }

    public String getState() {
        return session.present()
                ? texts.get("session.present")
                : isOpen() ? texts.get("session.open") : texts.of("session-end", session.end());
    }

    public String getTone() {
        return session.present() ? "done" : isOpen() ? "running" : "stopped";
    }
}
