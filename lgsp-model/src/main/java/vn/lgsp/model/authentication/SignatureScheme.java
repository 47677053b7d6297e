package vn.lgsp.model.authentication;

import java.util.Locale;

/** The ways of signing a request that the platform reads (Điều 4.4, 8.1). */
public enum SignatureScheme {
    /** HTTP message signatures, RFC 9421, profile {@code lgsp-1}: what new applications should use. */
    MESSAGE_SIGNATURE,

    /** AWS Signature Version 4, with the vendor name {@code aws} or {@code lgsp}. */
    SIGNATURE_V4,

    /** OAuth 1.0a with two legs, RFC 5849. */
    OAUTH1,

    /** The header {@code lgspaccesstoken} of older software: the secret itself travels along. */
    ACCESS_TOKEN_HEADER,

    /** The token of a session that was opened with a signature. */
    SESSION_TOKEN,

    /** A signed assertion beside the form of a request for a ticket, RFC 7523. */
    CLIENT_ASSERTION;

    /** As it is written in reports and answers, e.g. {@code message-signature}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
