package vn.lgsp.portal.versions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;

/** The agency that is to own what somebody registers, as a form asks for it. */
@RequestScoped
public class Owners {
    private static final String FIELD = "owner";

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    /** The code of the person's own agency; empty when it has none. */
    public String own() {
        return directory.byId(me.staff().agencyId()).map(AgencyView::code).orElse("");
    }

    /**
     * The agency of a code; null for an empty one, which is the platform.
     *
     * @throws LgspException REQUEST_INVALID naming {@code owner}
     */
    public UUID typed(String code) {
        return code.isEmpty()
                ? null
                : directory.byCode(code).map(AgencyView::id).orElseThrow(() -> refused("agency"));
    }

    /** Registers; an owner that the person's right does not reach is the field's fault. */
    public void reaching(Runnable registering) {
        try {
            registering.run();
        } catch (LgspException refusal) {
            throw refusal.code() == ErrorCode.NOT_FOUND ? refused("out-of-reach") : refusal;
        }
    }

    private static LgspException refused(String reason) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(FIELD, reason)));
    }
}
