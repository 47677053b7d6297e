package vn.lgsp.model.authentication;

import java.util.Locale;

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
}
