package vn.lgsp.registry.boundary;

import java.util.List;

/**
 * A service to enter.
 *
 * @param code lower-case letters, digits, dots and dashes, 2–60 characters; unique for ever
 * @param name 1–200 characters
 * @param address http or https; may be null
 * @param description at most 1,000 characters; may be null
 * @param operations at most 50; each with a code of its own
 */
public record ServiceInput(
        String code, String name, String address, String description, List<OperationInput> operations) {

    /** An operation to enter: letters, digits, dots, dashes and underscores; a name of 1–200 characters. */
    public record OperationInput(String code, String name) {}
}
