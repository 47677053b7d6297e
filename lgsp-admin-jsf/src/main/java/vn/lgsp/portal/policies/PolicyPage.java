package vn.lgsp.portal.policies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.Policies;
import vn.lgsp.routing.boundary.PolicyView;

/** One version of a policy: what it says, what can be done with it. */
@Named
@RequestScoped
public class PolicyPage {
    @Inject
    private Policies policies;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Explanation explanation;

    @Inject
    private Submission submission;

    private PolicyView policy;

    @PostConstruct
    void read() {
        policy = policies.find(me.staff(), Paths.id(submission.typed("ma")));
    }

    public PolicyView getPolicy() {
        return policy;
    }

    public boolean isDraft() {
        return policy.state() == VersionState.DRAFT;
    }

    public boolean isPublished() {
        return policy.state() == VersionState.PUBLISHED;
    }

    /** Whether to offer changes; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me.staff().may(Right.POLICIES_CHANGE);
    }

    /** Whether to offer publishing; whoever wrote it is told why not when it is tried. */
    public boolean isPublisher() {
        return isDraft() && me.staff().may(Right.POLICIES_PUBLISH);
    }

    /** Types of data that it could be for. */
    public List<Choice> getTypes() {
        return directory.dataTypes().stream()
                .map(type -> new Choice(type.code(), type.code()))
                .toList();
    }

    /** Lets it count. */
    public void publish() throws IOException {
        act("published", () -> policies.publish(me.staff(), policy.id(), submission.seen()));
    }

    /** Takes it out of use, or drops the draft. */
    public void retire() throws IOException {
        act("retired", () -> policies.retire(me.staff(), policy.id(), submission.seen()));
    }

    /** Makes it the policy of the type of data that the form names. */
    public void assign() throws IOException {
        act("assigned", () -> policies.assign(me.staff(), submission.typed("loai"), policy.code()));
    }

    /** Gives the type of data that the form names back to the platform's own policy. */
    public void release() throws IOException {
        act("released", () -> policies.assign(me.staff(), submission.typed("loai"), null));
    }

    private void act(String done, Runnable act) throws IOException {
        submission.take(
                () -> {
                    act.run();
                    return Submission.done(Paths.POLICY + "?ma=" + policy.id(), done);
                },
                // A type of data that was not chosen; the policy itself was found before.
                refusal -> refusal.code() == ErrorCode.NOT_FOUND
                        ? texts.get("policy.type.missing")
                        : explanation.of(refusal));
    }
}
