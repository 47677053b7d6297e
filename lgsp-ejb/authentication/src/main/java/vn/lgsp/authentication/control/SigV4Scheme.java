package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * AWS Signature Version 4 under the vendor names {@code aws} and {@code lgsp}: what curl ({@code --aws-sigv4}), Postman and every AWS SDK make.
 *
 * <p>Only the header form; a signature in the query would let whoever sees an address act for the application. {@code host} must be signed,
 * with a body {@code content-type}, and whatever of {@link RequestHeaders#MEANING} the request has. Date, region and service may be any: the key
 * is derived from them. The scheme has no nonce, so the signature is it: a request counts once, also within one second.
 */
final class SigV4Scheme implements Scheme {
    /** As AWS has it. */
    private static final Duration WINDOW = Duration.ofSeconds(900);

    private static final String HMAC = "HmacSHA256";
    private static final Pattern QUERY_FORM =
            Pattern.compile("(?:^|&)(X-(?:Amz|Lgsp)-(?:Signature|Algorithm|Credential))=", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    @Override
    public boolean recognises(SignedRequest request) {
        return request.lines("authorization").stream()
                        .anyMatch(line -> AwsVendor.of(line).isPresent())
                || request.query() != null
                        && QUERY_FORM.matcher(request.query()).find();
    }

    @Override
    public Claim read(SignedRequest request, List<BaseUrl> own) {
        RequestHeaders.requireSingleLines(request);
        requireHeaderForm(request);
        var authorization = AwsAuthorization.read(request);
        var time = time(request, authorization);
        requireCoverage(request, authorization);
        var payload = AwsPayload.of(request, authorization);
        return new Claim(
                SignatureScheme.SIGNATURE_V4,
                authorization.accessKey(),
                Algorithm.HMAC_SHA256.label(),
                secret -> key(secret, authorization),
                text -> stringToSign(text, authorization, TIME.format(time.atOffset(ZoneOffset.UTC))),
                new AwsCanonicalRequest(request, authorization).texts(own, payload.lines()),
                Set.copyOf(authorization.signedHeaders()),
                time,
                null,
                WINDOW,
                authorization.signature(),
                payload.body(),
                authorization.signatureBytes());
    }

    private static void requireHeaderForm(SignedRequest request) {
        if (request.query() == null) {
            return;
        }
        var found = QUERY_FORM.matcher(request.query());
        if (found.find()) {
            throw new LgspException(ErrorCode.SIGNATURE_METHOD_REFUSED, found.group(1));
        }
    }

    private static Instant time(SignedRequest request, AwsAuthorization authorization) {
        var header = authorization.vendor().header("Date");
        var lines = request.lines(header.toLowerCase(Locale.ROOT));
        if (lines.isEmpty()) {
            throw Refusal.required(header);
        }
        if (lines.size() > 1) {
            throw Refusal.duplicate(header);
        }
        try {
            var time = LocalDateTime.parse(lines.get(0), TIME).toInstant(ZoneOffset.UTC);
            if (!lines.get(0).startsWith(authorization.date())) {
                throw Refusal.form("Credential");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw Refusal.form(header);
        }
    }

    private static void requireCoverage(SignedRequest request, AwsAuthorization authorization) {
        var required = new ArrayList<>(RequestHeaders.MEANING);
        if (request.announcesBody()) {
            required.add("content-type");
        }
        required.removeIf(name -> !request.has(name));
        required.add("host");
        for (var name : required) {
            if (!authorization.signedHeaders().contains(name)) {
                throw Refusal.uncovered(name);
            }
        }
    }

    private static byte[] key(byte[] secret, AwsAuthorization authorization) {
        var prefix = authorization.vendor().secretPrefix().getBytes(US_ASCII);
        var key = Arrays.copyOf(prefix, prefix.length + secret.length);
        System.arraycopy(secret, 0, key, prefix.length, secret.length);
        for (var part : authorization.scope().split("/")) {
            var next = Algorithm.mac(HMAC, key, part.getBytes(US_ASCII));
            Arrays.fill(key, (byte) 0);
            key = next;
        }
        return key;
    }

    private static byte[] stringToSign(byte[] text, AwsAuthorization authorization, String time) {
        return String.join("\n", authorization.vendor().algorithm(), time, authorization.scope(), AwsPayload.hex(text))
                .getBytes(US_ASCII);
    }
}
