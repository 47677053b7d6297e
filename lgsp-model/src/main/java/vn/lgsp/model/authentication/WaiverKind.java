package vn.lgsp.model.authentication;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an application may do only while it has a waiver for it, because newer ways are safer (bật tương thích). */
public enum WaiverKind {
    /** Signing with HMAC-SHA1 (Điều 4.4 names it; RFC 5849). */
    HMAC_SHA1,

    /** OAuth 1.0a signatures that leave the body of a request open. */
    OPEN_BODY,

    /** The header {@code lgspaccesstoken}, which carries the secret itself. */
    ACCESS_TOKEN_HEADER;

    /** As it is written outside, e.g. {@code hmac-sha1}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes several for the database: names separated by blanks; null for none. */
    public static String write(Collection<WaiverKind> kinds) {
        return kinds.isEmpty()
                ? null
                : EnumSet.copyOf(kinds).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** Reads what {@link #write} wrote. */
    public static Set<WaiverKind> read(String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(WaiverKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
