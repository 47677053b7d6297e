package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.lgsp.model.account.Role;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.reporting.boundary.Backlog;
import vn.lgsp.reporting.boundary.ConnectionFigures;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.Series;

/** What is wrong, worst first: the strip above everything else (portal.md P1). */
@Named
@RequestScoped
public class Concerns {
    /** Fewer packets than this are no queue. */
    private static final long QUEUE = 20;

    private static final String FIRST_RUN = "/thiet-lap";

    private static final Role[] TECHNICAL = {Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR};

    @Inject
    private Figures figures;

    @Inject
    private WatchBoard watch;

    @Inject
    private DashboardView dashboard;

    @Inject
    private Visit visit;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    private final List<Concern> found = new ArrayList<>();
    private boolean looked;

    /** All of them; empty when all is well. */
    public List<Concern> getList() {
        if (!looked) {
            looked = true;
            if (me.staff().holds(Role.ADMIN, Role.OPERATOR, Role.AUDITOR)) {
                platform();
            }
            if (me.isPacketReader()) {
                packets(figures.day(), figures.backlog());
                if (me.staff().holds(TECHNICAL)) {
                    connections(figures.connected());
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(
                        (Concern concern) -> !concern.tone().equals("error")))
                .toList();
    }

    private void packets(Series day, Backlog backlog) {
        Counts sent = day.sent().counts();
        Counts received = day.received().counts();
        add("error", "concern.failed", Math.max(sent.failed(), received.failed()), state("24h", "QUARANTINED"));
        long undelivered = Math.max(sent.undelivered() - sent.failed(), received.undelivered() - received.failed());
        add("error", "concern.undelivered", undelivered, state("24h", "UNDELIVERED"));
        add("attention", "concern.overdue", backlog.overdue(), state("30d", "PLANNED"));
        long growth = growth(day);
        if (growth >= QUEUE && backlog.underWay() >= QUEUE) {
            add("attention", "concern.queue", growth, state("24h", "PLANNED"));
        }
    }

    private void platform() {
        Locale locale = visit.getLocale();
        String firstRun = dashboard.opens(FIRST_RUN) ? FIRST_RUN : null;
        for (FirstRunFact fact : watch.getTroubles()) {
            boolean broken = fact.state() == FirstRunFact.State.FAIL;
            found.add(new Concern(
                    broken ? "error" : "attention", fact.title(locale) + ": " + fact.finding(locale), firstRun));
        }
        add("attention", "concern.locked", watch.getLocked(), "/nguoi-dung");
        if (watch.isFirstRun()) {
            found.add(new Concern("attention", texts.get("concern.first-run"), firstRun));
        }
    }

    private void connections(ConnectionFigures connected) {
        add("attention", "concern.missed", connected.missed(), null);
        add("attention", "concern.keys", connected.keysExpiring(), null);
    }

    /** How many more deliveries came than went in the last hour that is over. */
    private static long growth(Series day) {
        Counts hour = day.points().get(day.points().size() - 2).sent().counts();
        return hour.completed() - hour.confirmed() - hour.undelivered();
    }

    private void add(String tone, String key, long count, String path) {
        if (count > 0) {
            found.add(new Concern(tone, texts.with(key, format.number(count)), path));
        }
    }

    private static String state(String period, String state) {
        return "/goi-tin?ky=" + period + "&trang-thai=" + state;
    }
}
