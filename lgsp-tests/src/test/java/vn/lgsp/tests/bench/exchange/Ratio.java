package vn.lgsp.tests.bench.exchange;

/**
 * A figure of the platform beside one of a peer or a limit.
 *
 * @param what the platform does
 * @param ours its figure; {@link Double#NaN} when it could not be measured
 * @param against what it is compared with
 * @param other the figure of that; NaN when it could not be measured
 * @param aim what the ratio has to be; null when it is only of interest
 */
record Ratio(String what, double ours, String against, double other, Aim aim) {

    /** Whether a ratio is what it has to be. */
    enum Verdict {
        REACHED("đạt"),
        MISSED("**chưa đạt**"),
        UNMEASURED("**không đo được**"),
        NONE("–");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /**
     * A bound of a ratio.
     *
     * @param bound of the ratio, above 0
     * @param least whether the ratio has to be at least that, and not at most
     */
    record Aim(double bound, boolean least) {
        static Aim atLeast(double bound) {
            return new Aim(bound, true);
        }

        static Aim atMost(double bound) {
            return new Aim(bound, false);
        }
    }

    /** The platform's figure in units of the other one; NaN when one of them could not be measured. */
    double value() {
        return ours > 0 && other > 0 ? ours / other : Double.NaN;
    }

    Verdict verdict() {
        if (aim == null) {
            return Verdict.NONE;
        }
        double value = value();
        if (Double.isNaN(value)) {
            return Verdict.UNMEASURED;
        }
        boolean kept = aim.least() ? value >= aim.bound() : value <= aim.bound();
        return kept ? Verdict.REACHED : Verdict.MISSED;
    }
}
