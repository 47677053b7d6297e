package vn.lgsp.peers;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair of RSA with 2,048 bits for each of the two sides, made anew at each start; each side trusts both certificates. */
final class As4Keys {
    static final String SENDER = "sender";
    static final String RECEIVER = "receiver";

    private static final char[] PASSWORD = "in-memory-only".toCharArray();

    private final KeyPair sender;
    private final KeyPair receiver;
    private final X509Certificate senderCertificate;
    private final X509Certificate receiverCertificate;

    As4Keys() throws GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        sender = generator.generateKeyPair();
        receiver = generator.generateKeyPair();
        senderCertificate = certificate(SENDER, sender);
        receiverCertificate = certificate(RECEIVER, receiver);
    }

    /** What the one who sends signs with. */
    IAS4CryptoFactory ofSender() throws GeneralSecurityException, IOException {
        return factory(SENDER, sender, senderCertificate);
    }

    /** What the one who receives decrypts with and signs receipts with. */
    IAS4CryptoFactory ofReceiver() throws GeneralSecurityException, IOException {
        return factory(RECEIVER, receiver, receiverCertificate);
    }

    /** Whom to encrypt for. */
    X509Certificate receiverCertificate() {
        return receiverCertificate;
    }

    private IAS4CryptoFactory factory(String name, KeyPair pair, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore own = empty();
        own.setKeyEntry(name, pair.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
        KeyStore trusted = empty();
        trusted.setCertificateEntry(SENDER, senderCertificate);
        trusted.setCertificateEntry(RECEIVER, receiverCertificate);
        return new AS4CryptoFactoryInMemoryKeyStore(own, name, PASSWORD, trusted);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static X509Certificate certificate(String name, KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        X500Principal subject = new X500Principal("CN=" + name);
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.valueOf(System.nanoTime()),
                                Date.from(now.minusSeconds(60)),
                                Date.from(now.plus(Duration.ofDays(2))),
                                subject,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
