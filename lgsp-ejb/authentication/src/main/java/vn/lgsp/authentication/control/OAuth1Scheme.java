package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * OAuth 1.0a with two legs (RFC 5849 without a token), parameters in the header {@code Authorization}.
 *
 * <ul>
 *   <li>HMAC-SHA256 and RSA-SHA256; HMAC-SHA1 with a waiver. RSA-SHA1 is not accepted from anybody: an RSA signature over SHA-1 can be moved
 *       to other content. Neither is PLAINTEXT.
 *   <li>The body is signed as parameters when it is a form, else by {@code oauth_body_hash}, which is SHA-256 or, with the waiver for SHA-1,
 *       SHA-1: libraries that sign with SHA-256 still write the latter. A body with neither needs a waiver.
 *   <li>Headers are not signed, whatever they are.
 * </ul>
 */
final class OAuth1Scheme implements Scheme {
    private static final Map<String, Algorithm> METHODS = Map.of(
            "HMAC-SHA1", Algorithm.HMAC_SHA1,
            "HMAC-SHA256", Algorithm.HMAC_SHA256,
            "RSA-SHA256", Algorithm.RSA_V1_5_SHA256);

    private static final Pattern QUERY_FORM =
            Pattern.compile("(?:^|&)(oauth_(?:signature|consumer_key|signature_method))=");
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded[ \t]*(?:;.*)?", Pattern.CASE_INSENSITIVE);
    private static final int MAX_METHOD = 40;
    private static final int MAX_SIGNATURE = 1_024;
    private static final int SHA1 = 20;
    private static final int SHA256 = 32;

    private final Supplier<Duration> window;

    /** @param window how far the time of signing may be from now, either way; asked for each request */
    OAuth1Scheme(Supplier<Duration> window) {
        this.window = window;
    }

    @Override
    public boolean recognises(SignedRequest request) {
        return request.lines("authorization").stream().anyMatch(OAuthAuthorization::isOAuth)
                || request.query() != null
                        && QUERY_FORM.matcher(request.query()).find();
    }

    @Override
    public Claim read(SignedRequest request, List<BaseUrl> own) {
        RequestHeaders.requireSingleLines(request);
        requireHeaderForm(request);
        var authorization = OAuthAuthorization.read(request);
        var algorithm = algorithm(authorization);
        requireTwoLegs(authorization);
        var form = form(request);
        return new Claim(
                SignatureScheme.OAUTH1,
                authorization.require(OAuthAuthorization.CONSUMER_KEY, MessageSignatureScheme.MAX_KEY),
                algorithm.label(),
                OAuth1Scheme::key,
                Framing.NONE,
                texts(request, own, authorization, form),
                Set.of("@method", "@target-uri"),
                authorization.timestamp(),
                null,
                window.get(),
                authorization.nonce(),
                body(request, authorization, form),
                base64(authorization, OAuthAuthorization.SIGNATURE));
    }

    private static void requireHeaderForm(SignedRequest request) {
        if (request.query() == null) {
            return;
        }
        var found = QUERY_FORM.matcher(request.query());
        if (found.find()) {
            throw new LgspException(ErrorCode.SIGNATURE_METHOD_REFUSED, found.group(1) + " (query)");
        }
    }

    private static Algorithm algorithm(OAuthAuthorization authorization) {
        var method = authorization.require(OAuthAuthorization.METHOD, MAX_METHOD);
        var algorithm = METHODS.get(method);
        if (algorithm == null) {
            throw new LgspException(
                    ErrorCode.SIGNATURE_METHOD_REFUSED,
                    SHOWN.matcher(method).matches() ? method : OAuthAuthorization.METHOD);
        }
        return algorithm;
    }

    private static void requireTwoLegs(OAuthAuthorization authorization) {
        if (!authorization.values().getOrDefault("oauth_token", "").isEmpty()) {
            throw Refusal.unknown("oauth_token");
        }
        if (!authorization.values().getOrDefault("oauth_version", "1.0").equals("1.0")) {
            throw Refusal.form("oauth_version");
        }
    }

    /** The parameters of a body that is a form and in memory; null for every other body. */
    private static List<Parameter> form(SignedRequest request) {
        return request.announcesBody()
                        && request.body() != null
                        && request.lines("content-type").stream()
                                .anyMatch(type -> FORM.matcher(type).matches())
                ? Parameter.read(new String(request.body().get(), ISO_8859_1), "body")
                : null;
    }

    /** The signature base string (RFC 5849 section 3.4.1) for each address. */
    private static List<byte[]> texts(
            SignedRequest request, List<BaseUrl> own, OAuthAuthorization authorization, List<Parameter> form) {
        var parameters = new ArrayList<Parameter>();
        parameters.addAll(unsigned(Parameter.read(request.query(), "query"), "query"));
        if (form != null) {
            parameters.addAll(unsigned(form, "body"));
        }
        parameters.addAll(authorization.signed());
        var sorted = parameters.stream()
                .sorted(Parameter.ORDER)
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
        var path = RequestHeaders.requireOneLine(request.path().isEmpty() ? "/" : request.path(), "path");
        return own.stream()
                .map(url -> String.join(
                                "&",
                                PercentEncoding.encode(request.method().getBytes(ISO_8859_1)),
                                PercentEncoding.encode((url + path).getBytes(ISO_8859_1)),
                                PercentEncoding.encode(sorted.getBytes(US_ASCII)))
                        .getBytes(US_ASCII))
                .toList();
    }

    /** Parameters of the scheme have one place, and the order of others that have one name is not signed, so there is only one order. */
    private static List<Parameter> unsigned(List<Parameter> parameters, String field) {
        for (var parameter : parameters) {
            if (parameter.name().startsWith(OAuthAuthorization.PREFIX)) {
                throw Refusal.duplicate(OAuthAuthorization.PREFIX + "…");
            }
        }
        if (!Parameter.sameNamesInOrder(parameters)) {
            throw Refusal.duplicate(field);
        }
        return parameters;
    }

    private static BodyDigest body(SignedRequest request, OAuthAuthorization authorization, List<Parameter> form) {
        if (authorization.has(OAuthAuthorization.BODY_HASH)) {
            var hash = base64(authorization, OAuthAuthorization.BODY_HASH);
            return switch (hash.length) {
                case SHA1 -> BodyDigest.ofSha1(hash);
                case SHA256 -> BodyDigest.of(hash, null);
                default -> throw Refusal.form(OAuthAuthorization.BODY_HASH);
            };
        }
        if (form != null) {
            return BodyDigest.of(Sha256.of(request.body().get()), null);
        }
        return request.announcesBody() ? BodyDigest.open() : BodyDigest.none();
    }

    private static byte[] base64(OAuthAuthorization authorization, String name) {
        try {
            return Base64.getDecoder().decode(authorization.require(name, MAX_SIGNATURE));
        } catch (IllegalArgumentException e) {
            throw Refusal.form(name);
        }
    }

    /** The secret, encoded, and that of a token, of which there is none (RFC 5849 section 3.4.2). */
    private static byte[] key(byte[] secret) {
        var encoded = PercentEncoding.encode(secret).getBytes(US_ASCII);
        var key = Arrays.copyOf(encoded, encoded.length + 1);
        key[encoded.length] = '&';
        Arrays.fill(encoded, (byte) 0);
        return key;
    }
}
