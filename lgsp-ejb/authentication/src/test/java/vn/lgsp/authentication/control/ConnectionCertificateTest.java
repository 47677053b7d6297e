package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.crypto.certificate.CertificateAuthority;
import vn.lgsp.crypto.certificate.CertificateRefused;

class ConnectionCertificateTest {
    private static final byte[] SHOWN = certificate();
    private static final byte[] TOLD = certificate();
    private static final String PROXY = "10.0.0.5";

    @Test
    void the_certificate_of_the_connection_counts() throws CertificateRefused {
        assertThat(believing("").fingerprint(new TestRequest().showing(SHOWN).build()))
                .contains(Sha256.of(SHOWN));
    }

    @Test
    void without_one_there_is_none() throws CertificateRefused {
        assertThat(believing(PROXY).fingerprint(new TestRequest().build())).isEmpty();
        assertThat(believing(PROXY).fingerprint(new TestRequest().from(PROXY).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"10.0.0.4", "10.0.1.0/24", "proxy.example", "10.0.0.5 proxy.example", " "})
    void the_header_of_a_stranger_is_nothing(String proxies) throws CertificateRefused {
        var stranger = new TestRequest().from(PROXY).header("Client-Cert", field(TOLD));

        assertThat(believing(proxies).fingerprint(stranger.build())).isEmpty();
        assertThat(believing(proxies).fingerprint(stranger.showing(SHOWN).build()))
                .contains(Sha256.of(SHOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void this_machine_is_no_proxy_unless_it_is_named(String loopback) throws CertificateRefused {
        var request = new TestRequest()
                .from(loopback)
                .header("Client-Cert", field(TOLD))
                .build();

        assertThat(believing(PROXY).fingerprint(request)).isEmpty();
        assertThat(believing(loopback).fingerprint(request)).contains(Sha256.of(TOLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "10.0.0.0/28", "192.0.2.1, 10.0.0.5"})
    void the_header_of_a_named_proxy_is_the_certificate(String proxies) throws CertificateRefused {
        var request = new TestRequest().from(PROXY).header("Client-Cert", field(TOLD));

        assertThat(believing(proxies).fingerprint(request.build())).contains(Sha256.of(TOLD));
    }

    @Test
    void the_certificate_of_the_proxy_itself_is_not_the_clients() throws CertificateRefused {
        assertThat(believing(PROXY)
                        .fingerprint(
                                new TestRequest().from(PROXY).showing(SHOWN).build()))
                .isEmpty();
    }

    @Test
    void two_headers_are_refused() {
        refused(new TestRequest().header("Client-Cert", field(TOLD)).header("Client-Cert", field(SHOWN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "certificate",
                "\"text\"",
                "?1",
                "::",
                ":AAAA:",
                ":MIIB",
                ":!!!!:",
                "(:AAAA:)",
                "-----BEGIN CERTIFICATE-----"
            })
    void a_header_that_is_no_certificate_is_refused(String value) {
        refused(new TestRequest().header("Client-Cert", value));
    }

    @Test
    void a_list_of_certificates_and_bytes_behind_one_are_refused() {
        refused(new TestRequest().header("Client-Cert", field(TOLD) + ", " + field(SHOWN)));
        refused(new TestRequest().header("Client-Cert", field(java.util.Arrays.copyOf(TOLD, TOLD.length + 1))));
        refused(new TestRequest().header("Client-Cert", field(new byte[8_200])));
    }

    private static void refused(TestRequest request) {
        assertThatThrownBy(
                        () -> believing(PROXY).fingerprint(request.from(PROXY).build()))
                .isInstanceOf(CertificateRefused.class);
    }

    private static ConnectionCertificate believing(String proxies) {
        return new ConnectionCertificate(() -> proxies);
    }

    private static String field(byte[] der) {
        return ":" + Base64.getEncoder().encodeToString(der) + ":";
    }

    private static byte[] certificate() {
        try {
            return CertificateAuthority.create(Instant.now()).certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
