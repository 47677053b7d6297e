package vn.lgsp.authentication.control;

import vn.lgsp.model.authentication.AccessKey;

/**
 * A claim that holds.
 *
 * @param key the key that signed, usable now
 * @param claim what was signed
 */
public record Verified(AccessKey key, Claim claim) {}
