package vn.lgsp.model.error;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The one error catalogue. Texts (title, detail, cause, fix) stand in the bundle {@code vn.lgsp.model.error.Errors}, Vietnamese first;
 * REST problems, portal messages and documentation are made from both.
 */
public enum ErrorCode {
    // Signing in with a key pair (Điều 8.1, 10)
    SIGNATURE_MISSING(401, false),
    SIGNATURE_MALFORMED(401, false),
    SIGNATURE_AMBIGUOUS(401, false),
    SIGNATURE_METHOD_REFUSED(401, false),
    SIGNATURE_INVALID(401, false),
    SIGNATURE_OUTSIDE_WINDOW(401, true),
    SIGNATURE_NOT_COVERING(401, false),
    NONCE_REPLAYED(401, true),
    KEY_NOT_USABLE(401, false),
    KEY_NOT_FOR_ADDRESS(403, false),
    KEY_SCOPE_MISSING(403, false),
    SCHEME_NOT_ALLOWED(401, false),
    BODY_NOT_COVERED(401, false),
    SESSION_NOT_USABLE(401, false),
    CHANNEL_NOT_CONFIDENTIAL(403, false),
    APPLICATION_NOT_ACTIVE(403, false),
    DIGEST_MISSING(400, false),
    DIGEST_MALFORMED(400, false),
    BODY_DIGEST_MISMATCH(400, true),

    // Keys in the hands of people (Điều 7.1a, 10)
    KEY_STATE(409, false),
    TOO_MANY_KEYS(409, false),
    PUBLIC_KEY_UNREADABLE(422, false),
    PUBLIC_KEY_WEAK(422, false),
    PUBLIC_KEY_TAKEN(409, false),
    PRIVATE_KEY_SENT(422, false),
    WAIVER_STATE(409, false),
    // Certificates of applications (Điều 4.4, 10)
    CERTIFICATE_REQUIRED(403, false),
    CERTIFICATE_NOT_USABLE(403, false),
    CERTIFICATE_OF_OTHER(403, false),
    CERTIFICATE_STATE(409, false),
    CERTIFICATE_TAKEN(409, false),
    TOO_MANY_CERTIFICATES(409, false),
    // Tickets of access (Điều 10)
    ASSERTION_NOT_USABLE(401, false),
    GRANT_TYPE_UNSUPPORTED(400, false),
    TARGET_UNKNOWN(400, false),
    OPERATION_UNKNOWN(400, false),
    NO_CALL_RIGHT(403, false),
    REQUEST_PROOF_MISSING(400, false),

    // People's own programs
    TOKEN_NOT_USABLE(401, false),
    TOKEN_READ_ONLY(403, false),

    // Requests in general
    REQUEST_MALFORMED(400, false),
    REQUEST_INVALID(422, false),
    REQUEST_TOO_LARGE(413, false),
    NOT_FOUND(404, false),
    METHOD_NOT_ALLOWED(405, false),
    NOT_ACCEPTABLE(406, false),
    MEDIA_TYPE_UNSUPPORTED(415, false),
    IDEMPOTENCY_KEY_REUSED(422, false),
    IDEMPOTENCY_KEY_IN_USE(409, true),
    RANGE_NOT_SATISFIABLE(416, false),

    // Sending (Điều 8.2 – 8.4)
    RECIPIENT_UNKNOWN(422, false),
    RECIPIENT_NOT_ACTIVE(422, false),
    RECIPIENT_CANNOT_RECEIVE(422, false),
    NO_ACCESS_RIGHT(403, false),
    DATA_TYPE_UNKNOWN(422, false),
    PROTOCOL_MISMATCH(422, false),
    PACKET_TOO_LARGE(413, false),
    FILE_NAME_INVALID(422, false),
    TOO_MANY_FILES(422, false),
    TOO_MANY_SPACES(429, true),
    SPACE_EXPIRED(410, false),
    SPACE_CLOSED(409, false),
    CONTENT_MISSING(409, false),
    CONTENT_MISMATCH(409, false),
    CONTENT_INVALID(422, false),
    CONVERSION_FAILED(422, false),
    UPLOAD_INCOMPLETE(400, true),
    UPLOAD_OFFSET_MISMATCH(409, false),
    UPLOAD_UNFINISHED(409, true),
    UPLOAD_JOINED(403, false),
    UPLOAD_IN_USE(423, true),
    UPLOAD_CHECKSUM_MISMATCH(460, true),
    UPLOADED_CONTENT_DAMAGED(409, false),
    TUS_VERSION_UNSUPPORTED(412, false),
    PACKET_STATE_CONFLICT(409, false),
    DECISION_TAKEN(409, false),
    REMINDED_LATELY(409, true),

