package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** What the platform takes to have been signed, to be shown to people: secrets that were covered are replaced by their digest. */
public final class SigningText {
    private static final int MAX = 4_096;

    /** Values that open something by themselves: tickets and tokens. */
    private static final Pattern SECRET =
            Pattern.compile("(?im)^(\"?(?:authorization|dpop|cookie|x-amz-security-token)\"?): ?(.*)$");

    private SigningText() {}

    /** The first possibility, without secrets and not longer than 4,096 characters; empty when there is no address it could be for. */
    static String of(Claim claim) {
        if (claim.texts().isEmpty()) {
            return "";
        }
        return safe(new String(claim.texts().get(0), ISO_8859_1));
    }

    /** The text without secrets, cut at 4,096 characters, without the character NUL. */
    public static String safe(String text) {
        var shown =
                SECRET.matcher(text).replaceAll(found -> found.group(1) + ": sha256(" + digest(found.group(2)) + ")");
        var clean = shown.replace('\0', '?');
        return clean.length() <= MAX ? clean : clean.substring(0, MAX - 1) + "…";
    }

    private static String digest(String value) {
        return HexFormat.of().formatHex(Sha256.of(value.getBytes(ISO_8859_1)), 0, 8) + "…";
    }
}
