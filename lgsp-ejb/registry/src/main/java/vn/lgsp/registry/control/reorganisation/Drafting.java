package vn.lgsp.registry.control.reorganisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.Reorganisation;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.registry.control.Fields;

/** Writes drafts, and says what they still need. */
@ApplicationScoped
public class Drafting {
    @Inject
    private Requests requests;

    @EJB
    private Directory directory;

    @Inject
    private Scope scope;

    @Inject
    private Carrying carrying;

    @Inject
    private Papers papers;

    @Inject
    private ChosenHeirs chosenHeirs;

    /** Enters a draft; returns its id. */
    public UUID create(Staff staff, ReorganisationDraft draft) {
        ReorganisationDraft checked = Draft.checked(draft);
        Reorganisation request = requests.create(agency(staff, checked.agency()), staff.accountId());
        write(staff, request, checked);
        requests.note(request.id(), staff.accountId(), staff.username(), "DRAFT", null, request.state(), null);
        return request.id();
    }

    /** Changes a draft. */
    public void change(Staff staff, Reorganisation request, ReorganisationDraft draft) {
        write(staff, request, Draft.checked(draft));
        requests.touched(request);
    }

    private void write(Staff staff, Reorganisation request, ReorganisationDraft draft) {
        request.says(
                draft.title(),
                agency(staff, draft.agency()),
                draft.document(),
                draft.documentDate(),
                draft.effectiveOn() == null
                        ? null
                        : draft.effectiveOn().atStartOfDay(Requests.ZONE).toInstant(),
                draft.aliasDays());
        requests.steps(request.id(), draft.steps());
        chosenHeirs.keep(request.id(), draft.heirs());
    }

    private UUID agency(Staff staff, String code) {
        AgencyView agency = directory.byCode(code).orElseThrow(() -> Fields.invalid("agency", "agency"));
        scope.require(staff, Right.REORGANISATIONS_REQUEST, agency.id());
        return agency.id();
    }

    /** Requires that nothing is missing and nothing stands against it; REORGANISATION_INVALID, NOT_FOUND out of reach. */
    public void requireComplete(Staff staff, Reorganisation request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.document() == null) {
            errors.add(new FieldError("document", "required"));
        }
        if (request.documentDate() == null) {
            errors.add(new FieldError("documentDate", "required"));
        }
        if (request.effectiveAt() == null) {
            errors.add(new FieldError("effectiveOn", "required"));
        }
        if (!papers.any(request.id())) {
            errors.add(new FieldError("file", "required"));
        }
        List<ReorganisationStep> steps = requests.steps(request.id());
        if (steps.isEmpty()) {
            errors.add(new FieldError("steps", "step-none"));
        }
        steps.forEach(step -> requireReach(staff, step));
        List<ReorganisationHeir> heirs = chosenHeirs.of(request.id());
        heirs.forEach(heir -> requireReach(staff, heir.heir()));
        errors.addAll(against(steps, heirs, request.effectiveAt()));
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REORGANISATION_INVALID, errors);
        }
    }

    /** Requires that nothing stands against it by now; REORGANISATION_INVALID. */
    public void requirePossible(Reorganisation request) {
        List<FieldError> errors =
                against(requests.steps(request.id()), chosenHeirs.of(request.id()), request.effectiveAt());
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REORGANISATION_INVALID, errors);
        }
    }

    private List<FieldError> against(
            List<ReorganisationStep> steps, List<ReorganisationHeir> heirs, Instant effective) {
        return carrying.impact(steps, heirs, effective).problems().stream()
                .filter(Problem::error)
                .map(Drafting::field)
                .toList();
    }

    private static FieldError field(Problem problem) {
        String whole = problem.reason().startsWith("heir-") ? "heirs" : "steps";
        return new FieldError(
                problem.step() == 0 ? whole : "steps[" + (problem.step() - 1) + "]",
                problem.reason(),
                problem.arguments().toArray());
    }

    /** Somebody whose right ends at a subtree proposes nothing about agencies outside it. */
    private void requireReach(Staff staff, ReorganisationStep step) {
        Stream.concat(step.sources().stream(), Stream.of(step.target(), step.parent()))
                .filter(Objects::nonNull)
                .forEach(code -> requireReach(staff, code));
    }

    private void requireReach(Staff staff, String code) {
        directory.byCode(code).ifPresent(agency -> scope.require(staff, Right.REORGANISATIONS_REQUEST, agency.id()));
    }
}
