package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.authentication.control.RateLeases;
import vn.lgsp.authentication.control.RateSettings;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Scope;

/**
 * How many requests an application may make (Điều 5.4): so many a second on all nodes together, reading and sending counted apart, with a store for
 * bursts. One that floods is refused before anything else is done for it, and others do not notice.
 */
@Stateless
public class RateLimits {
    /** What is counted apart. */
    public enum Kind {
        READING,
        SENDING
    }

    @Inject
    private RateLeases leases;

    @Inject
    private RateSettings settings;

    @Inject
    private KeyRights rights;

    @Inject
    private Scope scope;

    /**
     * What counts for an application, requests each second; 0 for no limit.
     *
     * @param burstSeconds how long it may be silent to use up what it did not
     * @param reason why it has limits of its own; null when it has those of all
     */
    public record Limits(int reading, int sending, int burstSeconds, String reason) {}

    /**
     * Limits that somebody wants for one application.
     *
     * @param reading null for that of all
     * @param sending null for that of all
     * @param reason 3–500 characters
     */
    public record Wish(Integer reading, Integer sending, String reason) {}

    /**
     * Counts one request.
     *
     * @throws LgspException RATE_LIMITED with the seconds after which to try again
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void take(Caller caller, Kind kind) {
        long millis = leases.take(caller.applicationId(), kind);
        if (millis > 0) {
            throw new LgspException(ErrorCode.RATE_LIMITED, (millis + 999) / 1_000);
        }
    }

    /** @throws LgspException NOT_FOUND */
    public Limits limits(Staff staff, UUID applicationId) {
        rights.requireSight(staff, applicationId);
        return settings.limits(applicationId);
    }

    /**
     * Gives an application limits of its own, or those of all again; it counts within some seconds.
     *
     * @throws LgspException FORBIDDEN without POLICIES_CHANGE in the whole province; NOT_FOUND; REQUEST_INVALID naming every field at fault
     */
    public Limits change(Staff staff, UUID applicationId, Wish wish) {
        scope.requireEverywhere(staff, Right.POLICIES_CHANGE);
        rights.requireSight(staff, applicationId);
        settings.change(applicationId, wish, staff.accountId());
        return settings.limits(applicationId);
    }
}
