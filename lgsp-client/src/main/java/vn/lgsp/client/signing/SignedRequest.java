package vn.lgsp.client.signing;

import java.util.Map;

/**
 * A signature, ready to be sent.
 *
 * @param base the text that was signed; good for debugging, it holds no secret
 * @param headers the headers to add to the request: {@code Signature-Input} and {@code Signature}
 */
public record SignedRequest(String base, Map<String, String> headers) {

    /** Copies the headers. */
    public SignedRequest {
        headers = Map.copyOf(headers);
    }

    /** The value of {@code Signature-Input}. */
    public String signatureInput() {
        return headers.get(RequestSigner.SIGNATURE_INPUT);
    }

    /** The value of {@code Signature}. */
    public String signature() {
        return headers.get(RequestSigner.SIGNATURE);
    }
}
