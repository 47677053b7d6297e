package vn.lgsp.crypto.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.spec.RSAKeyGenParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;

class CertificateRequestTest {
    private static final KeyPair KEYS = Requests.ec("secp256r1");

    @ParameterizedTest
    @CsvSource({"secp256r1, SHA256withECDSA", "secp384r1, SHA384withECDSA"})
    void keys_on_the_usual_curves_are_taken(String curve, String algorithm) throws CertificateRefused {
        var keys = Requests.ec(curve);

        assertThat(CertificateRequest.read(Requests.of(keys, algorithm)).key()).isEqualTo(keys.getPublic());
    }

    @ParameterizedTest
    @CsvSource({"2048, SHA256withRSA", "3072, SHA512withRSA"})
    void rsa_keys_are_taken_from_2048_bits(int bits, String algorithm) throws CertificateRefused {
        var keys = Requests.rsa(bits);

        assertThat(CertificateRequest.read(Requests.of(keys, algorithm)).key()).isEqualTo(keys.getPublic());
    }

    @Test
    void what_tools_write_around_the_request_is_passed_over() throws CertificateRefused {
        var request =
                "Subject: …\n" + Requests.of(KEYS, "SHA256withECDSA").replace("CERTIFICATE REQ", "NEW CERTIFICATE REQ");

        assertThat(CertificateRequest.read(request.replace("\n", "\r\n")).key()).isEqualTo(KEYS.getPublic());
    }

    @Test
    void short_rsa_keys_are_refused() {
        assertThat(refused(Requests.of(Requests.rsa(1024), "SHA256withRSA"))).isEqualTo(Reason.KEY_WEAK);
    }

    @Test
    void rsa_keys_with_a_small_exponent_are_refused() {
        var small = Requests.keys("RSA", new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));

        assertThat(refused(Requests.of(small, "SHA256withRSA"))).isEqualTo(Reason.KEY_WEAK);
    }

    @Test
    void other_curves_and_kinds_of_keys_are_refused() {
        assertThat(refused(Requests.of(Requests.ec("secp521r1"), "SHA512withECDSA")))
                .isEqualTo(Reason.KEY_WEAK);
        assertThat(refused(Requests.of(
                        Requests.keys("Ed25519", new java.security.spec.NamedParameterSpec("Ed25519")), "Ed25519")))
                .isEqualTo(Reason.KEY_WEAK);
    }

    @Test
    void a_weak_signature_is_refused() {
        assertThat(refused(Requests.of(KEYS, "SHA1withECDSA"))).isEqualTo(Reason.ALGORITHM_WEAK);
    }

    @Test
    void the_key_of_somebody_else_is_refused() {
        var request = Requests.der(Requests.ec("secp256r1").getPublic(), KEYS, "SHA256withECDSA");

        assertThat(refused(Pem.write("CERTIFICATE REQUEST", request))).isEqualTo(Reason.NOT_PROVED);
    }

    @Test
    void a_request_that_was_changed_is_refused() {
        var request = Requests.der(KEYS.getPublic(), KEYS, "SHA256withECDSA");
        var name = new String(request, ISO_8859_1).indexOf("admin");
        request[name] = 'b';

        assertThat(refused(Pem.write("CERTIFICATE REQUEST", request))).isEqualTo(Reason.NOT_PROVED);
    }

    @Test
    void a_private_key_is_refused_whatever_comes_with_it() {
        var key = Pem.write("PRIVATE KEY", KEYS.getPrivate().getEncoded());

        assertThat(refused(Requests.of(KEYS, "SHA256withECDSA") + key)).isEqualTo(Reason.PRIVATE_KEY);
    }

    @Test
    void two_requests_are_refused() {
        var request = Requests.of(KEYS, "SHA256withECDSA");

        assertThat(refused(request + request)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void every_request_cut_short_is_refused() {
        var request = Requests.der(KEYS.getPublic(), KEYS, "SHA256withECDSA");
        for (var length = 0; length < request.length; length++) {
            assertThat(refused(Pem.write("CERTIFICATE REQUEST", java.util.Arrays.copyOf(request, length))))
                    .as("%d bytes", length)
                    .isIn(Reason.UNREADABLE, Reason.NOT_PROVED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-----BEGIN CERTIFICATE REQUEST-----\n!!!\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAA\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void what_is_no_request_is_refused(String text) {
        assertThat(refused(text)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThat(refused(null)).isEqualTo(Reason.UNREADABLE);
        assertThat(refused(Requests.of(KEYS, "SHA256withECDSA") + " ".repeat(Pem.MAX_LENGTH)))
                .isEqualTo(Reason.UNREADABLE);
    }

    private static Reason refused(String pem) {
        var refusal = catchThrowableOfType(CertificateRefused.class, () -> CertificateRequest.read(pem));
        assertThat(refusal).as("taken").isNotNull();
        return refusal.reason();
    }
}
