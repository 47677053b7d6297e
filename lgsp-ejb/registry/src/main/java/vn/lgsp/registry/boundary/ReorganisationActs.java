package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Reorganisation;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.reorganisation.Carrying;
import vn.lgsp.registry.control.reorganisation.Drafting;
import vn.lgsp.registry.control.reorganisation.Papers;
import vn.lgsp.registry.control.reorganisation.Requests;

/**
 * What people do with a request for reorganisation (đề nghị thay đổi tổ chức, Điều 7.2): draft and submit it, accept it or send it back, approve
 * or refuse it — somebody else than who made it — and undo it within a day. Carrying it out on its day is the platform's own affair.
 */
@Stateless
public class ReorganisationActs {
    private static final int MAX_COMMENT = 1000;

    @Inject
    private Scope scope;

    @Inject
    private Requests requests;

    @Inject
    private Drafting drafting;

    @Inject
    private Papers papers;

    @Inject
    private Carrying carrying;

    /**
     * Begins a request.
     *
     * @return its id
     * @throws LgspException FORBIDDEN; NOT_FOUND when the agency that asks is out of reach; REQUEST_INVALID naming the fields
     */
    public UUID draft(Staff staff, ReorganisationDraft draft) {
        scope.require(staff, Right.REORGANISATIONS_REQUEST);
        return drafting.create(staff, draft);
    }

    /**
     * Changes a draft, or one that was sent back.
     *
     * @param version of the request that the person saw
     * @throws LgspException FORBIDDEN; NOT_FOUND; EDIT_CONFLICT; REORGANISATION_STATE; REQUEST_INVALID
     */
    public void change(Staff staff, UUID id, ReorganisationDraft draft, int version) {
        Reorganisation request = own(staff, id);
        if (request.version() != version) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        requireEditable(request);
        drafting.change(staff, request, draft);
    }

    /**
     * Attaches a document: a PDF, DOCX, PNG or JPEG of at most 10 MiB that is what it says.
     *
     * @return its id
     * @throws LgspException as {@link #change}; REQUEST_INVALID with the field {@code file}
     */
    public UUID attach(Staff staff, UUID id, String name, byte[] content) {
        Reorganisation request = own(staff, id);
        requireEditable(request);
        return papers.add(staff, id, name, content);
    }

    /** Takes a document away again; NOT_FOUND; otherwise as {@link #change}. */
    public void detach(Staff staff, UUID id, UUID documentId) {
        Reorganisation request = own(staff, id);
        requireEditable(request);
        papers.remove(id, documentId);
    }

    /**
     * Submits a request whose steps can be carried out.
     *
     * @throws LgspException FORBIDDEN; NOT_FOUND; REORGANISATION_STATE; REORGANISATION_INVALID naming by field what is missing and by step
     *     what stands against it
     */
    public void submit(Staff staff, UUID id) {
        Reorganisation request = own(staff, id);
        drafting.requireComplete(staff, request);
        become(staff, request, ReorganisationState.SUBMITTED, "SUBMIT", null);
        requests.failed(id, null);
    }

    /** Takes a submitted request on for approval; FORBIDDEN; NOT_FOUND; REORGANISATION_STATE. */
    public void accept(Staff staff, UUID id) {
        scope.requireEverywhere(staff, Right.REORGANISATIONS_ACCEPT);
        become(staff, requests.hold(id), ReorganisationState.ACCEPTED, "ACCEPT", null);
    }

    /** Sends a request back for more; {@code reason} 3–500 characters; FORBIDDEN; NOT_FOUND; REORGANISATION_STATE. */
    public void sendBack(Staff staff, UUID id, String reason) {
        scope.requireEverywhere(staff, Right.REORGANISATIONS_ACCEPT);
        become(staff, requests.hold(id), ReorganisationState.RETURNED, "RETURN", Fields.reason(reason));
    }

    /**
     * Approves a request that somebody else made; on its day the platform carries it out, within seconds when the day has come.
     *
     * @throws LgspException FORBIDDEN; NOT_FOUND; OWN_REQUEST; REORGANISATION_STATE; REORGANISATION_INVALID when something has come to
     *     stand against it
     */
    public void approve(Staff staff, UUID id) {
        Reorganisation request = decidable(staff, id);
        drafting.requirePossible(request);
        become(staff, request, ReorganisationState.APPROVED, "APPROVE", null);
    }

    /** Refuses a request that somebody else made; {@code reason} 3–500 characters; as {@link #approve}. */
    public void refuse(Staff staff, UUID id, String reason) {
        become(staff, decidable(staff, id), ReorganisationState.REFUSED, "REFUSE", Fields.reason(reason));
    }

    /** Withdraws a request that was not carried out; FORBIDDEN; NOT_FOUND; REORGANISATION_STATE. */
    public void cancel(Staff staff, UUID id, String reason) {
        become(staff, own(staff, id), ReorganisationState.CANCELLED, "CANCEL", Fields.reason(reason));
    }

    /**
     * Undoes what was carried out within the last 24 hours, as long as nothing was built on it.
     *
     * @param reason 3–500 characters
     * @throws LgspException FORBIDDEN; NOT_FOUND; OWN_REQUEST; REORGANISATION_STATE; REORGANISATION_UNDO_LATE; REORGANISATION_BUILT_ON
     */
    public void undo(Staff staff, UUID id, String reason) {
        Reorganisation request = decidable(staff, id);
        String why = Fields.reason(reason);
        requireMay(request, ReorganisationState.UNDONE);
        Instant now = Instant.now();
        carrying.undo(request, now);
        become(staff, requests.hold(id), ReorganisationState.UNDONE, "UNDO", why);
    }

    /** Says something about a request, 1–1000 characters, for everybody who sees it; FORBIDDEN; NOT_FOUND; REQUEST_INVALID. */
    public void comment(Staff staff, UUID id, String text) {
        Reorganisation request = requests.find(id);
        scope.require(staff, Right.REORGANISATIONS_READ, request.agencyId());
        Fields fields = new Fields();
        String comment = fields.text("comment", text, 1, MAX_COMMENT);
        fields.check();
        requests.note(id, staff.accountId(), staff.username(), "COMMENT", null, null, comment);
    }

    private Reorganisation own(Staff staff, UUID id) {
        scope.require(staff, Right.REORGANISATIONS_REQUEST);
        Reorganisation request = requests.hold(id);
        scope.require(staff, Right.REORGANISATIONS_REQUEST, request.agencyId());
        return request;
    }

    private Reorganisation decidable(Staff staff, UUID id) {
        scope.requireEverywhere(staff, Right.REORGANISATIONS_APPROVE);
        Reorganisation request = requests.hold(id);
        if (request.requestedBy().equals(staff.accountId())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
        return request;
    }

    private static void requireEditable(Reorganisation request) {
        if (!request.state().editable()) {
            throw new LgspException(ErrorCode.REORGANISATION_STATE, request.number(), request.state());
        }
    }

    private static void requireMay(Reorganisation request, ReorganisationState next) {
        if (!request.state().mayBecome(next)) {
            throw new LgspException(ErrorCode.REORGANISATION_STATE, request.number(), request.state());
        }
    }

    private void become(Staff staff, Reorganisation request, ReorganisationState next, String act, String note) {
        requireMay(request, next);
        ReorganisationState from = request.state();
        request.become(next, staff.accountId(), Instant.now());
        requests.note(request.id(), staff.accountId(), staff.username(), act, from, next, note);
    }
}
