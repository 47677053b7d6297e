package vn.lgsp.authentication.control;

/**
 * A claim that holds.
 *
 * @param key the key that signed, usable now
 * @param claim what was signed
 */
public record Verified(StoredKey key, Claim claim) {}
