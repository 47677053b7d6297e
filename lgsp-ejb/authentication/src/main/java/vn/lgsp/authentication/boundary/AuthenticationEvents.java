package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.control.AuthenticationEventReader;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Scope;

/**
 * The authentication log for people (nhật ký xác thực truy xuất, Điều 10, 14.5, 18.3). Somebody in an agency sees what was done with its keys;
 * what was done with keys that are nobody's is seen by those who look after the whole platform.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuthenticationEvents {
    private static final int MAX_LIMIT = 1_000;

    @Inject
    private Scope scope;

    @Inject
    private AuthenticationEventReader reader;

    /** How many were refused on a day for a reason. */
    public record RefusalsOfDay(java.time.LocalDate day, RefusalReason reason, long number) {}

    /**
     * Entries, newest first.
     *
     * @throws LgspException FORBIDDEN for somebody who may not see the log
     */
    public List<AuthenticationEventView> list(Staff staff, AuthenticationEventFilter filter) {
        if (filter.limit() < 1 || filter.limit() > MAX_LIMIT) {
            throw new IllegalArgumentException("limit");
        }
        return reader.list(reach(staff), filter);
    }

    /**
     * One entry.
     *
     * @throws LgspException FORBIDDEN; NOT_FOUND, also where it does not concern this person
     */
    public AuthenticationEventView find(Staff staff, UUID id) {
        return reader.find(reach(staff), id).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * Refusals per day (of Viet Nam) and reason, those of no day and reason left out.
     *
     * @throws LgspException FORBIDDEN
     */
    public List<RefusalsOfDay> refusals(Staff staff, AuthenticationEventFilter filter, Instant from, Instant to) {
        return reader.refusals(reach(staff), filter, from, to);
    }

    private Scope.Agencies reach(Staff staff) {
        scope.require(staff, Right.AUTHENTICATION_LOG_READ);
        return scope.of(staff, Right.AUTHENTICATION_LOG_READ);
    }
}
