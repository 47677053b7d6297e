package vn.lgsp.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.Staff;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.SignedIn;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.sso.boundary.FactorStatus;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.Profile;
import vn.lgsp.sso.boundary.SessionView;

/** One's own account: who one is, devices and sessions, second factor, history. */
@Named
@RequestScoped
public class ProfileView {
    private static final int EVENTS = 20;
    private static final int ENDED = 5;

    @Inject
    private Profile profile;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private HttpServletRequest request;

    private FactorStatus factor;

    /** A role held, in words. */
    public record GrantLine(String role, String agency, String code) {}

    private UUID present() {
        return SignedIn.session(request).map(PresentSession::id).orElse(null);
    }

    /** Ends the session that the form names. */
    public void endSession() throws IOException {
        profile.endSession(me.staff(), UserView.id(request.getParameter("phien")), request.getRemoteAddr());
        redirect.to(Paths.PROFILE + "?xong=session");
    }

    /** Ends all sessions but this one. */
    public void endOthers() throws IOException {
        profile.endOthers(me.staff(), present(), request.getRemoteAddr());
        redirect.to(Paths.PROFILE + "?xong=sign-out");
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "profile.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    public String getAgency() {
        return directory.byId(me.staff().agencyId()).map(AgencyView::name).orElse("");
    }

    public List<GrantLine> getGrants() {
        return me.staff().grants().stream()
                .sorted(Comparator.comparing(Staff.Grant::role))
                .map(this::line)
                .toList();
    }

    private GrantLine line(Staff.Grant grant) {
        AgencyView agency = directory.byId(grant.agencyId()).orElseThrow();
        return new GrantLine(texts.of("role", grant.role()), agency.name(), agency.code());
    }

    /** How the second factor stands. */
    public FactorStatus getFactor() {
        if (factor == null) {
            factor = profile.secondFactor(me.staff());
        }
        return factor;
    }

    /** The sessions that last, and the few that ended last. */
    public List<SessionLine> getSessions() {
        List<SessionView> all = profile.sessions(me.staff(), present());
        return Stream.concat(
                        all.stream().filter(session -> session.end() == null),
                        all.stream().filter(session -> session.end() != null).limit(ENDED))
                .map(session -> new SessionLine(session, texts))
                .toList();
    }

    /** Whether there is a session to end besides this one. */
    public boolean isOthers() {
        return getSessions().stream().anyMatch(session -> session.isOpen() && !session.isPresent());
    }

    public List<EventLine> getEvents() {
        return profile.events(me.staff(), EVENTS).stream()
                .map(event -> new EventLine(event, texts))
                .toList();
    }
}
