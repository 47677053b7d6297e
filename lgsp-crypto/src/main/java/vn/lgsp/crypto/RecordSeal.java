package vn.lgsp.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds what is recorded of stored content – its name, its size, its digest, where it lies – to the content's key (Điều 5.2): whoever changes
 * the record, or exchanges two of them, cannot make the seal that belongs to it. HMAC-SHA256 under a key derived from the content key.
 */
public final class RecordSeal {
    /** Bytes of a seal. */
    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "LGSP record of stored content, version 1".getBytes(UTF_8);

    private RecordSeal() {}

    /**
     * Seals a record.
     *
     * @param key the packet's key
     * @param fields the record, field by field; where one ends and the next begins is sealed as well
     * @return 32 bytes, the same for the same record and key
     */
    public static byte[] of(ContentKey key, List<byte[]> fields) {
        byte[] derived = null;
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key.forCipher());
            derived = mac.doFinal(PURPOSE);
            mac.init(new SecretKeySpec(derived, HMAC));
            for (byte[] field : fields) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
                mac.update(field);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 refused a record.", e);
        } finally {
            if (derived != null) {
                Arrays.fill(derived, (byte) 0);
            }
        }
    }

    /** Whether a seal, which may be null, is that of this record. */
    public static boolean holds(ContentKey key, List<byte[]> fields, byte[] seal) {
        return MessageDigest.isEqual(of(key, fields), seal);
    }
}
