package vn.lgsp.crypto.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;

/** Certificates that another authority issued, as somebody sends or shows them. */
public final class ForeignCertificate {
    /** The longest certificate that is read, bytes. */
    public static final int MAX_SIZE = 8_192;

    private static final String ANY_USE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;

    /** Twenty octets (RFC 5280 section 4.1.2.2). */
    private static final int MAX_SERIAL_BITS = 160;

    private ForeignCertificate() {}

    /**
     * Reads a certificate in PEM that somebody wants to be bound to an application.
     *
     * @param pem may be null
     * @throws CertificateRefused when it is none, not in force at this instant, weak, or not for clients
     */
    public static X509Certificate read(String pem, Instant now) throws CertificateRefused {
        var certificate = parse(Pem.read(pem, List.of(Pem.CERTIFICATE)));
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException e) {
            throw new CertificateRefused(Reason.NOT_IN_FORCE, e);
        }
        if (certificate.getSerialNumber().signum() <= 0
                || certificate.getSerialNumber().bitLength() > MAX_SERIAL_BITS) {
            throw new CertificateRefused(Reason.UNREADABLE);
        }
        Strength.require(certificate.getPublicKey());
        Strength.requireAlgorithm(certificate.getSigAlgName());
        if (!isForClients(certificate)) {
            throw new CertificateRefused(Reason.NOT_FOR_CLIENTS);
        }
        return certificate;
    }

    /**
     * Reads one certificate in DER without judging it.
     *
     * @throws CertificateRefused {@code UNREADABLE}
     */
    public static X509Certificate parse(byte[] der) throws CertificateRefused {
        if (der.length > MAX_SIZE) {
            throw new CertificateRefused(Reason.UNREADABLE);
        }
        try {
            var in = new ByteArrayInputStream(der);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (in.available() > 0 || !(certificate instanceof X509Certificate x509)) {
                throw new CertificateRefused(Reason.UNREADABLE);
            }
            return x509;
        } catch (CertificateException e) {
            throw new CertificateRefused(Reason.UNREADABLE, e);
        }
    }

    private static boolean isForClients(X509Certificate certificate) throws CertificateRefused {
        try {
            var uses = certificate.getExtendedKeyUsage();
            var usage = certificate.getKeyUsage();
            return certificate.getBasicConstraints() < 0
                    && (usage == null || usage[DIGITAL_SIGNATURE])
                    && (uses == null || uses.contains(CertificateAuthority.CLIENT_USE) || uses.contains(ANY_USE));
        } catch (CertificateParsingException e) {
            throw new CertificateRefused(Reason.UNREADABLE, e);
        }
    }
}
