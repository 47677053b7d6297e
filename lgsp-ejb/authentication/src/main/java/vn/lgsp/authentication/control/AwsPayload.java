package vn.lgsp.authentication.control;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * What an AWS Signature V4 says of the body.
 *
 * <p>The last line of the canonical request is the SHA-256 of the body, and the header {@code X-Amz-Content-Sha256} repeats it. Where that
 * header, or {@code Content-Digest}, is among the signed headers, it binds the body by itself; the last line may then be that of an empty body,
 * which is what curl writes for {@code -T}. Without either the body has to be in memory.
 *
 * @param lines what the last line may be
 * @param body what the body must be
 */
record AwsPayload(Set<String> lines, BodyDigest body) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String EMPTY = hex(new byte[0]);

    /**
     * Reads what is said of the body.
     *
     * @throws LgspException {@code signature-malformed}, {@code digest-malformed}, {@code digest-missing} when a body that streams has no digest
     *     that is signed
     */
    static AwsPayload of(SignedRequest request, AwsAuthorization authorization) {
        var written = authorization.vendor().header("Content-Sha256");
        var header = written.toLowerCase(java.util.Locale.ROOT);
        RequestHeaders.requireSingleLine(request, header);
        var digest = request.has("content-digest") ? ContentDigests.read(request) : null;
        if (request.has(header)) {
            var value = request.lines(header).get(0);
            var signed = authorization.signedHeaders().contains(header);
            return value.equals(UNSIGNED) ? unsigned(request, digest) : stated(value, written, signed, digest);
        }
        if (digest != null) {
            return declared(digest, request);
        }
        if (!request.announcesBody()) {
            return new AwsPayload(Set.of(EMPTY), BodyDigest.none());
        }
        if (request.body() == null) {
            throw new LgspException(ErrorCode.DIGEST_MISSING);
        }
        var sha256 = Sha256.of(request.body().get());
        return new AwsPayload(Set.of(HexFormat.of().formatHex(sha256)), BodyDigest.of(sha256, null));
    }

    private static AwsPayload unsigned(SignedRequest request, BodyDigest digest) {
        if (digest != null) {
            return new AwsPayload(Set.of(UNSIGNED), digest);
        }
        return new AwsPayload(Set.of(UNSIGNED), request.announcesBody() ? BodyDigest.open() : BodyDigest.none());
    }

    private static AwsPayload stated(String value, String written, boolean signed, BodyDigest digest) {
        if (!HEX.matcher(value).matches()) {
            // STREAMING-… among them: signatures in the middle of a body are not read.
            throw Refusal.form(written);
        }
        var sha256 = HexFormat.of().parseHex(value);
        if (digest != null
                && digest.sha256()
                        .filter(other -> !other.equals(Digest.of(sha256)))
                        .isPresent()) {
            throw new LgspException(ErrorCode.BODY_DIGEST_MISMATCH);
        }
        return new AwsPayload(signed ? orEmpty(value) : Set.of(value), BodyDigest.of(sha256, null));
    }

    /** {@code Content-Digest}, which is always signed where it is there. */
    private static AwsPayload declared(BodyDigest digest, SignedRequest request) {
        if (digest.sha256().isPresent()) {
            return new AwsPayload(orEmpty(digest.sha256().get().hex()), digest);
        }
        return new AwsPayload(
                request.body() == null
                        ? Set.of(EMPTY)
                        : orEmpty(hex(request.body().get())),
                digest);
    }

    private static Set<String> orEmpty(String line) {
        var lines = new LinkedHashSet<String>();
        lines.add(line);
        lines.add(EMPTY);
        return lines;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
