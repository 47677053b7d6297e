package vn.lgsp.client.model;

/**
 * What became of one packet of a request for many.
 *
 * @param status of HTTP that the packet alone would have had
 * @param packet null when it was refused
 * @param problem null when it was sent
 */
public record SendResult(int status, SentPacket packet, ItemProblem problem) {

    /** Whether it was sent, now or earlier with the same key. */
    public boolean sent() {
        return packet != null;
    }
}
