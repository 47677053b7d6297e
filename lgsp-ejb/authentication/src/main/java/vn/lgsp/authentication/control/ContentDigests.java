package vn.lgsp.authentication.control;

import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Reads {@code Content-Digest} (RFC 9530). sha-256 and sha-512 count; all others are ignored, insecure ones like md5 among them. */
public final class ContentDigests {
    private static final int MAX_LENGTH = 1024;

    private ContentDigests() {}

    /**
     * Reads the digests that the request declares.
     *
     * @throws LgspException {@code digest-malformed}, or {@code digest-missing} when none is of a kind that counts
     */
    public static BodyDigest read(SignedRequest request) {
        var members = StructuredFields.dictionary(request.lines("content-digest"), MAX_LENGTH)
                .orElseThrow(() -> new LgspException(ErrorCode.DIGEST_MALFORMED));
        var sha256 = bytes(members.get("sha-256"), 32);
        var sha512 = bytes(members.get("sha-512"), 64);
        if (sha256 == null && sha512 == null) {
            throw new LgspException(ErrorCode.DIGEST_MISSING);
        }
        return BodyDigest.of(sha256, sha512);
    }

    private static byte[] bytes(ListElement<? extends Object> member, int length) {
        if (member == null) {
            return null;
        }
        if (!(member instanceof ByteSequenceItem item) || item.get().remaining() != length) {
            throw new LgspException(ErrorCode.DIGEST_MALFORMED);
        }
        return Octets.of(item);
    }
}
