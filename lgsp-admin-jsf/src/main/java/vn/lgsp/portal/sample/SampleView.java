package vn.lgsp.portal.sample;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.sample.boundary.SampleData;
import vn.lgsp.sample.boundary.SampleState;

/** The sample data: what there is, loading and removing it, and how far that has got. */
@Named
@RequestScoped
public class SampleView {
    private static final String PAGE = "/du-lieu-mau";
    private static final String SECONDS_2 = "2000";

    @Inject
    private SampleData sample;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Explanation explanation;

    @Inject
    private Redirect redirect;

    private SampleState state;
    private String loadReason;
    private String loadProblem;
    private String typed;
    private String reason;
    private String removalProblem;

    @PostConstruct
    void read() {
        state = sample.state(me.staff());
    }

    /** Orders the sample to be loaded. */
    public void load() throws IOException {
        try {
            sample.load(me.staff(), loadReason);
            redirect.to(PAGE);
        } catch (LgspException refusal) {
            loadProblem = explain(refusal);
        }
    }

    /** Orders the sample to be removed. */
    public void remove() throws IOException {
        try {
            sample.remove(me.staff(), typed, reason);
            redirect.to(PAGE);
        } catch (LgspException refusal) {
            removalProblem = explain(refusal);
        }
    }

    private String explain(LgspException refusal) {
        if (refusal.code() == ErrorCode.REQUEST_INVALID && !refusal.fields().isEmpty()) {
            LgspException.FieldError error = refusal.fields().get(0);
            String field = texts.get(
                    error.field().equals("confirmation") ? "sample.field.confirmation" : "sample.field.reason");
            return texts.with("sample.field.refused", field, ErrorTexts.reason(error, visit.getLocale()));
        }
        return explanation.of(refusal);
    }

    public SampleState getState() {
        return state;
    }

    /** Where things stand, in words. */
    public String getPhase() {
        return texts.of("sample.phase", state.phase());
    }

    /** The colour of where things stand. */
    public String getTone() {
        return switch (state.phase()) {
            case LOADING, REMOVING -> "running";
            case LOADED -> "done";
            case NONE, REMOVED -> "stopped";
        };
    }

    /** How soon the page looks again, in milliseconds; empty when nothing moves. */
    public String getRefresh() {
        return state.phase().working() ? SECONDS_2 : "";
    }

    public boolean isWorking() {
        return state.phase().working();
    }

    /** Whether it can be loaded now. */
    public boolean isLoadable() {
        return state.phase() == SampleState.Phase.NONE || state.phase() == SampleState.Phase.REMOVED;
    }

    /** Whether there is anything to remove. */
    public boolean isRemovable() {
        return state.phase() == SampleState.Phase.LOADED
                || state.phase() == SampleState.Phase.LOADING
                || state.phase() != SampleState.Phase.REMOVING && state.counts().agencies() > 0;
    }

    /** What has to be typed to remove it. */
    public String getConfirmation() {
        return SampleData.CONFIRMATION;
    }

    public String getLoadReason() {
        return loadReason;
    }

    public void setLoadReason(String loadReason) {
        this.loadReason = loadReason;
    }

    /** Why the order to load was refused; null when it was not. */
    public String getLoadProblem() {
        return loadProblem;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** Why the order to remove was refused; null when it was not. */
    public String getRemovalProblem() {
        return removalProblem;
    }
}
