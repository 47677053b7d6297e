package vn.lgsp.authentication.control;

import java.time.Instant;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * A public key that may be registered.
 *
 * @param encoded SubjectPublicKeyInfo in DER, in the one form that {@link Algorithm} reads
 * @param kind of which kind it is
 * @param notAfter when the certificate that it came in ends; null when it came in none
 */
public record PublicMaterial(byte[] encoded, Algorithm.Kind kind, Instant notAfter) {

    /** Why something is no public key; the order is that of the catalogue's text. */
    enum Unreadable {
        FORM,
        POSSESSION,
        CERTIFICATE_NOT_VALID,
        OTHER_ALGORITHM,
        NOT_ONE
    }

    /** Why a public key is not taken; the order is that of the catalogue's text. */
    enum Weakness {
        RSA_SHORT,
        RSA_LONG,
        RSA_EXPONENT,
        ROCA,
        NO_PRODUCT,
        CLOSE_PRIMES,
        OTHER_CURVE,
        NO_POINT,
        OTHER_KIND
    }

    static LgspException unreadable(Unreadable why) {
        return new LgspException(ErrorCode.PUBLIC_KEY_UNREADABLE, why.ordinal());
    }

    static LgspException weak(Weakness why) {
        return new LgspException(ErrorCode.PUBLIC_KEY_WEAK, why.ordinal());
    }

    /** A private key came in; nothing of it may be kept or told. */
    static LgspException privateKey() {
        return new LgspException(ErrorCode.PRIVATE_KEY_SENT);
    }
}
