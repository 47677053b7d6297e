package vn.lgsp.registry.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.registry.boundary.AgencyQuery;

/**
 * Searches agencies in memory. Each search asks the database which revision of the directory is the present one; when it has moved, what
 * changed is read first, so an answer is as fresh as the database. Only while reading takes long (a large import) may an answer be up to a
 * second old.
 */
@ApplicationScoped
public class AgencySearch {
    private static final Logger LOG = System.getLogger(AgencySearch.class.getName());
    private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[0-9A-Z.]{2,35}");
    private static final long LONG = Duration.ofMillis(50).toNanos();
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    /** As many agencies are read at once without keeping anybody waiting noticeably. */
    private static final int SMALL = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile State state;

    @EJB
    private AgencyRows rows;

    @Resource
    private ManagedExecutorService executor;

    private record State(AgencySnapshot snapshot, long baseRevision, long readAt, long took) {}

    /** Finds agencies, the best first; the query is checked already. */
    public List<UUID> search(AgencyQuery query) {
        String text = query.text() == null ? null : query.text().strip();
        List<String> words = AgencyWords.query(text);
        String code = text == null ? null : code(text);
        if (text != null && words.isEmpty()) {
            return List.of();
        }
        return present().search(query, words, code);
    }

    /** Builds the index unless it is there; returns how many agencies are in it. */
    int ready() {
        return present().size();
    }

    private static String code(String text) {
        String tidy = AgencyCode.tidy(text).toUpperCase(Locale.ROOT);
        return CODE.matcher(tidy).matches() ? tidy : null;
    }

    private AgencySnapshot present() {
        State known = state;
        if (known != null && usable(known)) {
            return known.snapshot();
        }
        lock.lock();
        try {
            known = state;
            if (known == null || !usable(known)) {
                known = refreshed(known);
                state = known;
            }
            return known.snapshot();
        } finally {
            lock.unlock();
        }
    }

    private boolean usable(State known) {
        return known.took() > LONG && System.nanoTime() - known.readAt() < FRESH
                || rows.revision() == known.snapshot().revision();
    }

    private State refreshed(State known) {
        long begin = System.nanoTime();
        if (known == null) {
            return complete(rows.all(), begin);
        }
        AgencySnapshot next = rows.since(known.snapshot().base(), known.baseRevision());
        int recent = next.size() - next.base().size();
        if (recent > Math.max(1000, next.base().size() / 8)) {
            if (next.size() < SMALL) {
                return complete(rows.all(), begin);
            }
            renewLater();
        }
        return new State(next, known.baseRevision(), System.nanoTime(), System.nanoTime() - begin);
    }

    private static State complete(AgencySnapshot all, long begin) {
        return new State(all, all.revision(), System.nanoTime(), System.nanoTime() - begin);
    }

    /** Puts everything into one large segment again, while searches go on in what there is. */
    private void renewLater() {
        if (!renewing.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    renew();
                } catch (RuntimeException failed) {
                    LOG.log(
                            Level.WARNING,
                            "the index of agencies could not be renewed; the next search tries again",
                            failed);
                } finally {
                    renewing.set(false);
                }
            });
        } catch (RejectedExecutionException full) {
            renewing.set(false);
        }
    }

    private void renew() {
        State next = complete(rows.all(), System.nanoTime());
        lock.lock();
        try {
            state = new State(next.snapshot(), next.baseRevision(), next.readAt(), 0);
        } finally {
            lock.unlock();
        }
    }
}
