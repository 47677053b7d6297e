package vn.lgsp.web.resource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * The part of a file that is asked for (RFC 9110, section 14). One range is served; a list of ranges, another unit or a header that cannot be
 * read is ignored, which the RFC allows, and the whole file is sent.
 *
 * @param from first byte, from 0
 * @param length bytes
 * @param partial whether this is less than was stored, or was asked for as a range
 */
record ByteRange(long from, long length, boolean partial) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads the header, which may be null.
     *
     * @throws LgspException RANGE_NOT_SATISFIABLE when the range lies outside the file
     */
    static ByteRange parse(String header, long size) {
        Matcher matcher = ONE.matcher(header == null ? "" : header);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new ByteRange(0, size, false);
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(matcher.group(2)), size);
            return checked(size - last, size - 1, size);
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        if (!matcher.group(2).isEmpty() && to < from) {
            return new ByteRange(0, size, false);
        }
        return checked(from, Math.min(to, size - 1), size);
    }

    private static ByteRange checked(long from, long to, long size) {
        if (from >= size || to < from) {
            throw new LgspException(ErrorCode.RANGE_NOT_SATISFIABLE, size);
        }
        return new ByteRange(from, to - from + 1, true);
    }

    /** The header that names the part sent. */
    String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
