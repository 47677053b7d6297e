package vn.lgsp.operations.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;

/**
 * Writes down what did not become of an item, after the item's own transaction was taken back, and when a job has ended. Between the two
 * another node may have done the item; then it stays done.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobRecords {
    private static final int MAX_ATTEMPTS = 3;
    private static final int MAX_DETAIL = 1_000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The jobs that run, oldest first, at most 200. */
    public List<UUID> running() {
        List<?> ids = em.createNativeQuery(
                        "select id from job where state = 'RUNNING' order by id limit 200", UUID.class)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** The act was refused: that is the item's outcome. */
    public void refused(UUID jobId, int position, LgspException refusal) {
        em.createNativeQuery(
                        """
                        update job_item set outcome = 'REFUSED', at = now(), error_code = :code, detail_vi = :vi, detail_en = :en
                        where job_id = :job and position = :position and outcome = 'WAITING'
                        """)
                .setParameter("code", refusal.code().code())
                .setParameter("vi", detail(refusal, new Locale("vi")))
                .setParameter("en", detail(refusal, Locale.ENGLISH))
                .setParameter("job", jobId)
                .setParameter("position", position)
                .executeUpdate();
    }

    /** Something nobody foresaw: the item is tried again after some seconds, and given up after {@value #MAX_ATTEMPTS} attempts. */
    public void failed(UUID jobId, int position) {
        LgspException internal = new LgspException(ErrorCode.INTERNAL);
        em.createNativeQuery(
                        """
                        update job_item set attempts = attempts + 1, due_at = now() + 5 * (attempts + 1) * interval '1 second',
                            error_code = :code, detail_vi = :vi, detail_en = :en,
                            outcome = case when attempts + 1 >= :most then 'FAILED' else 'WAITING' end,
                            at = case when attempts + 1 >= :most then now() end
                        where job_id = :job and position = :position and outcome = 'WAITING'
                        """)
                .setParameter("code", internal.code().code())
                .setParameter("vi", detail(internal, new Locale("vi")))
                .setParameter("en", detail(internal, Locale.ENGLISH))
                .setParameter("most", MAX_ATTEMPTS)
                .setParameter("job", jobId)
                .setParameter("position", position)
                .executeUpdate();
    }

    /** Ends the job when no item waits any more. */
    public void endIfOver(UUID jobId) {
        int ended = em.createNativeQuery(
                        """
                        update job set state = 'DONE', ended_at = now()
                        where id = :job and state = 'RUNNING'
                            and not exists (select from job_item where job_id = :job and outcome = 'WAITING')
                        """)
                .setParameter("job", jobId)
                .executeUpdate();
        if (ended == 1) {
            JobOrders.count(em, jobId);
        }
    }

    private static String detail(LgspException refusal, Locale locale) {
        String fields = refusal.fields().stream()
                .map(field -> field.field() + " " + ErrorTexts.reason(field, locale))
                .collect(Collectors.joining("; "));
        String text = ErrorTexts.detail(refusal, locale) + (fields.isEmpty() ? "" : " (" + fields + ")");
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL - 1) + "…";
    }
}
