package vn.lgsp.portal.reorganisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.ReorganisationEvent;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;

/** One request: what it says, what it does or did, and what happened to it. What can be done with it is in {@link RequestActsPage}. */
@Named
@RequestScoped
public class RequestPage {
    private static final String REFRESH = "2000";

    @Inject
    private Reorganisations requests;

    @Inject
    private StepWords words;

    @Inject
    private LineageView lineages;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private HttpServletRequest request;

    private ReorganisationView found;
    private ReorganisationImpact impact;
    private List<ReorganisationImpact.Change> changes;

    /** One thing that happened. */
    public record Line(String tone, String what, String actor, Instant at, String note) {}

    @PostConstruct
    void read() {
        found = requests.find(me.staff(), id(request.getParameter("ma")));
    }

    /** Reads an id; NOT_FOUND for what is none. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    public ReorganisationView getRequest() {
        return found;
    }

    public String getState() {
        return texts.of("reorganisation-state", found.state());
    }

    public String getTone() {
        return RequestTones.of(found.state());
    }

    /** The day of the decision; null when nobody has said. */
    public String getDocumentDate() {
        return found.documentDate() == null ? null : Days.write(found.documentDate());
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "reorganisation.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    /** Its steps in words; agencies by the names that they had before, when it was carried out. */
    public List<StepWords.Line> getSteps() {
        if (isCarriedOut()) {
            words.asBefore(changes());
        }
        return words.lines(requests.steps(me.staff(), found.id()));
    }

    public List<ReorganisationDocument> getDocuments() {
        return requests.documents(me.staff(), found.id());
    }

    /** Whether it was carried out, and so has changed something. */
    public boolean isCarriedOut() {
        return found.appliedAt() != null;
    }

    /** Whether what it would do is of interest: it is neither carried out nor at an end. */
    public boolean isAhead() {
        return !isCarriedOut() && !found.state().next().isEmpty();
    }

    private ReorganisationImpact impact() {
        if (impact == null) {
            impact = requests.impact(me.staff(), found.id());
        }
        return impact;
    }

    public List<StepWords.Note> getNotes() {
        return words.notes(impact().problems());
    }

    /** Why it could not be carried out. */
    public List<StepWords.Note> getFailures() {
        return words.notes(found.failures());
    }

    public List<StepWords.Fate> getFates() {
        return words.fates(isCarriedOut() ? changes() : impact().changes());
    }

    public List<StepWords.Inherited> getInherited() {
        return words.inherited(impact().inherited());
    }

    private List<ReorganisationImpact.Change> changes() {
        if (changes == null) {
            changes = requests.changes(me.staff(), found.id());
        }
        return changes;
    }

    /** The descent that this request made; empty where it is undone. */
    public LineagePicture getLineage() {
        return lineages.ofRequest(
                found.id(),
                changes().stream()
                        .map(ReorganisationImpact.Change::agencyId)
                        .distinct()
                        .toList());
    }

    /** Newest first. */
    public List<Line> getEvents() {
        return requests.events(me.staff(), found.id()).stream()
                .sorted(Comparator.comparing(ReorganisationEvent::at).reversed())
                .map(event -> new Line(
                        event.to() == null ? "pending" : RequestTones.of(event.to()),
                        texts.get("reorganisation-event." + event.act()),
                        event.actor(),
                        event.at(),
                        event.note()))
                .toList();
    }

    /** Milliseconds after which to look again; empty when nothing moves. */
    public String getRefresh() {
        return found.state() == ReorganisationState.APPROVED
                        && found.effectiveAt().isBefore(Instant.now())
                ? REFRESH
                : "";
    }

    /** How long it can still be undone, in words; null when it cannot. */
    public String getUndoLeft() {
        Duration left = found.undoUntil() == null ? Duration.ZERO : Duration.between(Instant.now(), found.undoUntil());
        return left.isNegative() || left.isZero() ? null : format.duration(left);
    }
}
