package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import vn.lgsp.model.registry.Environment;

/**
 * How keys are written. People and scanners of leaked secrets can tell what they see, and a typing error is found without asking anybody.
 *
 * <pre>
 * access key = "lgsp_" ("test" | "live") "_ak_" 20 characters of base32 (100 random bits) 4 characters of base32 (checksum)
 * secret     = "lgsp_" ("test" | "live") "_sk_" 43 characters of base64url (256 random bits) 6 characters of base62 (checksum)
 * session    = "lgsp_se_" 43 characters of base64url (256 random bits) 6 characters of base62 (checksum)
 * ticket     = "lgsp_tk_" 43 characters of base64url (256 random bits) 6 characters of base62 (checksum)
 * </pre>
 *
 * The checksum is the CRC-32 of everything before it, of which an access key keeps the lowest 20 bits. It protects against errors, not
 * against people. The HMAC key of a secret is its text as written, prefix and checksum included.
 */
public final class KeyFormat {
    /** What the token of a session begins with. */
    public static final String SESSION_PREFIX = "lgsp_se_";

    /** What a ticket of access begins with. */
    private static final String TICKET_PREFIX = "lgsp_tk_";

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern ACCESS_KEY = Pattern.compile("lgsp_(test|live)_ak_[a-z2-7]{24}");
    private static final Pattern SECRET = Pattern.compile("lgsp_(test|live)_sk_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    private static final Pattern SESSION = Pattern.compile("lgsp_se_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    private static final Pattern TICKET = Pattern.compile("lgsp_tk_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    private static final int ACCESS_KEY_RANDOM = 20;
    private static final int ACCESS_KEY_CHECK = 4;
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHECK = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyFormat() {}

    /** A new random access key. */
    public static String newAccessKey(Environment environment) {
        return newAccessKey(environment, RANDOM);
    }

    /** A new access key of this chance: public halves need not be hard to guess. */
    public static String newAccessKey(Environment environment, RandomGenerator chance) {
        var text = new StringBuilder(prefix(environment, "ak"));
        for (var i = 0; i < ACCESS_KEY_RANDOM; i++) {
            text.append(BASE32.charAt(chance.nextInt(BASE32.length())));
        }
        return text.append(check(text.toString(), BASE32, ACCESS_KEY_CHECK)).toString();
    }

    /** A new random secret. */
    public static String newSecret(Environment environment) {
        return newSecret(prefix(environment, "sk"));
    }

    /** A new random token of a session. */
    public static String newSession() {
        return newSecret(SESSION_PREFIX);
    }

    /** A new random ticket of access (khóa phiên truy xuất, Điều 10.2). */
    public static String newTicket() {
        return newSecret(TICKET_PREFIX);
    }

    private static String newSecret(String prefix) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var text = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return text + check(text, BASE62, SECRET_CHECK);
    }

    /** The environment of an access key; empty when the text, which may be null, is no access key or its checksum is wrong. */
    public static Optional<Environment> ofAccessKey(String text) {
        return read(text, ACCESS_KEY, BASE32, ACCESS_KEY_CHECK);
    }

    /** The environment of a secret; empty when the text, which may be null, is no secret or its checksum is wrong. */
    public static Optional<Environment> ofSecret(String text) {
        return read(text, SECRET, BASE62, SECRET_CHECK);
    }

    /** The text itself if it is the token of a session; empty when it, which may be null, is none or its checksum is wrong. */
    public static Optional<String> ofSession(String text) {
        return checked(text, SESSION, BASE62, SECRET_CHECK).map(Matcher::group);
    }

    /** The text itself if it is a ticket of access; empty when it, which may be null, is none or its checksum is wrong. */
    public static Optional<String> ofTicket(String text) {
        return checked(text, TICKET, BASE62, SECRET_CHECK).map(Matcher::group);
    }

    private static Optional<Environment> read(String text, Pattern form, String alphabet, int checkLength) {
        return checked(text, form, alphabet, checkLength)
                .map(found -> Environment.valueOf(found.group(1).toUpperCase(Locale.ROOT)));
    }

    private static Optional<Matcher> checked(String text, Pattern form, String alphabet, int checkLength) {
        var matcher = form.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var end = text.length() - checkLength;
        return text.substring(end).equals(check(text.substring(0, end), alphabet, checkLength))
                ? Optional.of(matcher)
                : Optional.empty();
    }

    private static String prefix(Environment environment, String kind) {
        return "lgsp_" + environment.name().toLowerCase(Locale.ROOT) + "_" + kind + "_";
    }

    private static String check(String text, String alphabet, int length) {
        var crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        var rest = crc.getValue();
        var check = new char[length];
        for (var i = length - 1; i >= 0; i--) {
            check[i] = alphabet.charAt((int) (rest % alphabet.length()));
            rest /= alphabet.length();
        }
        return new String(check);
    }
}
