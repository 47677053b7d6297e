package vn.lgsp.authentication.boundary;

import java.util.Map;

/**
 * What a destination hands on of the request that it received, so that its signature can be verified (Điều 10.4). Nothing in it is trusted.
 *
 * @param method the method as received
 * @param target the absolute URI that the source called, as it was sent
 * @param signatureInput the header {@code Signature-Input}
 * @param signature the header {@code Signature}
 * @param contentDigest the header {@code Content-Digest}; null when the request has no body
 * @param covered further headers that the signature covers, by name
 */
public record RequestProof(
        String method,
        String target,
        String signatureInput,
        String signature,
        String contentDigest,
        Map<String, String> covered) {

    public RequestProof {
        covered = Map.copyOf(covered);
    }
}
