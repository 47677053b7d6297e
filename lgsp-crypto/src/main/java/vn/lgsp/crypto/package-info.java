/**
 * Keys and content at rest (Điều 5.2, 5.3).
 *
 * <p>Three layers: the master key lies in a file outside the database and sits behind {@link vn.lgsp.crypto.KeyVault}; it wraps one
 * {@link vn.lgsp.crypto.ContentKey} per packet and the secrets of access keys; the content key seals the bytes of a packet's files in
 * segments ({@link vn.lgsp.crypto.SegmentOutput}, {@link vn.lgsp.crypto.SegmentInput}). Destroying the wrapped content key makes the
 * content unreadable at once, wherever a copy of its bytes may still lie.
 *
 * <p>Only the JDK's own providers are used: AES-GCM, HMAC and SHA-256 run on the processor's instructions there.
 */
package vn.lgsp.crypto;
