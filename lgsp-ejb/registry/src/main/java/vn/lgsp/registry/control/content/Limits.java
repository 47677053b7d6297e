package vn.lgsp.registry.control.content;

/**
 * How much of a document is read before it is refused.
 *
 * @param depth elements, objects and arrays within each other
 * @param valueChars characters of one text, attribute or string
 * @param xmlBytes of an XML document, which is read as a stream
 * @param jsonBytes of a JSON document, which is held in memory
 */
public record Limits(int depth, int valueChars, long xmlBytes, int jsonBytes) {
    /** Violations told of one packet; the rest would say the same. */
    public static final int MOST_VIOLATIONS = 50;

    /** Limits for schemas and samples. */
    public static final Limits USUAL = new Limits(100, 1 << 20, 1L << 28, 1 << 22);
}
