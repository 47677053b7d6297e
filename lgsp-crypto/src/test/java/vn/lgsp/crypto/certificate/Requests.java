package vn.lgsp.crypto.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Requests for certificates as tools of others make them. */
final class Requests {
    private Requests() {}

    static KeyPair ec(String curve) {
        return keys("EC", new ECGenParameterSpec(curve));
    }

    static KeyPair rsa(int bits) {
        return keys("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    static KeyPair keys(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** In PEM, for the pair's public key and signed with its private one. */
    static String of(KeyPair keys, String algorithm) {
        return Pem.write("CERTIFICATE REQUEST", der(keys.getPublic(), keys, algorithm));
    }

    static byte[] der(PublicKey named, KeyPair signer, String algorithm) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=admin,O=Another agency"), named)
                    .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
