package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

/**
 * An agency that can be reached (Điều 5.7).
 *
 * @param code identifier code after QCVN 102:2016
 * @param codeQd20 identifier code after QĐ 20/2020
 * @param name its name
 * @param level 1 to 4
 * @param parent code of the agency above it; may be null
 * @param kind kind of agency; may be null
 * @param sample whether the code is constructed for demonstration (MẪU)
 */
public record Agency(String code, String codeQd20, String name, int level, String parent, String kind, boolean sample) {

    /** Checks what the contract requires. */
    public Agency {
        requireNonNull(code, "code");
        requireNonNull(codeQd20, "codeQd20");
        requireNonNull(name, "name");
    }
}
