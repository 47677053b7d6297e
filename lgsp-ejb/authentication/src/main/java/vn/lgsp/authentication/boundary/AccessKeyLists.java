package vn.lgsp.authentication.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.control.KeyReader;
import vn.lgsp.authentication.control.KeyRights;
import vn.lgsp.model.Staff;
import vn.lgsp.model.authentication.AccessKeyEvent;
import vn.lgsp.model.error.LgspException;

/** What there is to know about keys: which there are, how they are used, what was done to them. Secrets are never part of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccessKeyLists {
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_DAYS = 400;
    private static final int MAX_HISTORY = 200;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    @Inject
    private KeyRights rights;

    @EJB
    private AccessKeys keys;

    @Inject
    private KeyReader reader;

    /**
     * Keys that the person may see, newest first.
     *
     * @throws LgspException {@code forbidden} for somebody who may see none; {@code not-found} where an application is named that is out of
     *     reach
     */
    public List<KeyView> list(Staff staff, KeyFilter filter) {
        if (filter.limit() < 1 || filter.limit() > MAX_LIMIT) {
            throw new IllegalArgumentException("limit");
        }
        var sight = rights.sight(staff);
        if (filter.applicationId() != null) {
            rights.requireSight(staff, filter.applicationId());
        }
        return reader.list(sight, filter);
    }

    /**
     * How a key, the one that it replaces and those that replace it were used, newest day first.
     *
     * @param days how many days back, 1–400
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public List<KeyUseOfDay> use(Staff staff, UUID keyId, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days");
        }
        keys.find(staff, keyId);
        return reader.use(keyId, LocalDate.now(ZoneOffset.UTC).minusDays(days - 1L));
    }

    /**
     * What was done to a key, newest first.
     *
     * @throws LgspException {@code forbidden}; {@code not-found}
     */
    public List<KeyHistoryLine> history(Staff staff, UUID keyId) {
        keys.find(staff, keyId);
        return database.createQuery(
                        "select e from AccessKeyEvent e where e.keyId = :key order by e.id desc", AccessKeyEvent.class)
                .setParameter("key", keyId)
                .setMaxResults(MAX_HISTORY)
                .getResultStream()
                .map(KeyHistoryLine::of)
                .toList();
    }

    /** Whether to offer the person changes of this application's keys; decided once more when one is made. */
    public boolean changeable(Staff staff, UUID applicationId) {
        return rights.handles(staff, applicationId);
    }
}
