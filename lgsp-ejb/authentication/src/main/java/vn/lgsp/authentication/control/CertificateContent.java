package vn.lgsp.authentication.control;

import java.security.cert.X509Certificate;
import vn.lgsp.model.authentication.ClientCertificate.Content;

/** What is stored of a certificate. */
public final class CertificateContent {
    private CertificateContent() {}

    /** Reads it from the certificate. */
    public static Content of(X509Certificate certificate) {
        var der = Authority.der(certificate);
        return new Content(
                certificate.getSerialNumber().toString(16),
                Sha256.of(der),
                der,
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
