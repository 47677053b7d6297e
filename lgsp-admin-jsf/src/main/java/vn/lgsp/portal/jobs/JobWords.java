package vn.lgsp.portal.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.lgsp.operations.boundary.JobOutcome;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.portal.shell.Texts;

/** Puts jobs into words and colours. */
@RequestScoped
public class JobWords {
    @Inject
    private Texts texts;

    /** What a kind of job is called; the kind itself when a module of later days brought it without words. */
    String kind(String kind) {
        String key = "job.kind." + kind;
        return texts.has(key) ? texts.get(key) : kind;
    }

    String state(JobState state) {
        return texts.of("job.state", state);
    }

    static String tone(JobState state) {
        return switch (state) {
            case RUNNING -> "running";
            case DONE -> "done";
            case CANCELLED -> "stopped";
        };
    }

    String outcome(JobOutcome outcome) {
        return texts.of("job.outcome", outcome);
    }

    static String tone(JobOutcome outcome) {
        return switch (outcome) {
            case WAITING -> "running";
            case DONE -> "done";
            case REFUSED -> "attention";
            case FAILED -> "error";
            case CANCELLED -> "stopped";
        };
    }
}
