package vn.lgsp.registry.control.transform;

import java.time.Duration;

/**
 * What one conversion may use.
 *
 * @param time from the first to the last byte
 * @param allocated bytes that its thread may ask of memory, all together: never less than what it holds
 * @param input bytes of the document, which is held in memory
 * @param output bytes of the result, whatever the document is
 * @param growth how many times as large as the document the result may be
 * @param depth elements, objects and arrays within each other
 */
public record Bounds(Duration time, long allocated, int input, int output, int growth, int depth) {
    private static final int SMALL = 1 << 20;

    /** Bounds for the result of a document of so many bytes; small documents may grow more. */
    int outputOf(long document) {
        return (int) Math.min(output, Math.max(SMALL, document * growth));
    }
}