    // Policies of exchange and fair shares (Điều 8.3, 5.4, 4.2)
    POLICY_STATE(409, false),
    POLICY_IN_USE(409, false),
    RATE_LIMITED(429, true),
    WAITING_FULL(429, true),

    // Receiving (Điều 9)
    DELIVERY_STATE_CONFLICT(409, false),
    RECEIVED_DIGEST_MISMATCH(409, false),
    CONTENT_NOT_FETCHED(409, false),
    CONTENT_GONE(410, false),
    CONTENT_CORRUPTED(500, false),

    // Staff
    SIGN_IN_FAILED(401, false),
    ACCOUNT_LOCKED(403, true),
    ACCOUNT_BARRED(403, false),
    SIGN_IN_PAUSED(429, true),
    PASSWORD_WEAK(422, false),
    CODE_WRONG(401, false),
    SECOND_FACTOR_STATE(409, false),
    LINK_NOT_USABLE(410, false),
    OWN_ACCOUNT(403, false),
    ACCOUNT_OUT_OF_REACH(403, false),
    ACCOUNT_STATE(409, false),
    LAST_ADMINISTRATOR(409, false),
    FORBIDDEN(403, false),
    ADDRESS_NOT_ALLOWED(403, false),
    EDIT_CONFLICT(409, false),
    VERSION_MISSING(428, false),
    VERSION_OUTDATED(412, false),
    SETTING_FIXED(409, false),
    TOO_MANY_JOBS(409, true),
    TOO_MANY_FILTERS(409, false),
    MAIL_NOT_SENT(502, true),
    FIRST_STEPS_OPEN(409, false),
    SEARCH_TOO_SLOW(503, true),

    // Registry: codes and agencies (Điều 5.7, 7.1)
    CODE_MALFORMED(422, false),
    CODE_TAKEN(409, false),
    CODE_CLOSED(422, false),

    // Registry: applications and access rights (Điều 7.1a, 10.2)
    OWN_REQUEST(403, false),
    APPLICATION_STATE(409, false),
    ACCESS_RIGHT_STATE(409, false),
    SOURCE_CANNOT_SEND(403, false),
    QUOTA_USED_UP(429, true),

    // Registry: data types (Điều 3.6, 8.2)
    DATA_TYPE_STATE(409, false),
    SCHEMA_UNUSABLE(422, false),

    // Registry: transformations (Điều 8.4)
    TRANSFORMATION_STATE(409, false),
    TRANSFORMATION_UNUSABLE(422, false),
    TRANSFORMATION_UNTRIED(409, false),
    TRANSFORMATION_IN_USE(409, false),

    // Registry: reorganisation (Điều 7.2)
    REORGANISATION_STATE(409, false),
    REORGANISATION_INVALID(422, false),
    REORGANISATION_NOT_DUE(409, true),
    REORGANISATION_UNDO_LATE(409, false),
    REORGANISATION_BUILT_ON(409, false),

    // Registry: lists from outside
    IMPORT_STATE_CONFLICT(409, false),
    FILE_UNREADABLE(422, false),
    ZONE_TAKEN(409, false),
    ZONE_IN_USE(409, false),

    // Sample data
    SAMPLE_DATA_CONFLICT(409, false),

    // The platform
    STORAGE_FULL(507, true),
    UNAVAILABLE(503, true),
    INTERNAL(500, true);

    private final int status;
    private final boolean retry;

    ErrorCode(int status, boolean retry) {
        this.status = status;
        this.retry = retry;
    }

    /** The code as the outside knows it, e.g. {@code signature-invalid}; never changes once released. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the same intent, sent again, can succeed without anybody changing anything. */
    public boolean retry() {
        return retry;
    }

    /** Finds an entry by its outside code. */
    public static Optional<ErrorCode> byCode(String code) {
        return Arrays.stream(values())
                .filter(entry -> entry.code().equals(code))
                .findFirst();
    }
}
