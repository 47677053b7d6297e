package vn.lgsp.portal.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.FirstRun;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.operations.boundary.JobView;
import vn.lgsp.operations.boundary.Jobs;
import vn.lgsp.operations.boundary.SettingChangeView;
import vn.lgsp.operations.boundary.SettingTexts;
import vn.lgsp.operations.boundary.Settings;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.sso.boundary.AccountActivity;
import vn.lgsp.sso.boundary.ActivityView;

/**
 * What administrators and auditors watch: what happened to accounts and settings in the last 24 hours, jobs that run, what the self checks find. Whoever looks
 * after a part of the province only sees none of the platform's own affairs.
 */
@Named
@RequestScoped
public class WatchBoard {
    private static final int CHANGES = 20;
    private static final int JOBS = 5;
    private static final int ACTS = 12;
    private static final int HOURS = 24;

    @Inject
    private Settings settings;

    @Inject
    private Jobs jobs;

    @Inject
    private FirstRun firstRun;

    @Inject
    private AccountActivity accounts;

    @Inject
    private Me me;

    @Inject
    private Visit visit;

    private List<Change> changes;
    private List<JobView> running;
    private List<FirstRunFact> checks;
    private List<ActivityView> activity;
    private long locked;

    /** A change of a setting; values are null for the default. */
    public record Change(String title, String before, String after, String by, String reason, Instant at) {}

    @PostConstruct
    void load() {
        Locale locale = visit.getLocale();
        Instant since = Instant.now().minus(HOURS, ChronoUnit.HOURS);
        changes = allowed(() -> settings.changes(me.staff(), null, null, CHANGES)).stream()
                .filter(change -> change.at().isAfter(since))
                .limit(CHANGES)
                .map(change -> change(change, locale))
                .toList();
        running = jobs.list(me.staff(), JobState.RUNNING, false, null, JOBS).stream()
                .limit(JOBS)
                .toList();
        checks = allowed(() -> firstRun.checks(me.staff()));
        activity = allowed(() -> accounts.since(me.staff(), since, ACTS));
        locked = allowed(() -> List.of(accounts.locked(me.staff()))).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public List<Change> getChanges() {
        return changes;
    }

    public List<JobView> getRunning() {
        return running;
    }

    /** What lately happened to accounts. */
    public List<ActivityView> getActivity() {
        return activity;
    }

    /** How many accounts cannot sign in now. */
    public long getLocked() {
        return locked;
    }

    /** Whether the first steps of the platform are still to be done, by this person. */
    public boolean isFirstRun() {
        return firstRun.pending(me.staff());
    }

    /** What the self checks found: administrators are told what they could do better, others only what is broken. */
    public List<FirstRunFact> getTroubles() {
        boolean all = me.staff().holds(Role.ADMIN);
        return checks.stream()
                .filter(fact ->
                        fact.state() == FirstRunFact.State.FAIL || all && fact.state() == FirstRunFact.State.ATTENTION)
                .toList();
    }

    private static Change change(SettingChangeView change, Locale locale) {
        return new Change(
                SettingTexts.title(change.key(), locale),
                change.oldValue(),
                change.newValue(),
                change.changedBy(),
                change.reason(),
                change.at());
    }

    private static <T> List<T> allowed(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.FORBIDDEN) {
                return List.of();
            }
            throw refusal;
        }
    }
}
