package vn.lgsp.authentication.control;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.WNafUtil;

/**
 * The public half of a key pair, ready to verify with. What can be computed from the key alone is computed once, when it is first used or
 * when {@link #prepare} asks for it, and kept: for a point of P-256 that is more work than a verification.
 *
 * <p>Points are verified by BouncyCastle, which takes a sixth to a ninth of the time that Java's own provider does (docs/decisions/0057).
 */
public final class PublicHalf {
    /** The curve with arithmetic of its own, not the general one. */
    private static final ECDomainParameters P256 =
            new ECDomainParameters(CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));

    private static final int COORDINATE = 32;

    /** The window that verification asks for: a table of that width is made here, and found there. */
    private static final int WIDEST = 8;

    private final Algorithm.Kind kind;
    private final byte[] encoded;
    private volatile Object ready;

    /**
     * Takes a key as it is registered; it is not looked at yet.
     *
     * @param kind of an algorithm with a pair of keys
     * @param encoded SubjectPublicKeyInfo in DER
     */
    PublicHalf(Algorithm.Kind kind, byte[] encoded) {
        if (kind == Algorithm.Kind.SECRET) {
            throw new IllegalArgumentException("A secret has no public half.");
        }
        this.kind = kind;
        this.encoded = encoded;
    }

    /** Does what the first verification would do. */
    void prepare() {
        ready(Object.class);
    }

    /** The key for the algorithms of RSA. */
    PublicKey rsa() {
        return ready(PublicKey.class);
    }

    /** Verifies r and s, 32 bytes each, over a digest (RFC 9421 section 3.3.4). */
    boolean verifyP256(byte[] digest, byte[] signature) {
        if (signature.length != 2 * COORDINATE) {
            return false;
        }
        var signer = new ECDSASigner();
        signer.init(false, ready(ECPublicKeyParameters.class));
        return signer.verifySignature(
                digest,
                new BigInteger(1, Arrays.copyOf(signature, COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE)));
    }

    /** Verifies a signature over an input (RFC 8032 section 5.1.7). */
    boolean verifyEd25519(byte[] input, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, ready(Ed25519PublicKeyParameters.class));
        signer.update(input, 0, input.length);
        return signer.verifySignature(signature);
    }

    /** Two threads that come first at once both compute it, to the same end. */
    private <T> T ready(Class<T> type) {
        var found = ready;
        if (found == null) {
            found = make();
            ready = found;
        }
        return type.cast(found);
    }

    private Object make() {
        try {
            return switch (kind) {
                case RSA -> KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
                case P256 -> point();
                case ED25519 -> new Ed25519PublicKeyParameters(bits());
                case SECRET -> throw new IllegalStateException();
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A registered key is no " + kind + " key.", e);
        }
    }

    private ECPublicKeyParameters point() {
        var key = new ECPublicKeyParameters(P256.getCurve().decodePoint(bits()), P256);
        WNafUtil.precompute(key.getQ(), WNafUtil.getWindowSize(P256.getN().bitLength(), WIDEST), true);
        return key;
    }

    private byte[] bits() {
        return SubjectPublicKeyInfo.getInstance(encoded).getPublicKeyData().getBytes();
    }
}
