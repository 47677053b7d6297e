package vn.lgsp.portal.transformations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationForms;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.FormTaken;

/** Who takes the transformation that the page shows, and letting applications take it. */
@Named
@RequestScoped
public class TransformationTakers {
    private static final int MOST = 500;

    @Inject
    private TransformationPage page;

    @Inject
    private ApplicationForms forms;

    @Inject
    private Applications applications;

    @Inject
    private Me me;

    @Inject
    private Submission submission;

    private List<FormTaken> all;

    public List<FormTaken> getAll() {
        if (all == null) {
            all = forms.takers(me.staff(), page.getTransformation().code());
        }
        return all;
    }

    /** Whether to offer taking it; whether the person may, the boundary decides for each application. */
    public boolean isKeeper() {
        return me.staff().may(Right.APPLICATIONS_CHANGE)
                && page.getTransformation().current() != null;
    }

    /** The applications that could take it. */
    public List<Choice> getChoices() {
        return applications.list(me.staff(), ApplicationFilter.all(MOST)).stream()
                .map(row -> new Choice(row.id().toString(), row.name() + " – " + row.agencyName()))
                .toList();
    }

    /** Lets an application take it. */
    public void take() throws IOException {
        act(
                "take",
                id -> forms.take(
                        me.staff(),
                        id,
                        page.getTransformation().ends().fromType(),
                        page.getTransformation().code()));
    }

    /** Lets an application take what is sent again. */
    public void leave() throws IOException {
        act(
                "leave",
                id -> forms.leave(
                        me.staff(), id, page.getTransformation().ends().fromType()));
    }

    private interface Act {
        void on(UUID application) throws LgspException;
    }

    private void act(String done, Act act) throws IOException {
        submission.take(() -> {
            act.on(id(submission.typed("ung-dung")));
            return Submission.done(page.address(page.getVersion().number()) + "&tab=ung-dung", done);
        });
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }
}
