package vn.lgsp.client.model;

import java.util.Set;

/**
 * Whether a request is to be served, and for whom (Điều 10.6).
 *
 * @param admitted whether the platform vouches for it
 * @param application the code of the source's application; null unless admitted, like what follows
 * @param agency the identifier code of the source's agency
 * @param accessKey the access key of the source
 * @param operations the operations that it may call; empty unless admitted
 * @param requestVerified whether the source's signature was verified; false where the service's policy is content with the ticket
 */
public record Admission(
        boolean admitted,
        String application,
        String agency,
        String accessKey,
        Set<String> operations,
        boolean requestVerified) {

    /** Not to be served. */
    public static final Admission REFUSED = new Admission(false, null, null, null, Set.of(), false);

    /** Copies the operations. */
    public Admission {
        operations = Set.copyOf(operations);
    }

    /** Whether this operation may be served. */
    public boolean allows(String operation) {
        return admitted && operations.contains(operation);
    }

    /** The status to answer with when {@link #allows} said no: 401 when nobody vouches for the request, else 403 (RFC 6750 section 3.1). */
    public int status() {
        return admitted ? 403 : 401;
    }

    /** The header {@code WWW-Authenticate} to answer with when {@link #allows} said no. */
    public String challenge() {
        return admitted ? "Bearer error=\"insufficient_scope\"" : "Bearer error=\"invalid_token\"";
    }
}
