package vn.lgsp.authentication.control;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.lgsp.authentication.control.PublicMaterial.Unreadable;
import vn.lgsp.authentication.control.PublicMaterial.Weakness;

/**
 * Tells which public keys are worth trusting, and writes them in one form: RSA without parameters of PSS, points of P-256 uncompressed. A
 * point is looked at: one off the curve or in a small group would let others sign.
 */
public final class PublicKeyStrength {
    static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

    private PublicKeyStrength() {}

    /** Whether it is an RSA key that is known to be breakable; other kinds are not looked at. */
    public static boolean isBreakable(PublicKey key) {
        return key instanceof java.security.interfaces.RSAPublicKey rsa
                && RsaStrength.weakness(rsa.getModulus(), rsa.getPublicExponent())
                        .isPresent();
    }

    /**
     * Checks a key.
     *
     * @param notAfter when the certificate that it came in ends; may be null
     * @throws vn.lgsp.model.error.LgspException {@code public-key-weak} with the reason; {@code public-key-unreadable}
     */
    static PublicMaterial require(SubjectPublicKeyInfo key, Instant notAfter) {
        var kind = key.getAlgorithm().getAlgorithm();
        try {
            if (kind.equals(PKCSObjectIdentifiers.rsaEncryption) || kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                return new PublicMaterial(rsa(key), Algorithm.Kind.RSA, notAfter);
            }
            if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return new PublicMaterial(p256(key), Algorithm.Kind.P256, notAfter);
            }
            if (kind.equals(ED25519)) {
                return new PublicMaterial(ed25519(key), Algorithm.Kind.ED25519, notAfter);
            }
        } catch (IOException e) {
            throw PublicMaterial.unreadable(Unreadable.FORM);
        }
        throw PublicMaterial.weak(Weakness.OTHER_KIND);
    }

    private static byte[] rsa(SubjectPublicKeyInfo key) throws IOException {
        var numbers = RSAPublicKey.getInstance(key.parsePublicKey());
        var weakness = RsaStrength.weakness(numbers.getModulus(), numbers.getPublicExponent());
        if (weakness.isPresent()) {
            throw PublicMaterial.weak(weakness.get());
        }
        return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        new RSAPublicKey(numbers.getModulus(), numbers.getPublicExponent()))
                .getEncoded("DER");
    }

    private static byte[] p256(SubjectPublicKeyInfo key) throws IOException {
        if (!SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters())) {
            throw PublicMaterial.weak(Weakness.OTHER_CURVE);
        }
        var curve = CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getCurve();
        try {
            var point = curve.decodePoint(key.getPublicKeyData().getBytes());
            if (point.isInfinity() || !point.isValid()) {
                throw PublicMaterial.weak(Weakness.NO_POINT);
            }
            return new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
                            point.getEncoded(false))
                    .getEncoded("DER");
        } catch (IllegalArgumentException e) {
            throw PublicMaterial.weak(Weakness.NO_POINT);
        }
    }

    private static byte[] ed25519(SubjectPublicKeyInfo key) throws IOException {
        var point = key.getPublicKeyData().getBytes();
        if (point.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyFull(point, 0)) {
            throw PublicMaterial.weak(Weakness.NO_POINT);
        }
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(ED25519), point).getEncoded("DER");
    }
}
