package vn.lgsp.authentication.boundary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a request was not let in, as the log of the platform tells it to its people: finer than what strangers are told. */
public enum RefusalReason {
    SIGNATURE_MISSING(Kind.FORM, "10.1"),
    SIGNATURE_MALFORMED(Kind.FORM, "10.1"),
    SIGNATURE_AMBIGUOUS(Kind.FORM, "4.4"),
    SIGNATURE_METHOD_REFUSED(Kind.FORM, "4.4"),
    SIGNATURE_NOT_COVERING(Kind.FORM, "4.4"),
    SIGNATURE_OUTSIDE_WINDOW(Kind.TIME, "5.4"),
    SIGNATURE_WRONG(Kind.SIGNATURE, "4.4"),
    KEY_UNKNOWN(Kind.SIGNATURE, "10.2"),
    ALGORITHM_OF_OTHER_KEY(Kind.SIGNATURE, "4.4"),
    NONCE_REPLAYED(Kind.TIME, "4.4"),
    KEY_NOT_USABLE(Kind.RIGHT, "10.2"),
    KEY_OF_OTHER_ENVIRONMENT(Kind.RIGHT, "7.1a"),
    KEY_NOT_FOR_ADDRESS(Kind.RIGHT, "14.4"),
    APPLICATION_NOT_ACTIVE(Kind.RIGHT, "7.1a"),
    SCHEME_NOT_ALLOWED(Kind.RIGHT, "4.4"),
    BODY_NOT_COVERED(Kind.FORM, "5.2"),
    DIGEST_MISSING(Kind.FORM, "5.2"),
    DIGEST_MALFORMED(Kind.FORM, "5.2"),
    SESSION_NOT_USABLE(Kind.TIME, "8.1"),
    CHANNEL_NOT_CONFIDENTIAL(Kind.RIGHT, "5.3"),
    CERTIFICATE_REQUIRED(Kind.RIGHT, "4.4"),
    CERTIFICATE_NOT_USABLE(Kind.RIGHT, "4.4"),
    CERTIFICATE_MALFORMED(Kind.FORM, "4.4"),
    CERTIFICATE_OF_OTHER(Kind.RIGHT, "4.4"),
    ASSERTION_NOT_USABLE(Kind.FORM, "10.1"),
    KEY_SCOPE_MISSING(Kind.RIGHT, "7.1a"),
    NO_ACCESS_RIGHT(Kind.RIGHT, "7.1a"),
    TICKET_NOT_USABLE(Kind.RIGHT, "10.5");

    /** Reasons that are counted together. */
    public enum Kind {
        /** The signature or the key is wrong. */
        SIGNATURE,
        /** The time is wrong, or it came before. */
        TIME,
        /** It is right and not allowed. */
        RIGHT,
        /** It cannot be read, or leaves something open. */
        FORM
    }

    private final Kind kind;
    private final String clause;

    RefusalReason(Kind kind, String clause) {
        this.kind = kind;
        this.clause = clause;
    }

    /** What it is counted with. */
    public Kind kind() {
        return kind;
    }

    /** As it is stored, e.g. {@code key-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The clause of the regulation that asks for the check, e.g. {@code 10.2}. */
    public String clause() {
        return clause;
    }

    /** The reason of a code; empty for one that is not among these. */
    public static Optional<RefusalReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
