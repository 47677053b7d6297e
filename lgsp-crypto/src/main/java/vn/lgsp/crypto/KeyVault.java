package vn.lgsp.crypto;

import java.util.Optional;

/**
 * The place of the master key. Callers hand over secrets to be wrapped and never see the key itself, so that a security module or a key
 * management service can stand behind this interface instead of a file.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface KeyVault {

    /**
     * Names the master key without telling anything about it.
     *
     * @return eight lower-case hexadecimal digits; stored beside what was wrapped
     */
    String masterKeyId();

    /**
     * Encrypts a secret under the master key.
     *
     * @param plaintext the secret, at most 4096 bytes; not changed
     * @param context what the secret belongs to, for example {@code "secret:" + id}; the same text is needed to unwrap, so that a wrapped
     *     secret moved to another row is useless
     * @return the wrapped secret; two calls never give the same bytes
     * @throws KeyVaultException when the vault cannot be used
     */
    byte[] wrap(byte[] plaintext, String context);

    /**
     * Decrypts what {@link #wrap} made.
     *
     * @param wrapped the wrapped secret
     * @param context the text given to {@link #wrap}
     * @return the secret; the caller overwrites it with zeroes when done
     * @throws KeyVaultException when the bytes were changed, belong to another context or to another master key
     */
    byte[] unwrap(byte[] wrapped, String context);

    /**
     * The same for secrets that may have been changed, without an exception: behind a container one would end the caller's transaction.
     *
     * @param wrapped the wrapped secret
     * @param context the text given to {@link #wrap}
     * @return the secret, to be overwritten by the caller; empty where {@link #unwrap} throws
     */
    default Optional<byte[]> tryUnwrap(byte[] wrapped, String context) {
        try {
            return Optional.of(unwrap(wrapped, context));
        } catch (KeyVaultException closed) {
            return Optional.empty();
        }
    }
}
