package vn.lgsp.portal.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.operations.boundary.JobView;
import vn.lgsp.operations.boundary.Jobs;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;

/** The jobs in sight, and those that run with their progress above. */
@Named
@RequestScoped
public class JobListPage extends ListPage<JobView> {
    static final String PATH = "/tac-vu";
    static final String DETAIL = PATH + "/chi-tiet?ma=";
    private static final int MOST_RUNNING = 5;

    @Inject
    private Jobs jobs;

    @Inject
    private JobWords words;

    private List<JobView> running;

    @Override
    protected ListShape<JobView> shape() {
        return ListShape.<JobView>at(PATH, "jobs.title", job -> job.id().toString())
                .hint("jobs.hint")
                .empty("jobs", "jobs.none", "jobs.none.text")
                .filter(Filter.choice("trang-thai", "jobs.state", choices("job.state", JobState.values())))
                .filter(Filter.choice("cua", "jobs.whose", List.of(new Choice("toi", texts().get("jobs.mine")))))
                .column(Column.<JobView>main("jobs.kind", job -> words.kind(job.kind()))
                        .link(job -> DETAIL + job.id())
                        .below(job -> List.of(new Piece.Words(job.reason(), true))))
                .column(Column.state("jobs.state", job -> words.state(job.state()), job -> JobWords.tone(job.state())))
                .column(Column.<JobView>number("jobs.progress", job -> (long) job.finished())
                        .shown(job -> List.of(new Piece.Progress(job.finished(), job.total()))))
                .column(Column.number("jobs.refused", job -> (long) job.refused() + job.failed()))
                .column(Column.text("jobs.by", JobView::orderedBy))
                .column(Column.time("jobs.created", JobView::createdAt));
    }

    @Override
    protected List<JobView> find(Selection narrowed, String after, int limit) {
        List<JobView> found = jobs.list(
                me().staff(),
                narrowed.constant("trang-thai", JobState.class),
                "toi".equals(narrowed.text("cua")),
                after == null ? null : UUID.fromString(after),
                limit);
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** The jobs that run now, newest first. */
    public List<JobView> getRunning() {
        if (running == null) {
            List<JobView> found = jobs.list(me().staff(), JobState.RUNNING, false, null, MOST_RUNNING);
            running = found.subList(0, Math.min(MOST_RUNNING, found.size()));
        }
        return running;
    }

    /** What a kind of job is called. */
    public String kind(String kind) {
        return words.kind(kind);
    }

    public String path(JobView job) {
        return DETAIL + job.id();
    }
}
