package vn.lgsp.portal.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.reporting.boundary.ApplicationStatus;
import vn.lgsp.reporting.boundary.Connections;
import vn.lgsp.reporting.boundary.Onboarding;

/** What an agency and its developers watch: what waits for them, their applications and keys, how far they have come. */
@Named
@RequestScoped
public class AgencyBoard {
    private static final int APPLICATIONS = 8;

    @Inject
    private Connections connections;

    @Inject
    private Figures figures;

    @Inject
    private Kpis kpis;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Pages pages;

    private List<Kpi> waiting;
    private List<ApplicationStatus> applications;
    private Onboarding onboarding;

    /** One step on the way, as {@code lg:steps} shows it. */
    public record Step(int number, String title, String text, String tone, String path) {}

    @PostConstruct
    void load() {
        applications = connections.applications(me.staff(), APPLICATIONS);
        onboarding = connections.onboarding(me.staff());
        waiting = waiting();
    }

    /** First what waits, then what went. */
    public List<Kpi> getKpis() {
        return waiting;
    }

    private List<Kpi> waiting() {
        return List.of(
                kpis.waiting("download", "kpi.to-take", figures.backlog().toTake(), "kpi.to-take.hint"),
                kpis.waiting("upload", "kpi.unconfirmed", figures.backlog().unconfirmed(), "kpi.unconfirmed.hint"),
                kpis.compared(
                        "packet",
                        "kpi.sent-today",
                        figures.today().sent().counts().completed(),
                        figures.yesterday().sent().counts().completed(),
                        "kpi.than-yesterday"),
                kpis.compared(
                        "done",
                        "kpi.received-today",
                        figures.today().received().counts().confirmed(),
                        figures.yesterday().received().counts().confirmed(),
                        "kpi.than-yesterday"));
    }

    public List<ApplicationStatus> getApplications() {
        return applications;
    }

    /** Whether there is still something to do before packets go both ways. */
    public boolean isBeginning() {
        return !onboarding.done();
    }

    public List<Step> getSteps() {
        List<Step> steps = new ArrayList<>();
        step(steps, "onboarding.registered", "onboarding.registered.text", onboarding.registered(), "/ung-dung");
        step(steps, "onboarding.keyed", "onboarding.keyed.text", onboarding.keyed(), "/khoa");
        step(steps, "onboarding.sent", "onboarding.sent.text", onboarding.sent(), "/phat-trien");
        step(steps, "onboarding.received", "onboarding.received.text", onboarding.received(), "/phat-trien");
        return steps;
    }

    private void step(List<Step> steps, String title, String text, Instant taken, String path) {
        boolean open = taken == null && pages.at(path).isPresent();
        steps.add(new Step(
                steps.size() + 1,
                texts.get(title),
                taken == null ? texts.get(text) : texts.with("onboarding.taken", format.date(taken)),
                taken == null ? "pending" : "done",
                open ? path : null));
    }
}
