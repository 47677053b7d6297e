package vn.lgsp.crypto.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The platform's own authority (RFC 5280): one certificate that issues certificates of applications and of the platform's listener, and lists
 * the revoked ones. Its key is a P-256 key; it issues no further authorities.
 */
public final class CertificateAuthority {
    /** How long an authority lives. */
    public static final Duration LIFE = Duration.ofDays(15 * 365L);

    /** Extended key usage for clients of TLS. */
    static final String CLIENT_USE = KeyPurposeId.id_kp_clientAuth.getId();

    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BYTES = 16;
    private static final int NAMED_BITS = 4;

    /** Whose clock is a little behind should not find a new certificate not yet in force. */
    private static final Duration CLOCK_RESERVE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final X509Certificate certificate;
    private final PrivateKey key;

    /** An authority that exists already. */
    public CertificateAuthority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A new authority with a new key, named after a random number so that two are never mistaken for one. */
    public static CertificateAuthority create(Instant now) {
        var keys = newKeys();
        var serial = serial();
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, "LGSP")
                .addRDN(BCStyle.CN, "LGSP CA " + serial.toString(16).substring(0, 2 * NAMED_BITS))
                .build();
        try {
            var extensions = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                            name, serial, date(now.minus(CLOCK_RESERVE)), date(now.plus(LIFE)), name, keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(keys.getPublic()));
            return new CertificateAuthority(signed(builder, keys.getPrivate()), keys.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** New keys of the kind that the authority and its listener use. */
    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no P-256.", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The private key, to be wrapped and stored. */
    PrivateKey key() {
        return key;
    }

    /**
     * Issues a certificate for an application.
     *
     * @param request whose key it will name; nothing else of it is used
     * @param subject whom it will name
     * @param life how long it will be in force; it ends with the authority at the latest
     * @param place where the authority's certificate and list can be fetched, an address without a slash at its end
     */
    public X509Certificate issueClient(
            CertificateRequest request, ClientSubject subject, Instant now, Duration life, String place) {
        try {
            return signed(
                    leaf(subject.name(), request.key(), now, life)
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                            .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(uri(subject.urn())))
                            .addExtension(
                                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                                        new DistributionPoint(
                                                new DistributionPointName(
                                                        new GeneralNames(uri(place + AuthorityPlaces.LIST))),
                                                null,
                                                null)
                                    }))
                            .addExtension(
                                    Extension.authorityInfoAccess,
                                    false,
                                    new AuthorityInformationAccess(
                                            AccessDescription.id_ad_caIssuers,
                                            uri(place + AuthorityPlaces.CERTIFICATE))),
                    key);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Issues a certificate for the platform's own listener.
     *
     * @param hosts names and addresses under which it is called, the first is its name; at least one
     */
    public X509Certificate issueServer(PublicKey of, List<String> hosts, Instant now, Duration life) {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "LGSP")
                .addRDN(BCStyle.CN, hosts.get(0))
                .build();
        try {
            return signed(
                    leaf(name, of, now, life)
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(hosts.stream()
                                            .map(CertificateAuthority::host)
                                            .toArray(GeneralName[]::new))),
                    key);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The list of revoked certificates (CRL, RFC 5280 section 5), in DER.
     *
     * @param number larger than that of every list before
     * @param next when the next one will be there at the latest
     */
    public byte[] revocationList(List<Revoked> revoked, long number, Instant now, Instant next) {
        try {
            var builder = new JcaX509v2CRLBuilder(certificate, date(now)).setNextUpdate(date(next));
            for (var line : revoked) {
                builder.addCRLEntry(line.serial(), date(line.at()), line.reason());
            }
            return builder.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate))
                    .addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)))
                    .build(signer(key))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder leaf(X500Name name, PublicKey of, Instant now, Duration life)
            throws IOException, GeneralSecurityException {
        var end = now.plus(life);
        var last = certificate.getNotAfter().toInstant();
        var extensions = new JcaX509ExtensionUtils();
        return new JcaX509v3CertificateBuilder(
                        certificate,
                        serial(),
                        date(now.minus(CLOCK_RESERVE)),
                        date(end.isBefore(last) ? end : last),
                        name,
                        of)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(of))
                .addExtension(
                        Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(certificate));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
    }

    private static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(SIGNATURE).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Positive, of constant length, and not to be guessed. */
    private static BigInteger serial() {
        var bytes = new byte[SERIAL_BYTES];
        RANDOM.nextBytes(bytes);
        return new BigInteger(1, bytes).setBit(8 * SERIAL_BYTES - 2).clearBit(8 * SERIAL_BYTES - 1);
    }

    private static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    private static GeneralName host(String host) {
        var literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new GeneralName(isAddress(literal) ? GeneralName.iPAddress : GeneralName.dNSName, literal);
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /** Certificates tell time in whole seconds. */
    private static Date date(Instant instant) {
        return Date.from(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
