package vn.lgsp.crypto.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;

/** What the authority makes is judged by the JDK's own validator of paths and lists, which shares nothing with what made it. */
class CertificateAuthorityTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String PLACE = "https://lgsp.example";
    private static final UUID APPLICATION = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final ClientSubject SUBJECT = new ClientSubject(APPLICATION, "qlvb", "000.00.12.H23", "LIVE");

    private final CertificateAuthority authority = CertificateAuthority.create(NOW);
    private final KeyPair keys = Requests.ec("secp256r1");

    @Test
    void the_authority_may_sign_certificates_and_lists_and_no_further_authority() throws GeneralSecurityException {
        var certificate = authority.certificate();

        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getBasicConstraints()).isZero();
        assertThat(certificate.getKeyUsage())
                .containsExactly(false, false, false, false, false, true, true, false, false);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        assertThat(CertificateAuthority.create(NOW).certificate().getSubjectX500Principal())
                .isNotEqualTo(certificate.getSubjectX500Principal());
    }

    @Test
    void a_client_certificate_names_what_the_platform_knows() throws GeneralSecurityException, CertificateRefused {
        var issued = issue(NOW, YEAR);

        assertThat(issued.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(issued.getSubjectX500Principal().getName()).isEqualTo("CN=qlvb,OU=LIVE,O=000.00.12.H23,C=VN");
        assertThat(issued.getSubjectAlternativeNames()).singleElement().satisfies(name -> assertThat(name.get(1))
                .isEqualTo("urn:uuid:" + APPLICATION));
        assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(issued.getBasicConstraints()).isNegative();
        assertThat(issued.getNotAfter().toInstant()).isEqualTo(NOW.plus(YEAR));
        assertThat(issued.getSerialNumber().bitLength()).isBetween(100, 127);
        assertThat(issue(NOW, YEAR).getSerialNumber()).isNotEqualTo(issued.getSerialNumber());
        assertThat(new String(issued.getExtensionValue("2.5.29.31"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(PLACE + AuthorityPlaces.LIST);
    }

    @Test
    void another_validator_accepts_it_while_it_is_in_force() throws Exception {
        var issued = issue(NOW, YEAR);
        var list = list(List.of(), 1);

        validate(authority, issued, list, NOW.plus(Duration.ofDays(1)));
        assertThatThrownBy(
                        () -> validate(authority, issued, list, NOW.plus(YEAR).plusSeconds(1)))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("validity check failed");
    }

    @Test
    void another_validator_refuses_it_under_another_authority() throws Exception {
        var stranger = CertificateAuthority.create(NOW);

        assertThatThrownBy(() -> validate(stranger, issue(NOW, YEAR), list(List.of(), 1), NOW))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void another_validator_refuses_it_once_it_is_on_the_list() throws Exception {
        var good = issue(NOW, YEAR);
        var revoked = issue(NOW, YEAR);
        var list = list(List.of(new Revoked(revoked.getSerialNumber(), NOW, 1)), 7);

        validate(authority, good, list, NOW.plusSeconds(60));
        assertThatThrownBy(() -> validate(authority, revoked, list, NOW.plusSeconds(60)))
                .isInstanceOf(CertPathValidatorException.class)
                .extracting(e -> ((CertPathValidatorException) e).getReason())
                .isEqualTo(CertPathValidatorException.BasicReason.REVOKED);
    }

    @Test
    void the_list_tells_its_number_its_times_and_the_reasons() throws Exception {
        var first = issue(NOW, YEAR).getSerialNumber();
        var second = issue(NOW, YEAR).getSerialNumber();
        var list = list(
                List.of(new Revoked(first, NOW.minusSeconds(5), 1), new Revoked(second, NOW.minusSeconds(3), 0)), 42);

        list.verify(authority.certificate().getPublicKey());
        assertThat(ASN1Integer.getInstance(
                                ASN1OctetString.getInstance(list.getExtensionValue(Extension.cRLNumber.getId()))
                                        .getOctets())
                        .longValueExact())
                .isEqualTo(42);
        assertThat(list.getThisUpdate().toInstant()).isEqualTo(NOW);
        assertThat(list.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(list.getRevokedCertificates()).hasSize(2);
        assertThat(list.getRevokedCertificate(first).getRevocationReason())
                .isEqualTo(java.security.cert.CRLReason.KEY_COMPROMISE);
        assertThat(list.getRevokedCertificate(second).getRevocationReason()).isNull();
        assertThatThrownBy(() -> list.verify(
                        CertificateAuthority.create(NOW).certificate().getPublicKey()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void no_certificate_outlives_its_authority() throws CertificateRefused {
        var late = NOW.plus(CertificateAuthority.LIFE).minus(Duration.ofDays(10));

        assertThat(issue(late, YEAR).getNotAfter())
                .isEqualTo(authority.certificate().getNotAfter());
    }

    @Test
    void the_listener_is_named_by_hosts_and_addresses() throws GeneralSecurityException {
        var issued = authority.issueServer(
                keys.getPublic(), List.of("lgsp.example", "127.0.0.1", "[2001:db8::1]"), NOW, YEAR);

        assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(issued.getSubjectAlternativeNames())
                .extracting(name -> name.get(0) + " " + name.get(1))
                .containsExactlyInAnyOrder("2 lgsp.example", "7 127.0.0.1", "7 2001:db8:0:0:0:0:0:1");
    }

    @Test
    void a_certificate_of_another_authority_is_read_when_it_is_for_clients() throws Exception {
        var issued = issue(NOW, YEAR);

        assertThat(ForeignCertificate.read(pem(issued), NOW)).isEqualTo(issued);
    }

    @Test
    void other_certificates_are_refused() throws Exception {
        var issued = issue(NOW, YEAR);
        var server = authority.issueServer(keys.getPublic(), List.of("lgsp.example"), NOW, YEAR);

        assertThat(refused(pem(issued), NOW.plus(YEAR).plusSeconds(1))).isEqualTo(Reason.NOT_IN_FORCE);
        assertThat(refused(pem(issued), NOW.minus(Duration.ofHours(1)))).isEqualTo(Reason.NOT_IN_FORCE);
        assertThat(refused(pem(server), NOW)).isEqualTo(Reason.NOT_FOR_CLIENTS);
        assertThat(refused(pem(authority.certificate()), NOW)).isEqualTo(Reason.NOT_FOR_CLIENTS);
        assertThat(refused(pem(issued) + pem(issued), NOW)).isEqualTo(Reason.UNREADABLE);
        assertThat(refused(Requests.of(keys, "SHA256withECDSA"), NOW)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void bytes_behind_a_certificate_are_refused() throws Exception {
        var der = issue(NOW, YEAR).getEncoded();

        assertThat(ForeignCertificate.parse(der)).isNotNull();
        assertThatThrownBy(() -> ForeignCertificate.parse(java.util.Arrays.copyOf(der, der.length + 1)))
                .isInstanceOf(CertificateRefused.class);
        assertThatThrownBy(() -> ForeignCertificate.parse(new byte[ForeignCertificate.MAX_SIZE + 1]))
                .isInstanceOf(CertificateRefused.class);
    }

    private X509Certificate issue(Instant now, Duration life) throws CertificateRefused {
        return authority.issueClient(
                CertificateRequest.read(Requests.of(keys, "SHA256withECDSA")), SUBJECT, now, life, PLACE);
    }

    private X509CRL list(List<Revoked> revoked, long number) throws GeneralSecurityException {
        var der = authority.revocationList(revoked, number, NOW, NOW.plus(Duration.ofDays(7)));
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return Pem.write(Pem.CERTIFICATE, certificate.getEncoded());
    }

    private static Reason refused(String pem, Instant now) {
        var refusal = catchThrowableOfType(CertificateRefused.class, () -> ForeignCertificate.read(pem, now));
        assertThat(refusal).as("taken").isNotNull();
        return refusal.reason();
    }

    private static void validate(CertificateAuthority trusted, X509Certificate certificate, X509CRL list, Instant at)
            throws GeneralSecurityException, IOException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted.certificate(), null)));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
