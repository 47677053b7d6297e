package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Algorithm.RSA_PSS_SHA512.verify(pair.getPublic().getEncoded(), INPUT, signature))
                .isEqualTo(good);
    }

    @ParameterizedTest(name = "RSA-PSS with {0} bytes of salt: another input, another key, a signature cut short")
    @CsvSource({"64", "190"})
    void refusedPss(int salt) throws GeneralSecurityException {
        var pair = pair(2048);
        var signature = pss(pair, salt);
        var key = pair.getPublic().getEncoded();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, "\"@method\": PUT".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(pair(2048).getPublic().getEncoded(), INPUT, signature))
                .isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, INPUT, java.util.Arrays.copyOf(signature, 255)))
                .isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, INPUT, new byte[0])).isFalse();
        assertThat(Algorithm.RSA_PSS_SHA512.verify(key, INPUT, new byte[10_000]))
                .isFalse();
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
