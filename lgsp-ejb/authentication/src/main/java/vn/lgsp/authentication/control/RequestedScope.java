package vn.lgsp.authentication.control;

import java.util.Set;
import java.util.TreeSet;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.CallTarget;

/** Reads the operations that a source asks for (RFC 6749 section 3.3). */
public final class RequestedScope {
    private static final int LONGEST = 4_000;

    private RequestedScope() {}

    /**
     * The operations.
     *
     * @param scope their codes, separated by blanks; null for all that are allowed
     * @return in order; empty for all that are allowed
     * @throws LgspException {@code operation-unknown} for one that the service does not have
     */
    public static Set<String> of(String scope, CallTarget target) {
        var wanted = new TreeSet<String>();
        if (scope == null) {
            return wanted;
        }
        if (scope.isBlank() || scope.length() > LONGEST) {
            throw new LgspException(ErrorCode.OPERATION_UNKNOWN, "\"\"");
        }
        for (var operation : scope.strip().split(" +")) {
            if (!target.operations().contains(operation)) {
                throw new LgspException(
                        ErrorCode.OPERATION_UNKNOWN, operation.matches("[A-Za-z0-9._-]{1,60}") ? operation : "\"…\"");
            }
            wanted.add(operation);
        }
        return wanted;
    }
}
