package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.authentication.control.PublicMaterial.Weakness;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

@DisplayName("RSA keys that are known to be broken are refused with the reason")
class RsaStrengthTest {
    private static final BigInteger E = BigInteger.valueOf(65_537);
    private static final KeyPair RSA = Papers.rsa(2048);

    private static PublicMaterial read(String text) {
        return PublicKeyReader.read(text, Instant.now());
    }

    private static void assertWeak(String text, Weakness why) {
        var refusal = catchThrowableOfType(LgspException.class, () -> read(text));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.PUBLIC_KEY_WEAK);
        assertThat(refusal.arguments()).containsExactly(why.ordinal());
    }

    private static BigInteger modulus() {
        return ((RSAPublicKey) RSA.getPublic()).getModulus();
    }

    @Test
    @DisplayName("RSA of a wrong length or exponent is refused with the reason")
    void rsaNumbers() {
        assertWeak(Papers.pem(Papers.rsa(1024).getPublic()), Weakness.RSA_SHORT);
        assertWeak(Papers.rsa(BigInteger.TWO.pow(8_192).add(BigInteger.ONE), E), Weakness.RSA_LONG);
        assertWeak(Papers.rsa(modulus(), BigInteger.valueOf(3)), Weakness.RSA_EXPONENT);
        assertWeak(Papers.rsa(modulus(), BigInteger.valueOf(65_535)), Weakness.RSA_EXPONENT);
        assertWeak(Papers.rsa(modulus(), BigInteger.valueOf(65_538)), Weakness.RSA_EXPONENT);
        assertWeak(Papers.rsa(modulus(), BigInteger.TWO.pow(64).add(BigInteger.ONE)), Weakness.RSA_EXPONENT);
        assertThat(read(Papers.rsa(modulus(), BigInteger.valueOf(65_539))).kind())
                .isEqualTo(Algorithm.Kind.RSA);
    }

    @Test
    @DisplayName("RSA moduli with small factors, of one prime, or of two that are close are refused")
    void rsaFactors() {
        var chance = new SecureRandom();
        var small = BigInteger.valueOf(65_521).multiply(BigInteger.probablePrime(2_040, chance));
        assertWeak(Papers.rsa(small, E), Weakness.NO_PRODUCT);
        assertWeak(Papers.rsa(BigInteger.probablePrime(2_048, chance), E), Weakness.NO_PRODUCT);
        var prime = BigInteger.probablePrime(1_025, chance);
        assertWeak(Papers.rsa(prime.multiply(prime.nextProbablePrime()), E), Weakness.CLOSE_PRIMES);
        assertWeak(Papers.rsa(prime.multiply(prime), E), Weakness.CLOSE_PRIMES);
    }

    /** Primes as the faulty library made them: a multiple of the product of the first primes, plus a power of 65537. */
    private static BigInteger faultyPrime(SecureRandom chance) {
        var product = IntStream.rangeClosed(2, 701)
                .mapToObj(BigInteger::valueOf)
                .filter(number -> number.isProbablePrime(50))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        while (true) {
            var power = E.modPow(new BigInteger(60, chance), product);
            var factor = BigInteger.TWO.pow(1_024).divide(product).subtract(new BigInteger(50, chance));
            var candidate = factor.multiply(product).add(power);
            if (candidate.isProbablePrime(50)) {
                return candidate;
            }
        }
    }

    @Test
    @DisplayName("moduli with the mark of ROCA are refused, usual ones are not taken for such")
    void roca() {
        var chance = new SecureRandom();
        assertWeak(Papers.rsa(faultyPrime(chance).multiply(faultyPrime(chance)), E), Weakness.ROCA);
        for (var i = 0; i < 5; i++) {
            assertThat(read(Papers.pem(Papers.rsa(2048).getPublic())).kind()).isEqualTo(Algorithm.Kind.RSA);
        }
    }
}
