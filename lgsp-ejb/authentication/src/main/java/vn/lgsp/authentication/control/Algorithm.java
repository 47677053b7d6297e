package vn.lgsp.authentication.control;

import static java.security.spec.PSSParameterSpec.TRAILER_FIELD_BC;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature algorithms. Keys are registered for one of them (RFC 9421 section 3.2 step 6); what is not registered for is never tried.
 * RSA with SHA-1 is not among them: Java would verify it, the platform does not (Điều 4.4 asks for RSA, not for SHA-1 with it).
 */
public enum Algorithm {
    /** RFC 9421 section 3.3.3. */
    HMAC_SHA256("hmac-sha256", Kind.SECRET) {
        @Override
        boolean verify(byte[] secret, byte[] input, byte[] signature) {
            return MessageDigest.isEqual(mac("HmacSHA256", secret, input), signature);
        }
    },

    /** RFC 5849 section 3.4.2; needs a waiver. */
    HMAC_SHA1("hmac-sha1", Kind.SECRET) {
        @Override
        boolean verify(byte[] secret, byte[] input, byte[] signature) {
            return MessageDigest.isEqual(mac("HmacSHA1", secret, input), signature);
        }
    },

    /** No signature: the secret itself was sent along; needs a waiver. */
    SECRET_SENT("secret-sent", Kind.SECRET) {
        @Override
        boolean verify(byte[] secret, byte[] input, byte[] signature) {
            return MessageDigest.isEqual(secret, signature);
        }
    },

    /** RFC 9421 section 3.3.2. */
    RSA_V1_5_SHA256("rsa-v1_5-sha256", Kind.RSA) {
        @Override
        boolean verify(PublicHalf key, byte[] input, byte[] signature) {
            return verified("SHA256withRSA", null, key.rsa(), input, signature);
        }
    },

    /**
     * RFC 9421 section 3.3.1 with its salt of 64 bytes; or with the longest salt that the key has room for, which libraries over OpenSSL
     * make when they do not say otherwise, and which is no weaker.
     */
    RSA_PSS_SHA512("rsa-pss-sha512", Kind.RSA) {
        @Override
        boolean verify(PublicHalf key, byte[] input, byte[] signature) {
            var rsa = key.rsa();
            return verified("RSASSA-PSS", pss(PSS_SALT), rsa, input, signature)
                    || verified("RSASSA-PSS", pss(longestSalt((RSAKey) rsa)), rsa, input, signature);
        }
    },

    /** RFC 7518 section 3.5; not among the algorithms of RFC 9421, for client assertions only. */
    PS256("ps256", Kind.RSA) {
        @Override
        boolean verify(PublicHalf key, byte[] input, byte[] signature) {
            return verified("RSASSA-PSS", PSS_SHA256, key.rsa(), input, signature);
        }
    },

    /** RFC 9421 section 3.3.4; the signature is r and s, 32 bytes each. */
    ECDSA_P256_SHA256("ecdsa-p256-sha256", Kind.P256) {
        @Override
        boolean verify(PublicHalf key, byte[] input, byte[] signature) {
            return key.verifyP256(Sha256.of(input), signature);
        }
    },

    /** RFC 9421 section 3.3.6. */
    ED25519("ed25519", Kind.ED25519) {
        @Override
        boolean verify(PublicHalf key, byte[] input, byte[] signature) {
            return key.verifyEd25519(input, signature);
        }
    };

    /** What a key of an algorithm is made of. */
    public enum Kind {
        /** A secret that both sides have. */
        SECRET,
        RSA,
        P256,
        ED25519
    }

    private static final int PSS_SALT = 64;

    /** Bytes of the encoded message (RFC 8017 section 9.1.1) that are not salt: the hash and two more. */
    private static final int PSS_REST = 64 + 2;

    private static final AlgorithmParameterSpec PSS_SHA256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, TRAILER_FIELD_BC);

    private final String label;
    private final Kind kind;

    Algorithm(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** Its name in RFC 9421 where it has one, which is also what the key's row says. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether keys may be registered for it: the other ways use a key of {@link #HMAC_SHA256} or {@link #RSA_PSS_SHA512}. */
    public boolean registrable() {
        return this != HMAC_SHA1 && this != SECRET_SENT && this != PS256;
    }

    /** The algorithm of this name; empty when the platform has none. */
    public static Optional<Algorithm> labelled(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst();
    }

    /** Whether a request that claims {@code claimed} may be verified with a key that is registered for this algorithm. */
    boolean admits(Algorithm claimed) {
        return this == claimed
                || this == HMAC_SHA256 && claimed.kind == Kind.SECRET
                || this == RSA_PSS_SHA512 && claimed == PS256;
    }

    /** Whether the signature is good, for algorithms with a shared secret; takes the same time wherever it differs. */
    boolean verify(byte[] secret, byte[] input, byte[] signature) {
        throw new IllegalArgumentException(this + " has no secret.");
    }

    /** Whether the signature is good, for algorithms with a pair of keys; a signature of any other form or length is not. */
    boolean verify(PublicHalf key, byte[] input, byte[] signature) {
        throw new IllegalArgumentException(this + " has no public key.");
    }

    private static AlgorithmParameterSpec pss(int salt) {
        return new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, salt, TRAILER_FIELD_BC);
    }

    /** What is left of the encoded message, which is one bit shorter than the modulus. */
    private static int longestSalt(RSAKey key) {
        var encoded = (key.getModulus().bitLength() - 1 + 7) / 8;
        return Math.max(PSS_SALT, encoded - PSS_REST);
    }

    /** The MAC of an input; {@code algorithm} as Java names it. */
    static byte[] mac(String algorithm, byte[] secret, byte[] input) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }

    private static boolean verified(
            String algorithm, AlgorithmParameterSpec parameters, PublicKey key, byte[] input, byte[] bytes) {
        try {
            var signature = Signature.getInstance(algorithm);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initVerify(key);
            signature.update(input);
            return signature.verify(bytes);
        } catch (SignatureException e) {
            // Of a length or form that no signature of this algorithm has.
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A registered key is not for " + algorithm + ".", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }
}
