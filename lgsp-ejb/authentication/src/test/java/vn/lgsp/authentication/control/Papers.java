package vn.lgsp.authentication.control;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Keys, requests and certificates as agencies hand them in, and as they should not. */
final class Papers {
    static final X500Name NAME = new X500Name("CN=ung-dung-thu");

    private Papers() {}

    static KeyPair rsa(int bits) {
        return pair("RSA", bits, null);
    }

    static KeyPair elliptic(String curve) {
        return pair("EC", 0, new ECGenParameterSpec(curve));
    }

    static KeyPair edwards(String name) {
        return pair(name, 0, null);
    }

    private static KeyPair pair(String algorithm, int bits, AlgorithmParameterSpec parameters) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (parameters != null) {
                generator.initialize(parameters);
            } else if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    static String pem(PublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    /** An RSA public key of these numbers, whatever they are. */
    static String rsa(BigInteger modulus, BigInteger exponent) {
        try {
            return pem(
                    "PUBLIC KEY",
                    new SubjectPublicKeyInfo(
                                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                    new RSAPublicKey(modulus, exponent))
                            .getEncoded("DER"));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PKCS#10 request for a key, signed by another or the same. */
    static String request(PublicKey about, PrivateKey signer, String algorithm, String oid) {
        try {
            var info = new CertificationRequestInfo(NAME, SubjectPublicKeyInfo.getInstance(about.getEncoded()), null);
            return pem(
                    "CERTIFICATE REQUEST",
                    signed(info, info.getEncoded("DER"), signer, algorithm, new AlgorithmIdentifier(oid(oid))));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String certificate(KeyPair pair, Instant from, Instant to) {
        var tbs = new V3TBSCertificateGenerator();
        tbs.setSerialNumber(new ASN1Integer(1));
        tbs.setIssuer(NAME);
        tbs.setSubject(NAME);
        tbs.setStartDate(new Time(Date.from(from)));
        tbs.setEndDate(new Time(Date.from(to)));
        tbs.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        var algorithm = new AlgorithmIdentifier(oid("1.2.840.113549.1.1.11"), DERNull.INSTANCE);
        tbs.setSignature(algorithm);
        try {
            var body = tbs.generateTBSCertificate();
            return pem(
                    "CERTIFICATE", signed(body, body.getEncoded("DER"), pair.getPrivate(), "SHA256withRSA", algorithm));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(
            ASN1Encodable what, byte[] bytes, PrivateKey signer, String algorithm, AlgorithmIdentifier identifier)
            throws java.io.IOException {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(signer);
            signature.update(bytes);
            var parts = new ASN1EncodableVector();
            parts.add(what);
            parts.add(identifier);
            parts.add(new DERBitString(signature.sign()));
            return new DERSequence(parts).getEncoded("DER");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ASN1ObjectIdentifier oid(String text) {
        return new ASN1ObjectIdentifier(text);
    }
}
