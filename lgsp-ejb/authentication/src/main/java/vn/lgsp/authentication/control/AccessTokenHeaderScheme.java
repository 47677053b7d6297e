package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.authentication.SignatureScheme;

/**
 * The header {@code lgspaccesstoken} of older software: a JSON object in Base64 with access key and secret. Nothing is signed; the secret itself
 * travels. So it counts only over channels that nobody listens to, and only while the application has a waiver, which has an end.
 */
final class AccessTokenHeaderScheme implements Scheme {
    private static final int MAX = 2_048;
    private static final int MAX_SECRET = 200;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    @Override
    public boolean recognises(SignedRequest request) {
        return request.has(SignedRequest.ACCESS_TOKEN_HEADER);
    }

    @Override
    public Claim read(SignedRequest request, List<BaseUrl> own) {
        RequestHeaders.requireSingleLines(request);
        RequestHeaders.requireSingleLine(request, SignedRequest.ACCESS_TOKEN_HEADER);
        var members = members(request.lines(SignedRequest.ACCESS_TOKEN_HEADER).get(0));
        return new Claim(
                SignatureScheme.ACCESS_TOKEN_HEADER,
                require(members, "AccessKey", MessageSignatureScheme.MAX_KEY),
                Algorithm.SECRET_SENT.label(),
                KeyDerivation.NONE,
                Framing.NONE,
                List.of(new byte[0]),
                Set.of(),
                null,
                null,
                Duration.ZERO,
                null,
                BodyDigest.declaredBy(request),
                require(members, "SecretKey", MAX_SECRET).getBytes(US_ASCII));
    }

    private static Map<String, String> members(String value) {
        if (value.length() > MAX) {
            throw Refusal.form(SignedRequest.ACCESS_TOKEN_HEADER);
        }
        try {
            var json = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(value)))
                    .toString();
            return FlatJson.read(json).orElseThrow(() -> Refusal.form(SignedRequest.ACCESS_TOKEN_HEADER));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Refusal.form(SignedRequest.ACCESS_TOKEN_HEADER);
        }
    }

    private static String require(Map<String, String> members, String name, int max) {
        var value = members.get(name);
        if (value == null) {
            throw Refusal.required(name);
        }
        if (value.length() > max || !VISIBLE.matcher(value).matches()) {
            throw Refusal.form(name);
        }
        return value;
    }
}
