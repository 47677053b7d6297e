package vn.lgsp.authentication.control;

import java.util.List;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.LgspException;

/** One way of signing a request. A scheme reads and canonicalises; it verifies nothing and knows no keys. */
interface Scheme {

    /** Whether the request is signed in this way, well or badly. */
    boolean recognises(SignedRequest request);

    /**
     * Reads what the request claims.
     *
     * @param own the addresses for which it may be signed
     * @throws LgspException when it cannot be read or leaves something open that must be signed
     */
    Claim read(SignedRequest request, List<BaseUrl> own);
}
