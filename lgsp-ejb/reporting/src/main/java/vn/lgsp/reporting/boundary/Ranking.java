package vn.lgsp.reporting.boundary;

/**
 * How agencies are put in order, and where a page begins.
 *
 * @param by what the most of comes first
 * @param after the last row of the page before; null for the first page
 * @param limit rows, 1–200
 */
public record Ranking(By by, After after, int limit) {

    /** Complete deliveries sent, received, or both together. */
    public enum By {
        SENT,
        RECEIVED,
        BOTH
    }

    /** The row after which a page begins: its count and code. */
    public record After(long count, String code) {}
}
