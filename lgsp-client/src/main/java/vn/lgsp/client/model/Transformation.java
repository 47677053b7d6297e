package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The form in which a destination takes a packet where it is not what was sent (Điều 8.4).
 *
 * @param code of the transformation
 * @param version of the transformation
 * @param dataType that the form is of
 * @param made whether it is there
 * @param problems why it could not be made; for the source, empty otherwise
 */
public record Transformation(String code, int version, String dataType, boolean made, List<Problem> problems) {

    /**
     * A place that could not be converted.
     *
     * @param file name of the file; may be null
     * @param line from 1; null where there is none
     * @param column from 1; null where there is none
     * @param path in the document; may be null
     * @param reason a key that never changes, e.g. {@code conversion-program}
     * @param detail where in the program and the code of what happened there; may be null
     */
    public record Problem(String file, Integer line, Integer column, String path, String reason, String detail) {}

    /** Checks what the contract requires. */
    public Transformation {
        requireNonNull(code, "code");
        requireNonNull(dataType, "dataType");
        problems = problems == null ? List.of() : List.copyOf(problems);
    }
}
