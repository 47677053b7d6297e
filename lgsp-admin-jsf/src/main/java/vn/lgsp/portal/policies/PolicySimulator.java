package vn.lgsp.portal.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.routing.boundary.Policies;
import vn.lgsp.routing.boundary.PolicySchedule;

/** Tries a policy out: when a packet that nobody takes would be announced (portal.md 5.2). Nothing is changed by it. */
@Named
@RequestScoped
public class PolicySimulator {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    @Inject
    private Policies policies;

    @Inject
    private PolicyPage page;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private HttpServletRequest request;

    private PolicySchedule schedule;
    private Instant start;
    private String problem;

    /** Called by the form; what it shows is read from the request. */
    public void simulate() {
        getSchedule();
    }

    public PolicySchedule getSchedule() {
        if (schedule == null) {
            start = start();
            schedule = policies.simulate(me.staff(), page.getPolicy().terms(), importance(), start);
        }
        return schedule;
    }

    /** When the packet is complete: what was typed, or now. */
    public String getTime() {
        String typed = request.getParameter("luc");
        return typed != null ? typed.strip() : format(Instant.now());
    }

    public String getImportance() {
        return importance().name();
    }

    public List<Choice> getImportances() {
        return Arrays.stream(Importance.values())
                .map(value -> new Choice(value.name(), texts.of("importance", value)))
                .toList();
    }

    public String getProblem() {
        getSchedule();
        return problem;
    }

    /** Hours from the completion to each announcement, drawn. */
    public Chart getChart() {
        List<PolicySchedule.Attempt> attempts = getSchedule().attempts();
        return new Chart(
                texts.get("policy.simulator.chart"),
                texts.get("policy.simulator.attempt"),
                Chart.Kind.BARS,
                attempts.stream()
                        .map(attempt -> new Chart.Slot(
                                format.number(attempt.number()),
                                texts.with(
                                        "policy.simulator.slot",
                                        format.number(attempt.number()),
                                        format.dateTime(attempt.at())),
                                null))
                        .toList(),
                List.of(new Chart.Series(
                        texts.get("policy.simulator.hours"),
                        attempts.stream()
                                .map(attempt ->
                                        Duration.between(start, attempt.at()).toMinutes() / 60.0)
                                .toList(),
                        false)),
                value -> format.decimal(value, 1));
    }

    private Importance importance() {
        String typed = request.getParameter("do-khan");
        return Arrays.stream(Importance.values())
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElse(Importance.NORMAL);
    }

    private Instant start() {
        try {
            return LocalDateTime.parse(getTime(), TYPED).atZone(Format.ZONE).toInstant();
        } catch (DateTimeException e) {
            problem = texts.get("policy.simulator.time.form");
            return Instant.now().truncatedTo(ChronoUnit.MINUTES);
        }
    }

    private static String format(Instant time) {
        return TYPED.format(time.atZone(Format.ZONE));
    }
}
