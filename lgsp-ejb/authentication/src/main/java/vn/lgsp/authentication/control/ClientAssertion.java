package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Reads the JWT with which a client says who it is at the token endpoint (RFC 7523 section 3, {@code client_secret_jwt} and
 * {@code private_key_jwt}). It only reads: the one verification core finds the key by {@code iss} and verifies with the algorithm that the
 * key is registered for. Nothing in the header chooses a key: {@code kid} is passed over, headers that name or carry keys are refused.
 */
final class ClientAssertion {
    /** A client's clock may be ahead by so much. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /** From {@code iat} to {@code exp} at most. */
    static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

    private static final int LONGEST = 4096;
    private static final int LONGEST_KEY = 60;
    private static final int SHORTEST_ID = 8;
    private static final int LONGEST_ID = 128;
    private static final Pattern COMPACT =
            Pattern.compile("([A-Za-z0-9_-]{1,1024})\\.([A-Za-z0-9_-]{1,2048})\\.([A-Za-z0-9_-]{1,1024})");
    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z0-9._=-]{1,128}");
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    private static final JsonReaderFactory STRICT =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    /** What RFC 7518 and RFC 8037 call the algorithms of registered keys. */
    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "HS256", Algorithm.HMAC_SHA256,
            "RS256", Algorithm.RSA_V1_5_SHA256,
            "PS256", Algorithm.PS256,
            "PS512", Algorithm.RSA_PSS_SHA512,
            "ES256", Algorithm.ECDSA_P256_SHA256,
            "EdDSA", Algorithm.ED25519,
            "Ed25519", Algorithm.ED25519);

    private ClientAssertion() {}

    /**
     * Reads an assertion.
     *
     * @param issuers the addresses of this platform, one of which must be the audience
     * @throws LgspException {@code assertion-not-usable} with the member at fault
     */
    static Claim read(String assertion, List<String> issuers, Instant now) {
        var parts = COMPACT.matcher(assertion == null ? "" : assertion);
        if (assertion == null || assertion.length() > LONGEST || !parts.matches()) {
            throw fault("client_assertion");
        }
        var header = object("header", parts.group(1));
        var claims = object("payload", parts.group(2));
        var algorithm = algorithm(header);
        var key = text(claims, "iss", 1, LONGEST_KEY);
        if (!key.equals(text(claims, "sub", 1, LONGEST_KEY))) {
            throw fault("sub");
        }
        // A string only: an assertion for several places could be passed on from one to the other.
        if (!(claims.get("aud") instanceof JsonString audience) || !issuers.contains(audience.getString())) {
            throw fault("aud");
        }
        var id = text(claims, "jti", SHORTEST_ID, LONGEST_ID);
        var issued = time(claims, "iat");
        var expires = time(claims, "exp");
        requireInTime(claims, issued, expires, now);
        return new Claim(
                SignatureScheme.CLIENT_ASSERTION,
                key,
                algorithm.label(),
                KeyDerivation.NONE,
                Framing.NONE,
                List.of((parts.group(1) + "." + parts.group(2)).getBytes(US_ASCII)),
                Set.of(),
                issued,
                expires,
                LONGEST_LIFE.plus(SKEW),
                id,
                BodyDigest.open(),
                bytes("signature", parts.group(3)));
    }

    private static Algorithm algorithm(JsonObject header) {
        for (var name : header.keySet()) {
            if (!HEADERS.contains(name)) {
                throw fault(printable(name));
            }
        }
        var kid = header.get("kid");
        if (kid != null
                && !(kid instanceof JsonString name
                        && KEY_NAME.matcher(name.getString()).matches()
                        && !name.getString().contains(".."))) {
            throw fault("kid");
        }
        var type = header.get("typ");
        if (type != null
                && !(type instanceof JsonString name
                        && Set.of("jwt", "client-authentication+jwt")
                                .contains(name.getString().toLowerCase(java.util.Locale.ROOT)))) {
            throw fault("typ");
        }
        var algorithm = header.get("alg") instanceof JsonString name ? ALGORITHMS.get(name.getString()) : null;
        if (algorithm == null) {
            throw fault("alg");
        }
        return algorithm;
    }

    private static void requireInTime(JsonObject claims, Instant issued, Instant expires, Instant now) {
        if (issued.isAfter(now.plus(SKEW))) {
            throw fault("iat");
        }
        if (!expires.isAfter(now) || !expires.isAfter(issued) || expires.isAfter(issued.plus(LONGEST_LIFE))) {
            throw fault("exp");
        }
        if (claims.containsKey("nbf") && time(claims, "nbf").isAfter(now.plus(SKEW))) {
            throw fault("nbf");
        }
    }

    private static JsonObject object(String part, String encoded) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(part, encoded)));
            try (var reader =
                    STRICT.createReader(new ByteArrayInputStream(text.toString().getBytes(UTF_8)), UTF_8)) {
                return reader.readObject();
            }
        } catch (CharacterCodingException
                | JsonException
                | IllegalStateException
                | ArithmeticException
                | NumberFormatException
                | UnsupportedOperationException e) {
            // The last ones: numbers with more digits than the parser takes.
            throw fault(part);
        }
    }

    /** Base64url without padding, and nothing in the bits that are left over. */
    private static byte[] bytes(String part, String encoded) {
        try {
            var bytes = Base64.getUrlDecoder().decode(encoded);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal
        }
        throw fault(part);
    }

    private static String text(JsonObject claims, String name, int min, int max) {
        if (claims.get(name) instanceof JsonString text
                && text.getString().length() >= min
                && text.getString().length() <= max
                && text.getString().chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return text.getString();
        }
        throw fault(name);
    }

    private static Instant time(JsonObject claims, String name) {
        try {
            if (claims.get(name) instanceof JsonNumber number
                    && number.isIntegral()
                    && number.bigIntegerValue().bitLength() < 40) {
                return Instant.ofEpochSecond(number.longValue());
            }
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            // More digits than the reader of numbers takes: refused as every other number that is no time.
        }
        throw fault(name);
    }

    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_.#:-]{1,40}") ? name : "header";
    }

    private static LgspException fault(String member) {
        return new LgspException(ErrorCode.ASSERTION_NOT_USABLE, member);
    }
}
