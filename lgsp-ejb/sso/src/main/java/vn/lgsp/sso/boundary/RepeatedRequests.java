package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.sso.control.RepeatedRequestRows;

/**
 * Requests of people's programs that create something and may be sent again, after a lost answer for example (Idempotency-Key,
 * draft-ietf-httpapi-idempotency-key-header). What is created and the answer to it are written in one transaction: after a crash there are
 * both or neither, and the same request again is safe whatever happened to the first.
 */
@Stateless
public class RepeatedRequests {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    @Inject
    private RepeatedRequestRows rows;

    /**
     * An answer as it was given.
     *
     * @param status of HTTP, 2xx
     * @param location may be null
     * @param etag may be null
     * @param body JSON
     */
    public record Answer(int status, String location, String etag, String body) {}

    /**
     * Acts, or gives the answer of the first time when the same person sent the same request with the same key within 24 hours. A request that
     * was refused leaves nothing behind: the key is free for the next attempt.
     *
     * @param key chosen by whoever sends: 1–128 printable ASCII characters
     * @param hash SHA-256 of all that the request says
     * @param act creates what is asked for, in the transaction of this method
     * @throws LgspException REQUEST_INVALID naming {@code Idempotency-Key}; IDEMPOTENCY_KEY_REUSED when the key came with another request;
     *     IDEMPOTENCY_KEY_IN_USE while the first is being carried out, on whatever node; whatever the act refuses
     */
    public Answer once(Staff staff, String key, byte[] hash, Supplier<Answer> act) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("Idempotency-Key", "form")));
        }
        if (!rows.hold(staff.accountId(), key)) {
            throw new LgspException(ErrorCode.IDEMPOTENCY_KEY_IN_USE);
        }
        Optional<RepeatedRequestRows.Kept> kept = rows.find(staff.accountId(), key);
        if (kept.isPresent()) {
            if (!MessageDigest.isEqual(kept.get().hash(), hash)) {
                throw new LgspException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            return kept.get().answer();
        }
        Answer answer = act.get();
        rows.keep(staff.accountId(), key, hash, answer);
        return answer;
    }
}
