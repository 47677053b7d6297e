package vn.lgsp.crypto;

/**
 * The master key cannot be used, or a wrapped secret does not open with it. The message is one line for an operator, says what to do
 * where something can be done, and never holds key material.
 */
public final class KeyVaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyVaultException(String message) {
        super(message);
    }

    KeyVaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
