package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.control.ApplicationChanged;
import vn.lgsp.authentication.control.KeyInput;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.authentication.control.WaiverReader;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.SchemeWaiver;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.registry.boundary.Scope;

/**
 * Leave to sign in old ways for a while (bật tương thích, Điều 4.4): only operators give it, for one application, with a reason and an end.
 * Who still needs it is told from what was counted.
 */
@Stateless
public class SchemeWaivers {
    /** The longest leave. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int MAX_DAYS = 400;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    @Inject
    private KeyRights rights;

    @Inject
    private Scope scope;

    @Inject
    private WaiverReader reader;

    @Inject
    private Event<ApplicationChanged> changed;

    /**
     * Waivers that the person may see, newest first, at most 200.
     *
     * @param applicationId null for all applications
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public List<WaiverView> list(Staff staff, UUID applicationId) {
        if (applicationId != null) {
            rights.requireSight(staff, applicationId);
        }
        return reader.list(rights.sight(staff), applicationId);
    }

    /**
     * Which applications signed in old ways, newest day first.
     *
     * @param applicationId null for all applications
     * @param days how many days back, 1–400
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public List<OldWayOfDay> use(Staff staff, UUID applicationId, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days");
        }
        if (applicationId != null) {
            rights.requireSight(staff, applicationId);
        }
        return reader.use(
                rights.sight(staff),
                applicationId,
                LocalDate.now(ZoneOffset.UTC).minusDays(days - 1L));
    }

    /**
     * Lets an application sign in an old way.
     *
     * @param reason 3–500 characters
     * @param notAfter when that ends, within {@link #LONGEST}
     * @throws LgspException {@code forbidden}; {@code not-found}; {@code request-invalid}; {@code waiver-state} when there is one in force
     */
    public WaiverView grant(Staff staff, UUID applicationId, WaiverKind kind, String reason, Instant notAfter) {
        scope.require(staff, Right.WAIVERS_GRANT);
        var application = rights.requireSight(staff, applicationId);
        scope.require(staff, Right.WAIVERS_GRANT, application.agencyId());
        if (kind == null) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("kind", "required")));
        }
        var now = now();
        var input = new KeyInput(now);
        var why = input.reason(reason);
        var end = input.end(notAfter, LONGEST);
        input.check();
        endOver(applicationId, kind, now);
        var waiver = new SchemeWaiver(applicationId, kind, why, staff.accountId(), now, end);
        database.persist(waiver);
        return written(waiver);
    }

    /**
     * Ends a waiver at once.
     *
     * @param applicationId whose it is
     * @param reason 3–500 characters
     * @throws LgspException {@code forbidden}; {@code not-found}; {@code request-invalid}; {@code waiver-state} when it has ended
     */
    public WaiverView end(Staff staff, UUID applicationId, UUID waiverId, String reason) {
        scope.require(staff, Right.WAIVERS_GRANT);
        var waiver =
                waiverId == null ? null : database.find(SchemeWaiver.class, waiverId, LockModeType.PESSIMISTIC_WRITE);
        if (waiver == null || !waiver.applicationId().equals(applicationId)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        scope.require(
                staff,
                Right.WAIVERS_GRANT,
                rights.requireSight(staff, waiver.applicationId()).agencyId());
        var now = now();
        var input = new KeyInput(now);
        var why = input.reason(reason);
        input.check();
        if (waiver.over(now)) {
            throw new LgspException(ErrorCode.WAIVER_STATE);
        }
        waiver.end(staff.accountId(), why, now);
        return written(waiver);
    }

    /** Whether to offer the person to grant and end; decided once more when it is done. */
    public boolean grantable(Staff staff, UUID applicationId) {
        return scope.reaches(
                staff,
                Right.WAIVERS_GRANT,
                rights.requireSight(staff, applicationId).agencyId());
    }

    /** One whose end has come makes room; one in force does not. */
    private void endOver(UUID applicationId, WaiverKind kind, Instant now) {
        var open = database.createQuery(
                        """
                        select w from SchemeWaiver w where w.applicationId = :application and w.kind = :kind and w.endedAt is null
                        """,
                        SchemeWaiver.class)
                .setParameter("application", applicationId)
                .setParameter("kind", kind)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (var waiver : open) {
            if (!waiver.over(now)) {
                throw new LgspException(ErrorCode.WAIVER_STATE);
            }
            waiver.end(null, null, now);
        }
        database.flush();
    }

    private WaiverView written(SchemeWaiver waiver) {
        database.flush();
        changed.fire(new ApplicationChanged(waiver.applicationId()));
        return reader.find(waiver.id()).orElseThrow();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
