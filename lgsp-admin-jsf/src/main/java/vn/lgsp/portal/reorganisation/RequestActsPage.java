package vn.lgsp.portal.reorganisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.registry.boundary.ReorganisationActs;

/** What this person can do with a request as it stands. What is offered is a courtesy: the boundary decides. */
@Named
@RequestScoped
public class RequestActsPage {
    @Inject
    private ReorganisationActs acts;

    @Inject
    private RequestPage page;

    @Inject
    private Me me;

    @Inject
    private Explanation explanation;

    @Inject
    private Redirect redirect;

    private RequestAct sendBack;
    private RequestAct refuse;
    private RequestAct cancel;
    private RequestAct undo;
    private String comment;
    private String problem;

    @PostConstruct
    void prepare() {
        sendBack = new RequestAct(this, "return", reason -> acts.sendBack(me.staff(), id(), reason));
        refuse = new RequestAct(this, "refuse", reason -> acts.refuse(me.staff(), id(), reason));
        cancel = new RequestAct(this, "cancel", reason -> acts.cancel(me.staff(), id(), reason));
        undo = new RequestAct(this, "undo", reason -> acts.undo(me.staff(), id(), reason));
    }

    private UUID id() {
        return page.getRequest().id();
    }

    String explain(LgspException refusal) {
        return explanation.of(refusal);
    }

    void done(String key) throws IOException {
        redirect.to(RequestPaths.details(id()) + "&xong=" + key);
    }

    /** Takes the request on. */
    public void accept() throws IOException {
        simple("accept", () -> acts.accept(me.staff(), id()));
    }

    /** Approves it. */
    public void approve() throws IOException {
        simple("approve", () -> acts.approve(me.staff(), id()));
    }

    /** Says something about it. */
    public void say() throws IOException {
        simple("comment", () -> acts.comment(me.staff(), id(), comment));
    }

    private void simple(String key, Runnable act) throws IOException {
        try {
            act.run();
            done(key);
        } catch (LgspException refusal) {
            problem = explain(refusal);
        }
    }

    public String getProblem() {
        return problem;
    }

    private boolean may(Right right, ReorganisationState next) {
        return me.staff().may(right) && page.getRequest().state().mayBecome(next);
    }

    public boolean isEditable() {
        return me.staff().may(Right.REORGANISATIONS_REQUEST)
                && page.getRequest().state().editable();
    }

    public boolean isAcceptable() {
        return may(Right.REORGANISATIONS_ACCEPT, ReorganisationState.ACCEPTED);
    }

    public boolean isReturnable() {
        return may(Right.REORGANISATIONS_ACCEPT, ReorganisationState.RETURNED);
    }

    public boolean isApprovable() {
        return may(Right.REORGANISATIONS_APPROVE, ReorganisationState.APPROVED) && !isOwn();
    }

    public boolean isRefusable() {
        return may(Right.REORGANISATIONS_APPROVE, ReorganisationState.REFUSED) && !isOwn();
    }

    public boolean isCancellable() {
        return may(Right.REORGANISATIONS_REQUEST, ReorganisationState.CANCELLED);
    }

    public boolean isUndoable() {
        return may(Right.REORGANISATIONS_APPROVE, ReorganisationState.UNDONE) && !isOwn() && page.getUndoLeft() != null;
    }

    /** Whether there is anything at all to do here. */
    public boolean isAny() {
        return isEditable()
                || isAcceptable()
                || isReturnable()
                || isApprovable()
                || isRefusable()
                || isCancellable()
                || isUndoable();
    }

    private boolean isOwn() {
        return me.staff().accountId().equals(page.getRequest().requestedById());
    }

    public RequestAct getSendBack() {
        return sendBack;
    }

    public RequestAct getRefuse() {
        return refuse;
    }

    public RequestAct getCancel() {
        return cancel;
    }

    public RequestAct getUndo() {
        return undo;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
