package vn.lgsp.sso.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Random tokens of 256 bits, for cookies and links. What is stored is the hash: whoever reads the database cannot use what stands there. */
public final class SecretToken {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    /** Returns a new token: 43 characters that need no escaping in cookies and addresses. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the hash of a token (SHA-256); empty for null and for what cannot be a token. */
    public static Optional<byte[]> hash(String token) {
        return token != null && FORM.matcher(token).matches() ? Optional.of(sha256(token)) : Optional.empty();
    }

    /** The SHA-256 of a text in UTF-8. */
    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
