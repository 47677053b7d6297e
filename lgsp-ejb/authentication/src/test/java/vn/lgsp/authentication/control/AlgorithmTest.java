package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Signature algorithms")
class AlgorithmTest {
    private static final byte[] INPUT = "\"@method\": GET".getBytes(UTF_8);

    @ParameterizedTest(name = "RSA-PSS of {0} bits with {1} bytes of salt: {2}")
    @CsvSource({
        "2048, 64, true",
        "2048, 190, true",
        "2048, 0, false",
        "2048, 32, false",
        "2048, 189, false",
        "3072, 318, true"
    })
    void saltOfPss(int bits, int salt, boolean good) throws GeneralSecurityException {
        var pair = pair(bits);
        var signature = pss(pair, salt);
        assertThat(Algorithm.RSA_PSS_SHA512.verify(rsa(pair), INPUT, signature)).isEqualTo(good);
    }

    @ParameterizedTest(name = "RSA-PSS with {0} bytes of salt: another input, another key, a signature cut short")
    @CsvSource({"64", "190"})
    void refusedPss(int salt) throws GeneralSecurityException {
        var pair = pair(2048);
        var signature = pss(pair, salt);
        var key = rsa(pair);
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, "\"@method\": PUT".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(rsa(pair(2048)), INPUT, signature))
                .isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, INPUT, Arrays.copyOf(signature, 255)))
                .isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, INPUT, new byte[0])).isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, INPUT, new byte[10_000]))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: good as made by Java, and not with another input, another key, another length")
    @MethodSource("curves")
    void points(Algorithm algorithm, String made) throws GeneralSecurityException {
        var pair = curvePair(algorithm);
        var signer = Signature.getInstance(made);
        signer.initSign(pair.getPrivate());
        signer.update(INPUT);
        var signature = signer.sign();
        var key = new PublicHalf(algorithm.kind(), pair.getPublic().getEncoded());

        assertThat(algorithm.verify(key, INPUT, signature)).isTrue();
        assertThat(algorithm.verify(key, INPUT, signature)).as("a second time").isTrue();
        assertThat(algorithm.verify(key, "\"@method\": PUT".getBytes(UTF_8), signature))
                .isFalse();
        for (var length : new int[] {0, 1, 32, 63, 65, 128}) {
            assertThat(algorithm.verify(key, INPUT, Arrays.copyOf(signature, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        for (var i = 0; i < signature.length; i++) {
            var changed = signature.clone();
            changed[i] ^= 1;
            assertThat(algorithm.verify(key, INPUT, changed)).as("byte %d", i).isFalse();
        }
        assertThat(algorithm.verify(key, INPUT, new byte[64])).as("zero").isFalse();
        var other = curvePair(algorithm);
        assertThat(algorithm.verify(
                        new PublicHalf(algorithm.kind(), other.getPublic().getEncoded()), INPUT, signature))
                .isFalse();
    }

    static Stream<Arguments> curves() {
        return Stream.of(
                Arguments.of(Algorithm.ECDSA_P256_SHA256, "SHA256withECDSAinP1363Format"),
                Arguments.of(Algorithm.ED25519, "Ed25519"));
    }

    @Test
    @DisplayName(
            "Ed25519: S plus the order of the group is another way to write it, and refused (RFC 8032 section 5.1.7)")
    void malleable() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(INPUT);
        var signature = signer.sign();
        var order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        var s = reversed(Arrays.copyOfRange(signature, 32, 64));
        var more = new BigInteger(1, s).add(order).toByteArray();
        var written = new byte[32];
        System.arraycopy(
                more, more.length > 32 ? 1 : 0, written, 32 - Math.min(32, more.length), Math.min(32, more.length));
        System.arraycopy(reversed(written), 0, signature, 32, 32);
        assertThat(Algorithm.ED25519.verify(
                        new PublicHalf(Algorithm.Kind.ED25519, pair.getPublic().getEncoded()), INPUT, signature))
                .isFalse();
    }

    @Test
    @DisplayName("A key is used by the algorithms of its kind alone")
    void kinds() throws GeneralSecurityException {
        var key = new PublicHalf(Algorithm.Kind.P256, p256().getPublic().getEncoded());
        assertThatIllegalArgumentException().isThrownBy(() -> Algorithm.HMAC_SHA256.verify(key, INPUT, new byte[32]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Algorithm.ED25519.verify(new byte[32], INPUT, new byte[64]));
        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> Algorithm.ED25519.verify(key, INPUT, new byte[64]));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicHalf(Algorithm.Kind.SECRET, new byte[0]));
    }

    private static KeyPair curvePair(Algorithm algorithm) throws GeneralSecurityException {
        return algorithm == Algorithm.ECDSA_P256_SHA256
                ? p256()
                : KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] reversed(byte[] bytes) {
        var turned = bytes.clone();
        for (var i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    private static KeyPair p256() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static PublicHalf rsa(KeyPair pair) {
        return new PublicHalf(Algorithm.Kind.RSA, pair.getPublic().getEncoded());
    }

    private static KeyPair pair(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static byte[] pss(KeyPair pair, int salt) throws GeneralSecurityException {
        var signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, salt, 1));
        signature.initSign(pair.getPrivate());
        signature.update(INPUT);
        return signature.sign();
    }
}
