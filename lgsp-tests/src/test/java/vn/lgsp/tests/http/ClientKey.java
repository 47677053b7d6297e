package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A private key of an agency, what it asks the platform for, and how it connects with what it got. */
public final class ClientKey {
    private final KeyPair keys;

    public ClientKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private ClientKey(KeyPair keys) {
        this.keys = keys;
    }

    /** An RSA key of 2,048 bits that anybody can take apart: its two primes are neighbours (CVE-2022-26320). */
    public static ClientKey breakable() {
        BigInteger exponent = BigInteger.valueOf(65_537);
        BigInteger one = BigInteger.probablePrime(1_024, new SecureRandom()).setBit(1_022);
        one = one.nextProbablePrime();
        BigInteger other = one.nextProbablePrime();
        BigInteger modulus = one.multiply(other);
        BigInteger order = one.subtract(BigInteger.ONE).multiply(other.subtract(BigInteger.ONE));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new ClientKey(new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                    factory.generatePrivate(new RSAPrivateKeySpec(modulus, exponent.modInverse(order)))));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String algorithm() {
        return keys.getPublic().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /** PKCS#10 in PEM; the name in it is not the applicant's to choose. */
    public String request() {
        try {
            return pem(
                    "CERTIFICATE REQUEST",
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Principal("CN=quantri,O=Tự xưng"), keys.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm()).build(keys.getPrivate()))
                            .getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate that the key signed for itself: of no authority that the platform trusts. */
    public X509Certificate selfSigned() {
        return selfSigned(null);
    }

    /** As {@link #selfSigned()}, for a server at this address; null for none. */
    public X509Certificate selfSigned(String address) {
        X500Principal name = new X500Principal("CN=Tự cấp " + System.nanoTime());
        Instant now = Instant.now();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plus(Duration.ofDays(30))),
                    name,
                    keys.getPublic());
            if (address != null) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm()).build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    public PrivateKey privateKey() {
        return keys.getPrivate();
    }

    /** A client that shows this certificate. */
    public HttpClient showing(X509Certificate certificate, X509Certificate trusted) {
        return client(certificate, keys, trusted);
    }

    /** A client that shows none. */
    public static HttpClient showingNothing(X509Certificate trusted) {
        return client(null, null, trusted);
    }

    private static HttpClient client(X509Certificate certificate, KeyPair keys, X509Certificate trusted) {
        try {
            KeyStore authorities = empty();
            authorities.setCertificateEntry("platform", trusted);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] own = certificate == null
                    ? new KeyManager[0]
                    : new KeyManager[] {new Insisting(certificate, keys.getPrivate())};
            context.init(own, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .sslContext(context)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Shows its certificate whatever authorities the server names, as curl does; Java's own would rather show none. */
    private static final class Insisting extends X509ExtendedKeyManager {
        private static final String ALIAS = "own";

        private final X509Certificate certificate;
        private final PrivateKey key;

        Insisting(X509Certificate certificate, PrivateKey key) {
            this.certificate = certificate;
            this.key = key;
        }

        @Override
        public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String kind, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getServerAliases(String kind, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
            return null;
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** A certificate in PEM or DER. */
    public static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate in PEM. */
    public static X509Certificate certificate(String pem) {
        return certificate(pem.getBytes(UTF_8));
    }

    /** A certificate as text. */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }
}
