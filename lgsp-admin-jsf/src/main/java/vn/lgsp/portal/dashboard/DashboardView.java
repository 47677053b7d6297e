package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.lgsp.model.account.Role;
import vn.lgsp.portal.packets.PacketLine;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketMonitor;

/** Which parts the dashboard consists of: the union of what the person's roles need, each part once. */
@Named
@RequestScoped
public class DashboardView {
    private static final int LATEST = 6;
    private static final int LATEST_DAYS = 30;

    @Inject
    private PacketMonitor monitor;

    @Inject
    private Figures figures;

    @Inject
    private Me me;

    @Inject
    private Pages pages;

    private List<PacketLine> latest;

    /** What waits for an agency, its applications and keys. */
    public boolean isAgency() {
        return holds(Role.AGENCY, Role.DEVELOPER);
    }

    /** What operators watch. */
    public boolean isOperations() {
        return holds(Role.OPERATOR, Role.APPROVER, Role.AUDITOR);
    }

    /** What leaders read. */
    public boolean isExecutive() {
        return holds(Role.EXECUTIVE);
    }

    /** Traffic and delivery times by the hour. */
    public boolean isHourly() {
        return isAgency() || isOperations();
    }

    /** Who sends and receives most. */
    public boolean isRanked() {
        return isOperations() || isExecutive();
    }

    /** What the platform itself is up to. */
    public boolean isWatching() {
        return holds(Role.ADMIN, Role.AUDITOR);
    }

    /** Whether there has been no packet yet: figures would say nothing. */
    public boolean isBlank() {
        return figures.none();
    }

    /** Whether a page is there and opens for this person. */
    public boolean opens(String path) {
        return pages.of(me.staff()).stream().anyMatch(page -> page.path().equals(path));
    }

    /** The newest packets of the last 30 days. */
    public List<PacketLine> getLatest() {
        if (latest == null) {
            latest = latest();
        }
        return latest;
    }

    private List<PacketLine> latest() {
        PacketFilter filter = new PacketFilter(
                figures.now().minus(LATEST_DAYS, ChronoUnit.DAYS),
                figures.now().plusSeconds(1),
                null,
                null,
                null,
                null,
                null,
                null);
        return monitor.search(me.staff(), filter, new PacketFilter.Page(null, LATEST)).stream()
                .limit(LATEST)
                .map(PacketLine::new)
                .toList();
    }

    private boolean holds(Role... roles) {
        return me.staff().holds(roles);
    }
}
