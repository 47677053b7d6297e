package vn.lgsp.crypto;

/**
 * What was sealed.
 *
 * @param size bytes of the content itself
 * @param sha256 SHA-256 of the content itself, 32 bytes
 * @param storedSize bytes that were written to the store
 */
public record SealedContent(long size, byte[] sha256, long storedSize) {}
