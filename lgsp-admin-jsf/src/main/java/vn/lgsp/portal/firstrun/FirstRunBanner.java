package vn.lgsp.portal.firstrun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.lgsp.model.account.Role;
import vn.lgsp.operations.boundary.FirstRun;
import vn.lgsp.portal.shell.Me;

/** Reminds administrators on every page until the first steps are over; from then on nobody is asked any more. */
@Named
@ApplicationScoped
public class FirstRunBanner {
    @Inject
    private FirstRun firstRun;

    @Inject
    private Me me;

    private volatile boolean over;

    public boolean isShown() {
        if (over || !me.isSignedIn() || !me.staff().holds(Role.ADMIN)) {
            return false;
        }
        boolean pending = firstRun.pending(me.staff());
        over = !pending && firstRun.finished();
        return pending;
    }
}
