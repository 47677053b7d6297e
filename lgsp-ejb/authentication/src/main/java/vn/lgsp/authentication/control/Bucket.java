package vn.lgsp.authentication.control;

/**
 * A bucket into which tokens drop steadily, one for each request.
 *
 * @param rate tokens each second; 0 for no limit
 * @param burst seconds after which it is full
 */
public record Bucket(int rate, int burst) {
    /** The tenth of a second: what one node takes at a time. */
    private static final int PORTIONS = 10;

    /**
     * What somebody gets.
     *
     * @param tokens 0 when there are none
     * @param waitMillis when to ask again; 0 with tokens
     */
    public record Loan(int tokens, long waitMillis) {
        /** Of applications without a limit. */
        static final Loan UNLIMITED = new Loan(Integer.MAX_VALUE, 0);
    }

    double size() {
        return (double) rate * burst;
    }

    int portion() {
        return Math.max(1, rate / PORTIONS);
    }

    /** What is in it now, of what was in it some time ago; a clock that was set back adds nothing. */
    double filled(double level, double seconds) {
        return Math.min(size(), level + Math.max(0, seconds) * rate);
    }

    /** What a node may take of it. */
    Loan lend(double level) {
        int tokens = (int) Math.min(Math.floor(level), portion());
        return tokens > 0
                ? new Loan(tokens, 0)
                : new Loan(0, Math.max(1, (long) Math.ceil((portion() - level) * 1_000 / rate)));
    }
}
