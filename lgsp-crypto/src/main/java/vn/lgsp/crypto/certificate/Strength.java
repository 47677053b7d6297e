package vn.lgsp.crypto.certificate;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.util.Locale;
import java.util.Set;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;

/** Which keys and signatures are strong enough: RSA of 2048 to 8192 bits, the curves P-256 and P-384; SHA-256 and longer. */
final class Strength {
    private static final int MIN_RSA = 2048;
    private static final int MAX_RSA = 8192;
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65_537);
    private static final int MAX_EXPONENT_BITS = 64;
    private static final Set<String> ALGORITHMS = Set.of(
            "SHA256WITHRSA", "SHA384WITHRSA", "SHA512WITHRSA", "SHA256WITHECDSA", "SHA384WITHECDSA", "SHA512WITHECDSA");

    /** The primes of the two curves (FIPS 186-5): a curve of the same size over another field is another curve. */
    private static final Set<BigInteger> FIELDS = Set.of(
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16),
            new BigInteger(
                    "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
                    16));

    private Strength() {}

    /** @throws CertificateRefused {@code KEY_WEAK} */
    static void require(PublicKey key) throws CertificateRefused {
        var strong = key instanceof RSAPublicKey rsa && isStrong(rsa) || key instanceof ECPublicKey ec && isStrong(ec);
        if (!strong) {
            throw new CertificateRefused(Reason.KEY_WEAK);
        }
    }

    /** @throws CertificateRefused {@code ALGORITHM_WEAK} */
    static void requireAlgorithm(String name) throws CertificateRefused {
        if (!ALGORITHMS.contains(name.toUpperCase(Locale.ROOT))) {
            throw new CertificateRefused(Reason.ALGORITHM_WEAK);
        }
    }

    private static boolean isStrong(RSAPublicKey key) {
        var bits = key.getModulus().bitLength();
        var exponent = key.getPublicExponent();
        return bits >= MIN_RSA
                && bits <= MAX_RSA
                && key.getModulus().testBit(0)
                && exponent.testBit(0)
                && exponent.compareTo(MIN_EXPONENT) >= 0
                && exponent.bitLength() <= MAX_EXPONENT_BITS;
    }

    private static boolean isStrong(ECPublicKey key) {
        return key.getParams().getCurve().getField() instanceof ECFieldFp field
                && FIELDS.contains(field.getP())
                && key.getParams().getCofactor() == 1;
    }
}
