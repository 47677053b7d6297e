package vn.lgsp.sso.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as authenticator apps make them: HMAC-SHA-1, six digits, steps of 30 seconds. One step earlier
 * and one later count too, for clocks that differ and for slow typing.
 */
final class Totp {
    /** Length of a step, in seconds. */
    static final int STEP_SECONDS = 30;

    static final int DIGITS = 6;

    private static final int WINDOW = 1;
    private static final Pattern FORM = Pattern.compile("\\d{" + DIGITS + "}");

    private Totp() {}

    /** The step that an instant lies in. */
    static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0F;
            long number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFFL;
            String all = String.format("%010d", number);
            return all.substring(all.length() - digits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Finds the step whose code this is, among the steps that count now and lie after the one used last.
     *
     * @param code as typed, without blanks; may be null
     * @return empty when the code is wrong, over, or used up
     */
    static OptionalLong match(byte[] secret, String code, long lastStep, Instant now) {
        if (code == null || !FORM.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        byte[] typed = code.getBytes(StandardCharsets.US_ASCII);
        OptionalLong found = OptionalLong.empty();
        long present = step(now);
        for (long step = present - WINDOW; step <= present + WINDOW; step++) {
            boolean equal =
                    MessageDigest.isEqual(typed, code(secret, step, DIGITS).getBytes(StandardCharsets.US_ASCII));
            if (equal && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
