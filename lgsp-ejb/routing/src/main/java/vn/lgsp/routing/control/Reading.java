package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Runs what people ask of large tables: planned for the values at hand, and ended when it takes too long. */
@ApplicationScoped
public class Reading {
    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");
    private static final String STATEMENT_ENDED = "57014";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Reads within a limit of time for each statement.
     *
     * @throws LgspException SEARCH_TOO_SLOW when a statement took longer; the transaction is lost then
     */
    <T> T within(Duration limit, Supplier<T> reading) {
        // A partial index serves only a plan that was made for the very value.
        em.createNativeQuery(
                        """
                        select set_config('statement_timeout', :millis, true), set_config('plan_cache_mode', 'force_custom_plan', true),
                            set_config('jit', 'off', true)
                        """)
                .setParameter("millis", Long.toString(limit.toMillis()))
                .getSingleResult();
        try {
            return reading.get();
        } catch (PersistenceException e) {
            if (ended(e)) {
                throw new LgspException(ErrorCode.SEARCH_TOO_SLOW, limit.toSeconds());
            }
            throw e;
        }
    }

    /** All rows of a query; values that it does not name are left out. */
    List<?> rows(String sql, Map<String, Object> values) {
        Query query = em.createNativeQuery(sql);
        values.forEach((name, value) -> {
            if (sql.contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        return query.getResultList();
    }

    /** How many rows the database expects of a query, from what it knows of the tables; it does not run it. */
    long expected(String sql, Map<String, Object> values) {
        Matcher rows = ROWS.matcher(rows("explain " + sql, values).get(0).toString());
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    private static boolean ended(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && STATEMENT_ENDED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
