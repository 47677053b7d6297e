package vn.lgsp.portal.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.JobItemView;
import vn.lgsp.operations.boundary.JobOutcome;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.operations.boundary.JobView;
import vn.lgsp.operations.boundary.Jobs;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** One job: its progress, what became of each item, and a way to stop it. */
@Named
@RequestScoped
public class JobPage {
    private static final int PAGE = 50;
    private static final String SECONDS_2 = "2000";

    @Inject
    private Jobs jobs;

    @Inject
    private JobWords words;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Redirect redirect;

    @Inject
    private HttpServletRequest request;

    private JobView job;
    private JobOutcome outcome;
    private int after;
    private List<JobItemView> items;

    /** One outcome to narrow the items to, with how many have it. */
    public record Part(String text, long count, String path, boolean current) {}

    /** One item in words. */
    public record Line(int position, String item, String outcome, String tone, String detail, java.time.Instant at) {}

    @PostConstruct
    void read() {
        job = jobs.find(me.staff(), id(request.getParameter("ma")));
        String wanted = request.getParameter("ket-qua");
        outcome = Arrays.stream(JobOutcome.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(null);
        after = number(request.getParameter("sau"));
    }

    /** Stops the job. */
    public void cancel() throws IOException {
        jobs.cancel(me.staff(), job.id());
        redirect.to(JobListPage.DETAIL + job.id());
    }

    public JobView getJob() {
        return job;
    }

    public String getKind() {
        return words.kind(job.kind());
    }

    public String getState() {
        return words.state(job.state());
    }

    public String getTone() {
        return JobWords.tone(job.state());
    }

    /** How soon the page asks again, milliseconds; empty when the job has come to rest. */
    public String getRefresh() {
        return job.state() == JobState.RUNNING ? SECONDS_2 : "";
    }

    /** All items, and those of each outcome that occurs. */
    public List<Part> getParts() {
        List<Part> parts = new java.util.ArrayList<>();
        parts.add(new Part(texts.get("job.items.all"), job.total(), address(null, 0), outcome == null));
        for (JobOutcome one : JobOutcome.values()) {
            if (count(one) > 0 || one == outcome) {
                parts.add(new Part(words.outcome(one), count(one), address(one, 0), one == outcome));
            }
        }
        return parts;
    }

    private long count(JobOutcome one) {
        return switch (one) {
            case WAITING -> job.waiting();
            case DONE -> job.done();
            case REFUSED -> job.refused();
            case FAILED -> job.failed();
            case CANCELLED -> job.cancelled();
        };
    }

    public List<Line> getLines() {
        return items().stream()
                .limit(PAGE)
                .map(item -> new Line(
                        item.position(),
                        item.item(),
                        words.outcome(item.outcome()),
                        JobWords.tone(item.outcome()),
                        item.detail(visit.getLocale()),
                        item.at()))
                .toList();
    }

    /** The address of the items that follow; null when there are none. */
    public String getNext() {
        return items().size() > PAGE ? address(outcome, items().get(PAGE - 1).position()) : null;
    }

    /** The address of the first items; null when they are shown. */
    public String getFirst() {
        return after == 0 ? null : address(outcome, 0);
    }

    private List<JobItemView> items() {
        if (items == null) {
            items = jobs.items(me.staff(), job.id(), outcome, after, PAGE);
        }
        return items;
    }

    private String address(JobOutcome one, int position) {
        return JobListPage.DETAIL
                + job.id()
                + (one == null ? "" : "&ket-qua=" + one)
                + (position == 0 ? "" : "&sau=" + position);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException malformed) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private static int number(String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }
}
