package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.SettingChangeView;

/** What people have set, and every change of it. Changes come one after the other: each raises the edition that all nodes look at. */
@ApplicationScoped
public class SettingStore {
    /** After every id; a parameter without a value has no type that PostgreSQL could compare with. */
    private static final UUID LAST = new UUID(-1, -1);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Event<SettingsChanged> changed;

    /** The last change of a setting. */
    public record Last(int version, String value, String reason, String changedBy, Instant at) {}

    /** Which edition of the settings is in force; rises with each change. */
    public long edition() {
        return ((Number) em.createNativeQuery("select edition from setting_edition", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** All values that people have set. */
    public Map<String, String> values() {
        List<?> rows =
                em.createNativeQuery("select key, value from setting_value").getResultList();
        Map<String, String> values = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> values.put((String) row[0], (String) row[1]));
        return values;
    }

    /** The last change of each setting that was ever changed; a value of null is the default. */
    public Map<String, Last> lastChanges() {
        List<?> rows = em.createNativeQuery(
                        """
                        select distinct on (key) key, version, new_value, reason, full_name, at
                        from setting_change order by key, version desc
                        """)
                .getResultList();
        Map<String, Last> last = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> last.put(
                        (String) row[0],
                        new Last(
                                ((Number) row[1]).intValue(),
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (Instant) row[5])));
        return last;
    }

    /** Changes, newest first, one more than the limit when there are more. */
    public List<SettingChangeView> changes(String key, UUID before, int limit) {
        List<?> rows = em.createNativeQuery(
                        """
                        select id, key, version, old_value, new_value, reason, full_name, username, at from setting_change
                        where (:key = '' or key = :key) and id < :before
                        order by id desc limit :limit
                        """)
                .setParameter("key", key == null ? "" : key)
                .setParameter("before", before == null ? LAST : before)
                .setParameter("limit", limit + 1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SettingChangeView(
                        (UUID) row[0],
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        (Instant) row[8]))
                .toList();
    }

    /**
     * Stores a change.
     *
     * @param value null for back to the default
     * @param version the last change that the person has seen; −1 when that does not matter
     * @throws LgspException EDIT_CONFLICT when there was another one
     */
    public void change(Staff staff, String key, String value, String reason, int version) {
        // First the lock, then the look: of two people at once the second sees the first one's change.
        em.createNativeQuery("update setting_edition set edition = edition + 1").executeUpdate();
        List<?> rows = em.createNativeQuery(
                        "select version, new_value from setting_change where key = :key order by version desc limit 1")
                .setParameter("key", key)
                .getResultList();
        Object[] last = rows.isEmpty() ? new Object[] {0, null} : (Object[]) rows.get(0);
        int seen = ((Number) last[0]).intValue();
        if (version >= 0 && version != seen) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        write(staff, key, value, seen + 1);
        em.createNativeQuery(
                        """
                        insert into setting_change (id, key, version, old_value, new_value, reason, account_id, username, full_name, at)
                        values (:id, :key, :version, case when :wasSet then :old end, case when :isSet then :new end, :reason, :account,
                            :username, :name, now())
                        """)
                .setParameter("id", Ids.next())
                .setParameter("key", key)
                .setParameter("version", seen + 1)
                .setParameter("wasSet", last[1] != null)
                .setParameter("old", last[1] == null ? "" : last[1])
                .setParameter("isSet", value != null)
                .setParameter("new", value == null ? "" : value)
                .setParameter("reason", reason)
                .setParameter("account", staff.accountId())
                .setParameter("username", staff.username())
                .setParameter("name", staff.fullName())
                .executeUpdate();
        changed.fire(new SettingsChanged(key));
    }

    private void write(Staff staff, String key, String value, int version) {
        if (value == null) {
            em.createNativeQuery("delete from setting_value where key = :key")
                    .setParameter("key", key)
                    .executeUpdate();
            return;
        }
        em.createNativeQuery(
                        """
                        insert into setting_value (key, value, version, changed_at, changed_by)
                        values (:key, :value, :version, now(), :account)
                        on conflict (key) do update set value = excluded.value, version = excluded.version,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .setParameter("key", key)
                .setParameter("value", value)
                .setParameter("version", version)
                .setParameter("account", staff.accountId())
                .executeUpdate();
    }
}
