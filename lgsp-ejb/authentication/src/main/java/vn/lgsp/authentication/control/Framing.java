package vn.lgsp.authentication.control;

/**
 * How a scheme makes the bytes that are signed out of the canonical text of a request: in most schemes they are the text itself, in AWS
 * Signature V4 they name its digest.
 */
@FunctionalInterface
interface Framing {
    /** The text is what is signed. */
    Framing NONE = text -> text;

    /**
     * The bytes that are signed.
     *
     * @param text the canonical text, one character per byte; must not be changed
     */
    byte[] of(byte[] text);
}
