package vn.lgsp.authentication.control;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature algorithms that a key may be registered for. */
enum Algorithm {
    /** RFC 9421 section 3.3.3. */
    HMAC_SHA256("hmac-sha256") {
        @Override
        boolean verify(byte[] secret, byte[] input, byte[] signature) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return MessageDigest.isEqual(mac.doFinal(input), signature);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
            }
        }
    };

    private final String label;

    Algorithm(String label) {
        this.label = label;
    }

    /** Its name in RFC 9421, which is also what the key's row says. */
    String label() {
        return label;
    }

    static Optional<Algorithm> labelled(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst();
    }

    /** Whether the signature is good; takes the same time wherever it differs. */
    abstract boolean verify(byte[] secret, byte[] input, byte[] signature);
}
