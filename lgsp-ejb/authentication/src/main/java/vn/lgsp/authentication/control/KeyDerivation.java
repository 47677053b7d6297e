package vn.lgsp.authentication.control;

/** How a scheme makes the key of its MAC out of the secret. Public keys are taken as they are. */
@FunctionalInterface
interface KeyDerivation {
    /** The secret is the key (RFC 9421 section 3.3.3). */
    KeyDerivation NONE = byte[]::clone;

    /**
     * Makes the key.
     *
     * @param secret as issued, ASCII; must not be kept
     * @return a new array; whoever called wipes it
     */
    byte[] key(byte[] secret);
}
