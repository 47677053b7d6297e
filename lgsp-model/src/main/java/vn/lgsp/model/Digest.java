package vn.lgsp.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SHA-256 digest; written as in RFC 9530: {@code sha-256=:base64:}. Compared in constant time. */
public final class Digest {
    private static final Pattern FORM = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    private final byte[] sha256;

    private Digest(byte[] sha256) {
        this.sha256 = sha256;
    }

    /**
     * Returns the digest made of these 32 bytes.
     *
     * @throws IllegalArgumentException if there are not exactly 32
     */
    public static Digest of(byte[] sha256) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("SHA-256 has 32 bytes, not " + sha256.length);
        }
        return new Digest(sha256.clone());
    }

    /** Computes the digest of bytes that are at hand. */
    public static Digest ofContent(byte[] content) {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    /** Reads the written form; empty when the text, which may be null, has another form. */
    public static Optional<Digest> parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new Digest(Base64.getDecoder().decode(matcher.group(1))))
                : Optional.empty();
    }

    /** Returns a copy of the 32 bytes. */
    public byte[] bytes() {
        return sha256.clone();
    }

    /** Returns 64 hexadecimal digits, as people compare them. */
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && MessageDigest.isEqual(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }
}
