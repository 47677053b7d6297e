package vn.lgsp.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A master key in memory: wraps and unwraps secrets with AES-256-GCM.
 *
 * <p>Format of a wrapped secret, version 1: version (1 byte) ‖ master key id (4) ‖ nonce (12, random) ‖ ciphertext ‖ tag (16). Version, id
 * and context are authenticated. The key that wraps is derived from the 32 bytes in the file, and so is the id: neither tells about the
 * other. Random nonces of 96 bits are sound for 2³² secrets under one master key, which is more than seven years of the whole country's
 * packets; rotating the master key starts anew.
 */
final class MasterKey {
    static final int LENGTH = 32;

    private static final byte VERSION = 1;
    private static final int ID_LENGTH = 4;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final int OVERHEAD = 1 + ID_LENGTH + NONCE_LENGTH + TAG_LENGTH;
    private static final int MAX_PLAINTEXT = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] id;
    private final SecretKeySpec wrappingKey;

    /** @param key 32 bytes; the caller overwrites them afterwards */
    MasterKey(byte[] key) {
        if (key.length != LENGTH) {
            throw new KeyVaultException("The master key must be 32 bytes, not " + key.length + ".");
        }
        id = Arrays.copyOf(sha256(derive(key, "lgsp master key v1: id")), ID_LENGTH);
        wrappingKey = new SecretKeySpec(derive(key, "lgsp master key v1: wrap"), "AES");
    }

    String id() {
        return HexFormat.of().formatHex(id);
    }

    byte[] wrap(byte[] plaintext, String context) {
        if (plaintext.length > MAX_PLAINTEXT) {
            throw new IllegalArgumentException("A secret has at most " + MAX_PLAINTEXT + " bytes.");
        }
        var nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        var out = ByteBuffer.allocate(OVERHEAD + plaintext.length);
        out.put(VERSION).put(id).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(ByteBuffer.wrap(plaintext), out);
        } catch (GeneralSecurityException e) {
            throw new KeyVaultException("The secret could not be wrapped.", e);
        }
        return out.array();
    }

    byte[] unwrap(byte[] wrapped, String context) {
        if (wrapped.length < OVERHEAD || wrapped.length > OVERHEAD + MAX_PLAINTEXT || wrapped[0] != VERSION) {
            throw new KeyVaultException("The wrapped secret is not of a known format.");
        }
        var wrappedUnder = Arrays.copyOfRange(wrapped, 1, 1 + ID_LENGTH);
        if (!Arrays.equals(wrappedUnder, id)) {
            throw new KeyVaultException(
                    "The secret was wrapped under master key %s, but %s is loaded: put the right master.key back."
                            .formatted(HexFormat.of().formatHex(wrappedUnder), id()));
        }
        var nonceEnd = 1 + ID_LENGTH + NONCE_LENGTH;
        var nonce = Arrays.copyOfRange(wrapped, 1 + ID_LENGTH, nonceEnd);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(wrapped, nonceEnd, wrapped.length - nonceEnd);
        } catch (AEADBadTagException e) {
            throw new KeyVaultException("The wrapped secret was changed, or belongs to something else.", e);
        } catch (GeneralSecurityException e) {
            throw new KeyVaultException("The secret could not be unwrapped.", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, wrappingKey, new GCMParameterSpec(TAG_LENGTH * 8, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(id);
        cipher.updateAAD(context.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] derive(byte[] key, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new KeyVaultException("This Java has no HMAC-SHA256.", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new KeyVaultException("This Java has no SHA-256.", e);
        }
    }
}
