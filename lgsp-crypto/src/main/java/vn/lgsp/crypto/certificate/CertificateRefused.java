package vn.lgsp.crypto.certificate;

import java.util.Locale;

/** Bytes that somebody sent are no request or certificate that the platform takes; nothing of them is repeated in the message. */
public final class CertificateRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is not what it should be, or too long to be. */
        UNREADABLE,
        /** It holds a private key, which must never be sent and has to be replaced. */
        PRIVATE_KEY,
        /** The request is not signed by the key that it names. */
        NOT_PROVED,
        /** The key is too weak, or of a kind that is not taken. */
        KEY_WEAK,
        /** It was signed with an algorithm that is too weak. */
        ALGORITHM_WEAK,
        /** It is not in force now. */
        NOT_IN_FORCE,
        /** It is not for clients, or is one of an authority. */
        NOT_FOR_CLIENTS;

        /** As the catalogue of reasons names it, e.g. {@code certificate-key-weak}. */
        public String code() {
            return "certificate-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public CertificateRefused(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    CertificateRefused(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
