package vn.lgsp.client.model;

/**
 * What became of one confirmation of a request for many.
 *
 * @param status of HTTP that the confirmation alone would have had
 * @param receipt null when it was refused
 * @param problem null when it was confirmed
 */
public record ConfirmResult(int status, Receipt receipt, ItemProblem problem) {

    /** Whether it was confirmed, now or earlier. */
    public boolean confirmed() {
        return receipt != null;
    }
}
