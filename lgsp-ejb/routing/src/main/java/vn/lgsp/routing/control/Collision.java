package vn.lgsp.routing.control;

import java.sql.SQLException;

/** Transactions that wait for each other in a circle, as those may that take several quotas: PostgreSQL ends one of them, which can be tried again. */
public final class Collision {
    /** SQLSTATE class 40: the transaction was rolled back, for nothing that it did itself. */
    private static final String ROLLED_BACK = "40";

    private Collision() {}

    /** Whether a transaction failed for no other reason. */
    public static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }
}
