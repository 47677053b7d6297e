package vn.lgsp.crypto.certificate;

import java.io.IOException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;

/**
 * A request for a certificate (PKCS#10, RFC 2986) that is signed by the key that it names. Of everything else in it (name, extensions) nothing
 * is taken over.
 *
 * @param key the key, strong enough
 */
public record CertificateRequest(PublicKey key) {

    /**
     * Reads a request in PEM.
     *
     * @param pem may be null
     * @throws CertificateRefused when it is none, when its key or signature is weak, when its sender does not have the private key
     */
    public static CertificateRequest read(String pem) throws CertificateRefused {
        var bytes = Pem.read(pem, Pem.REQUEST);
        try {
            var request = new PKCS10CertificationRequest(bytes);
            var key = key(request.getSubjectPublicKeyInfo());
            Strength.require(key);
            Strength.requireAlgorithm(
                    new DefaultSignatureNameFinder().getAlgorithmName(request.getSignatureAlgorithm()));
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new CertificateRefused(Reason.NOT_PROVED);
            }
            return new CertificateRequest(key);
        } catch (PKCSException e) {
            throw new CertificateRefused(Reason.NOT_PROVED, e);
        } catch (IOException | OperatorCreationException | RuntimeException e) {
            // The reader of the structures throws whatever comes to its mind for what is none.
            throw new CertificateRefused(Reason.UNREADABLE, e);
        }
    }

    private static PublicKey key(SubjectPublicKeyInfo info) throws CertificateRefused, IOException {
        var kind = info.getAlgorithm().getAlgorithm();
        String name;
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            name = "RSA";
        } else if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            name = "EC";
        } else {
            throw new CertificateRefused(Reason.KEY_WEAK);
        }
        try {
            return KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        } catch (InvalidKeySpecException e) {
            // Also what the JDK does not know any more, such as curves over binary fields.
            throw new CertificateRefused(Reason.KEY_WEAK, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + name + ".", e);
        }
    }
}
