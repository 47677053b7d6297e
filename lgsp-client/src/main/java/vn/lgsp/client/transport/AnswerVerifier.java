package vn.lgsp.client.transport;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.client.signing.RequestSigner;

/**
 * Verifies signed answers about tickets (RFC 9701): by a published key of the platform, RS256, or by the secret that both have, HS256. The
 * published keys are kept for ten minutes, and asked for anew, at most once in ten seconds, when an answer names another.
 */
public final class AnswerVerifier {

    private static final String TYPE = "token-introspection+jwt";
    private static final Pattern COMPACT =
            Pattern.compile("([A-Za-z0-9_-]{1,1024})\\.([A-Za-z0-9_-]{1,32768})\\.([A-Za-z0-9_-]{1,1024})");
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration NOT_AGAIN = Duration.ofSeconds(10);

    private final Transport transport;
    private final RequestSigner signer;
    private final Clock clock;
    private Map<String, PublicKey> keys = Map.of();
    private Instant read = Instant.MIN;

    /** Verifies with this machine's clock, which must be within a minute of the platform's. */
    public AnswerVerifier(Transport transport, RequestSigner signer) {
        this(transport, signer, Clock.systemUTC());
    }

    AnswerVerifier(Transport transport, RequestSigner signer, Clock clock) {
        this.transport = transport;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Verifies an answer.
     *
     * @param answer a JWT, or anything
     * @return its claims; empty when the signature does not hold, it is no answer about a ticket, comes from elsewhere, or is older than a minute
     */
    public Optional<JsonObject> verify(String answer) {
        Matcher parts = COMPACT.matcher(answer);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            JsonObject header = object(parts.group(1));
            JsonObject claims = object(parts.group(2));
            byte[] input = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
            boolean good = TYPE.equals(header.getString("typ", null))
                    && !header.containsKey("crit")
                    && isSigned(header, input, Base64.getUrlDecoder().decode(parts.group(3)))
                    && isFresh(claims)
                    && isFromPlatform(claims);
            return good ? Optional.of(claims) : Optional.empty();
        } catch (IllegalArgumentException
                | JsonException
                | ClassCastException
                | IllegalStateException
                | ArithmeticException
                | NullPointerException
                | UnsupportedOperationException malformed) {
            return Optional.empty();
        }
    }

    private boolean isSigned(JsonObject header, byte[] input, byte[] signature) {
        return switch (header.getString("alg", "")) {
            case "HS256" -> signer.hasSigned(input, signature);
            case "RS256" ->
                key(header.getString("kid", ""))
                        .filter(key -> isSigned(key, input, signature))
                        .isPresent();
            default -> false;
        };
    }

    private static boolean isSigned(PublicKey key, byte[] input, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(input);
            return signature.verify(bytes);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private boolean isFresh(JsonObject claims) {
        long issued = claims.getJsonNumber("iat").longValueExact();
        return Math.abs(clock.instant().getEpochSecond() - issued) <= FRESH.toSeconds();
    }

    private boolean isFromPlatform(JsonObject claims) {
        return claims.get("iss") instanceof JsonString issuer
                && issuer.getString().equals(transport.endpoint().toString());
    }

    private synchronized Optional<PublicKey> key(String name) {
        Instant now = clock.instant();
        boolean old = read.isBefore(now.minus(KEPT));
        boolean unknown = !keys.containsKey(name) && read.isBefore(now.minus(NOT_AGAIN));
        if (old || unknown) {
            keys = published();
            read = now;
        }
        return Optional.ofNullable(keys.get(name));
    }

    private Map<String, PublicKey> published() {
        Map<String, PublicKey> found = new HashMap<>();
        JsonObject set = transport.json(Call.get("/oauth2/jwks").unsigned());
        for (JsonObject key : set.getJsonArray("keys").getValuesAs(JsonObject.class)) {
            if ("RSA".equals(key.getString("kty", null)) && "RS256".equals(key.getString("alg", null))) {
                found.put(key.getString("kid"), rsa(key.getString("n"), key.getString("e")));
            }
        }
        return Map.copyOf(found);
    }

    private static PublicKey rsa(String modulus, String exponent) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(modulus), number(exponent)));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException(noKey);
        }
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    private static JsonObject object(String encoded) {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded);
        try (var reader = JsonRecords.json().createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }
}
