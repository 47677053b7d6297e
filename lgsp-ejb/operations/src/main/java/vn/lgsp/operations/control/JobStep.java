package vn.lgsp.operations.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import vn.lgsp.model.Staff;
import vn.lgsp.model.StaffDirectory;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Does one item of a job. The item's row is locked, the act is done and its outcome written in one transaction: when the node dies in
 * between, the lock is gone with the connection, nothing was done, and any node takes the item again. Two nodes never take the same.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobStep {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private JobHandlers handlers;

    @Inject
    private StaffDirectory people;

    /**
     * Takes the next item that is due and that nobody else has taken, and does it.
     *
     * @param taken told the position of the item before anything is done, so that a failure can be written down
     * @return false when there was none
     * @throws LgspException when the act was refused; nothing of this transaction stays
     */
    public boolean next(UUID jobId, IntConsumer taken) {
        List<?> claimed = em.createNativeQuery(
                        """
                        select i.position, i.item, j.kind, j.account_id, cast(j.parameters as text)
                        from job_item i join job j on j.id = i.job_id
                        where i.job_id = :job and i.outcome = 'WAITING' and i.due_at <= now() and j.state = 'RUNNING'
                        order by i.position limit 1
                        for update of i skip locked
                        """)
                .setParameter("job", jobId)
                .getResultList();
        if (claimed.isEmpty()) {
            return false;
        }
        Object[] row = (Object[]) claimed.get(0);
        int position = ((Number) row[0]).intValue();
        taken.accept(position);
        Staff staff = people.current((UUID) row[3]).orElseThrow(() -> new LgspException(ErrorCode.FORBIDDEN));
        handlers.of((String) row[2])
                .orElseThrow(() -> new IllegalStateException("no handler for jobs of kind " + row[2]))
                .item(staff, (String) row[1], parameters((String) row[4]));
        em.flush();
        em.createNativeQuery(
                        """
                        update job_item set outcome = 'DONE', at = now(), error_code = null, detail_vi = null, detail_en = null
                        where job_id = :job and position = :position
                        """)
                .setParameter("job", jobId)
                .setParameter("position", position)
                .executeUpdate();
        return true;
    }

    private static Map<String, String> parameters(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> parameters = new LinkedHashMap<>();
            object.keySet().forEach(name -> parameters.put(name, object.getString(name)));
            return Map.copyOf(parameters);
        }
    }
}
