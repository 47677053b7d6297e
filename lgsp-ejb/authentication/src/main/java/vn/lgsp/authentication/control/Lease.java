package vn.lgsp.authentication.control;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tokens of one bucket in the hands of one node. */
final class Lease {
    /** What lies unused here is missing elsewhere: it is let go soon. */
    private static final long KEPT = TimeUnit.SECONDS.toNanos(2);

    private int left;
    private long keptUntil;
    private boolean empty;
    private long emptyUntil;

    /**
     * Takes a token, borrowing more when there is none. Requests of one application wait here for each other, and for nobody else.
     *
     * @param now of a clock that only goes forward, nanoseconds
     * @return 0 when there was one, otherwise after how many milliseconds to ask again
     */
    synchronized long take(long now, Supplier<Bucket.Loan> borrow) {
        if (empty && now - emptyUntil < 0) {
            return millis(emptyUntil - now);
        }
        empty = false;
        if (left == 0 || now - keptUntil >= 0) {
            Bucket.Loan loan = borrow.get();
            left = loan.tokens();
            keptUntil = now + KEPT;
            if (left == 0) {
                empty = true;
                emptyUntil = now + TimeUnit.MILLISECONDS.toNanos(loan.waitMillis());
                return loan.waitMillis();
            }
        }
        left--;
        return 0;
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }
}
