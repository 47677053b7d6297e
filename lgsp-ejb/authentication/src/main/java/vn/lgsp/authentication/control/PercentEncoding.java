package vn.lgsp.authentication.control;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Percent-encoding (RFC 3986 section 2.1) of bytes, not of characters: no two different requests may become one because bytes that are no
 * UTF-8 were replaced.
 */
final class PercentEncoding {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Encodes all but the unreserved characters, with digits in upper case. */
    static String encode(byte[] bytes) {
        var out = new StringBuilder(bytes.length + 16);
        for (var b : bytes) {
            var c = (char) (b & 0xFF);
            if (UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        return out.toString();
    }

    /**
     * Undoes percent-encoding.
     *
     * @param text one character per byte
     * @param plusIsSpace as in forms and queries, where a plus sign stands for a space
     * @param field named in the refusal
     * @throws vn.lgsp.model.error.LgspException {@code signature-malformed} when a percent sign begins nothing, or a character is no byte
     */
    static byte[] decode(String text, boolean plusIsSpace, String field) {
        var out = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()
                        || !HexFormat.isHexDigit(text.charAt(i + 1))
                        || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                    throw Refusal.form(field);
                }
                out.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else if (c > 0xFF) {
                throw Refusal.form(field);
            } else {
                out.write(plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }
}
