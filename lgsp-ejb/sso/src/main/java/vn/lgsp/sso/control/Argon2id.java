package vn.lgsp.sso.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One Argon2id computation (RFC 9106), written and read as a PHC string: {@code $argon2id$v=19$m=…,t=…,p=…$salt$tag}.
 *
 * @param memoryKib memory, in KiB
 * @param passes number of passes over it
 * @param lanes degree of parallelism
 * @param salt 8–64 bytes
 * @param tag the result, 16–64 bytes
 */
record Argon2id(int memoryKib, int passes, int lanes, byte[] salt, byte[] tag) {
    /** Highest cost that a stored hash may ask for; more means that the stored text was tampered with. */
    private static final int MAX_MEMORY_KIB = 262_144;

    private static final int MAX_PASSES = 20;
    private static final int MAX_LANES = 16;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Computes the tag of a password. */
    static Argon2id compute(String password, byte[] salt, int memoryKib, int passes, int lanes, int tagBytes) {
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        byte[] tag = new byte[tagBytes];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        generator.generateBytes(secret, tag);
        return new Argon2id(memoryKib, passes, lanes, salt, tag);
    }

    /**
     * Reads a PHC string.
     *
     * @throws IllegalStateException for anything else: a stored hash is never guessed around
     */
    static Argon2id parse(String phc) {
        Matcher match = PHC.matcher(phc);
        if (!match.matches()) {
            throw new IllegalStateException("A stored password hash is not an Argon2id PHC string");
        }
        Argon2id read = new Argon2id(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                Base64.getDecoder().decode(match.group(4)),
                Base64.getDecoder().decode(match.group(5)));
        boolean sane = read.memoryKib <= MAX_MEMORY_KIB
                && read.passes >= 1
                && read.passes <= MAX_PASSES
                && read.lanes >= 1
                && read.lanes <= MAX_LANES
                && read.memoryKib >= 8 * read.lanes;
        if (!sane) {
            throw new IllegalStateException("A stored password hash asks for a cost out of range");
        }
        return read;
    }

    /** Computes the password's tag with the same salt and cost and compares in constant time. */
    boolean matches(String password) {
        return MessageDigest.isEqual(tag, compute(password, salt, memoryKib, passes, lanes, tag.length).tag);
    }

    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(tag);
    }
}
