package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Reorganisation;
import vn.lgsp.registry.control.reorganisation.Carrying;
import vn.lgsp.registry.control.reorganisation.ChosenHeirs;
import vn.lgsp.registry.control.reorganisation.Papers;
import vn.lgsp.registry.control.reorganisation.RequestQueries;
import vn.lgsp.registry.control.reorganisation.Requests;
import vn.lgsp.registry.control.reorganisation.TakenHeirs;

/**
 * Requests for reorganisation as people read them (Điều 7.2). Somebody whose right ends at a subtree sees those of the agencies in it.
 *
 * <p>Every method refuses with FORBIDDEN somebody who may see none at all, and with NOT_FOUND what is out of reach.
 */
@Stateless
public class Reorganisations {
    @Inject
    private Scope scope;

    @Inject
    private Requests requests;

    @Inject
    private RequestQueries queries;

    @Inject
    private Papers papers;

    @Inject
    private Carrying carrying;

    @Inject
    private ChosenHeirs chosenHeirs;

    @Inject
    private TakenHeirs takenHeirs;

    /** Lists requests, newest first; one row more than the limit when there are more. */
    public List<ReorganisationView> list(Staff staff, ReorganisationFilter filter) {
        scope.require(staff, Right.REORGANISATIONS_READ);
        return queries.list(scope.of(staff, Right.REORGANISATIONS_READ), filter);
    }

    /** One request. */
    public ReorganisationView find(Staff staff, UUID id) {
        readable(staff, id);
        return queries.one(id).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** What it does, in its order. */
    public List<ReorganisationStep> steps(Staff staff, UUID id) {
        readable(staff, id);
        return requests.steps(id);
    }

    /** What happened to it, oldest first. */
    public List<ReorganisationEvent> events(Staff staff, UUID id) {
        readable(staff, id);
        return queries.events(id);
    }

    /** Its documents. */
    public List<ReorganisationDocument> documents(Staff staff, UUID id) {
        readable(staff, id);
        return papers.list(id);
    }

    /** The bytes of one of its documents. */
    public byte[] document(Staff staff, UUID id, UUID documentId) {
        readable(staff, id);
        return papers.content(id, documentId);
    }

    /** What it would do now; for one that was carried out, look at {@link #changes}. */
    public ReorganisationImpact impact(Staff staff, UUID id) {
        Reorganisation request = readable(staff, id);
        return carrying.impact(requests.steps(id), chosenHeirs.of(id), request.effectiveAt());
    }

    /** Who gets what, where the request says otherwise than the rule. */
    public List<ReorganisationHeir> heirs(Staff staff, UUID id) {
        readable(staff, id);
        return chosenHeirs.of(id);
    }

    /**
     * What the agencies that end would leave behind now, thing by thing, and who gets it: applications, keys, accounts and rights, at most 500
     * of each. For one that was carried out those that went to others than the rule says.
     */
    public List<ReorganisationThing> things(Staff staff, UUID id) {
        Reorganisation request = readable(staff, id);
        if (request.appliedAt() != null) {
            return takenHeirs.of(id);
        }
        return carrying.things(requests.steps(id), chosenHeirs.of(id), request.effectiveAt());
    }

    /** What steps would do now, before they belong to a request. */
    public ReorganisationImpact impact(Staff staff, ReorganisationDraft draft) {
        scope.require(staff, Right.REORGANISATIONS_REQUEST);
        return carrying.impact(
                draft.steps(),
                draft.heirs(),
                draft.effectiveOn() == null
                        ? null
                        : draft.effectiveOn().atStartOfDay(Requests.ZONE).toInstant());
    }

    /** What it did, agency by agency; empty for one that was not carried out. */
    public List<ReorganisationImpact.Change> changes(Staff staff, UUID id) {
        readable(staff, id);
        return queries.changes(id);
    }

    /**
     * Where an agency came from and what became of it, back and forth over all generations, oldest first; at most 1,000 links.
     *
     * @throws LgspException NOT_FOUND when there is no such agency
     */
    public List<LineageLink> lineage(Staff staff, UUID agencyId) {
        scope.require(staff, Right.AGENCIES_READ);
        return queries.lineage(agencyId);
    }

    private Reorganisation readable(Staff staff, UUID id) {
        scope.require(staff, Right.REORGANISATIONS_READ);
        Reorganisation request = requests.find(id);
        scope.require(staff, Right.REORGANISATIONS_READ, request.agencyId());
        return request;
    }
}
