package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

/**
 * One side of an exchange.
 *
 * @param agency identifier code after QCVN 102:2016
 * @param name name of the agency
 * @param application name of the application; may be null
 */
public record Party(String agency, String name, String application) {

    /** Checks what the contract requires. */
    public Party {
        requireNonNull(agency, "agency");
        requireNonNull(name, "name");
    }
}
