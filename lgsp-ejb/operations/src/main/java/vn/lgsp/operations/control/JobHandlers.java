package vn.lgsp.operations.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.lgsp.model.job.JobHandler;

/** The kinds of jobs that the modules of this build can do. */
@ApplicationScoped
public class JobHandlers {
    @Inject
    @Any
    private Instance<JobHandler> found;

    private Map<String, JobHandler> byKind;

    @PostConstruct
    void collect() {
        Map<String, JobHandler> handlers = new HashMap<>();
        for (JobHandler handler : found) {
            if (handlers.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
            }
        }
        byKind = Map.copyOf(handlers);
    }

    /** Finds the handler of a kind; empty for null and for a kind that no module of this build knows. */
    public Optional<JobHandler> of(String kind) {
        return kind == null ? Optional.empty() : Optional.ofNullable(byKind.get(kind));
    }

    /** All kinds, sorted. */
    public SortedSet<String> kinds() {
        return new TreeSet<>(byKind.keySet());
    }
}
