package vn.lgsp.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The key of one packet's content: 256 random bits. {@link #close} overwrites them; afterwards the key cannot be used. (The JDK's ciphers
 * keep their own schedule of the key until they are collected; streams that hold one are short-lived.)
 *
 * <p>Not safe for use while another thread closes it.
 */
public final class ContentKey implements AutoCloseable {
    static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private boolean closed;

    private ContentKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @return a new random key */
    public static ContentKey random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new ContentKey(bytes);
    }

    /**
     * Opens a stored key that may have been changed.
     *
     * @param vault the vault that wrapped it
     * @param wrapped what {@link #wrap} should have returned
     * @param context the text given to {@link #wrap}
     * @return the key, to be closed; empty when it does not open or is not a content key
     */
    public static Optional<ContentKey> tryUnwrap(KeyVault vault, byte[] wrapped, String context) {
        return vault.tryUnwrap(wrapped, context).map(bytes -> {
            if (bytes.length != LENGTH) {
                Arrays.fill(bytes, (byte) 0);
                return null;
            }
            return new ContentKey(bytes);
        });
    }

    /**
     * Wraps the key for storing.
     *
     * @param vault the vault
     * @param context what the key belongs to, for example {@code "packet:" + id}
     * @return the wrapped key
     * @throws IllegalStateException when the key was closed
     */
    public byte[] wrap(KeyVault vault, String context) {
        requireOpen();
        return vault.wrap(bytes, context);
    }

    /** Overwrites the key with zeroes. Closing again does nothing. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "ContentKey[" + (closed ? "closed" : "open") + "]";
    }

    /** A view of the key for a cipher; no copy is made that this object could not erase. */
    SecretKey forCipher() {
        requireOpen();
        return new View();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The content key was closed.");
        }
    }

    private final class View implements SecretKey {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            requireOpen();
            // The provider overwrites the copy it gets.
            return bytes.clone();
        }

        private Object writeReplace() {
            throw new UnsupportedOperationException("A content key is not serialised.");
        }
    }
}
