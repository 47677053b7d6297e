package vn.lgsp.authentication.boundary;

import java.util.List;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.LgspException;

/**
 * What the platform makes of a request that somebody pasted.
 *
 * @param refusal why the platform would stop before it verifies anything; null when it would go on
 * @param scheme how the request is signed; null when it could not be read
 * @param accessKey the key it names; null when it could not be read
 * @param algorithm the algorithm it names; null when it could not be read
 * @param text what the platform takes to have been signed; null when it could not be read
 * @param secondsOff how far the time of signing is from now: negative in the past; null when the scheme has none or it could not be read
 * @param windowSeconds how far it may be; null with {@code secondsOff}
 * @param bodyFits whether the pasted body is the one that was signed; null when none was signed
 * @param outcome whether the signature is right
 * @param slips what must have gone wrong where it was made, found by trying; empty when nothing tried fits
 */
public record SignatureExplanation(
        LgspException refusal,
        SignatureScheme scheme,
        String accessKey,
        String algorithm,
        String text,
        Long secondsOff,
        Long windowSeconds,
        Boolean bodyFits,
        Outcome outcome,
        List<Slip> slips) {

    /** What became of the signature. */
    public enum Outcome {
        /** It could not be read. */
        NOT_READ,
        /** The key is none that this person looks after, so nothing was tried with it. */
        KEY_OUT_OF_REACH,
        /** The key is registered for another algorithm. */
        OTHER_ALGORITHM,
        /** It is right. */
        RIGHT,
        /** It would be right, had {@code slips} not happened. */
        EXPLAINED,
        /** It is wrong, and nothing tried explains it. */
        WRONG
    }

    /** A mistake that programs make when they sign. */
    public enum Slip {
        /** Lines ended in CR LF. */
        CRLF,
        /** A line break after the last line. */
        LINE_BREAK_AT_END,
        /** http instead of https, or the reverse. */
        OTHER_PROTOCOL,
        /** The host of the request and not an address of the platform. */
        OTHER_HOST,
        /** The query left out. */
        QUERY_LEFT_OUT,
        /** Percent-encoding undone. */
        ENCODING_UNDONE,
        /** The method in lower case. */
        METHOD_IN_LOWER_CASE,
        /** The last line left out. */
        PARAMETERS_LEFT_OUT,
        /** The body, or its digest, left out. */
        BODY_LEFT_OUT,
        /** The secret itself was the key, where the scheme makes another one out of it. */
        KEY_NOT_DERIVED,
        /** The secret was decoded from Base64 first. */
        SECRET_DECODED,
        /** A line break after the secret. */
        SECRET_WITH_LINE_BREAK,
        /** The prefix of the secret cut off. */
        SECRET_WITHOUT_PREFIX
    }
}
