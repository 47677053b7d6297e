package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lgsp.authentication.control.AnswerTokens;
import vn.lgsp.authentication.control.KeyDirectory;
import vn.lgsp.authentication.control.PlatformKeys;
import vn.lgsp.model.Caller;

/** How the platform writes its answers about tickets (RFC 7662, RFC 9701), and the public keys that prove them (RFC 7517). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlatformAnswers {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Inject
    private PlatformKeys keys;

    @Inject
    private AnswerTokens tokens;

    @Inject
    private KeyDirectory directory;

    /** A public key of the platform, its numbers in base64url. */
    public record PublicKeyView(String id, String algorithm, String modulus, String exponent) {}

    /** The public keys with which signed answers are verified, newest first. */
    public List<PublicKeyView> keys() {
        return keys.published().stream()
                .map(key -> new PublicKeyView(
                        key.id().toString(),
                        PlatformKeys.ALGORITHM,
                        number(key.publicKey().getModulus()),
                        number(key.publicKey().getPublicExponent())))
                .toList();
    }

    /** An answer as JSON. */
    public String plain(TicketAnswer answer, String issuer) {
        return members(answer, issuer).toString();
    }

    /**
     * An answer as a signed JWT for one reader.
     *
     * @param reader the destination that asked
     * @param issuer how the platform is called at the address that was asked
     * @param nonce what the reader tells its questions apart by; null when it sent none
     */
    public String signed(TicketAnswer answer, String issuer, Caller reader, String nonce) {
        var now = Instant.now();
        var key = directory.usableKey(reader.keyId(), now);
        var builder = Json.createObjectBuilder();
        if (nonce != null) {
            builder.add("nonce", nonce);
        }
        var claims = builder.add("iss", issuer)
                .add("aud", key.map(found -> found.accessKey()).orElse(""))
                .add("iat", now.getEpochSecond())
                .add("token_introspection", members(answer, issuer))
                .build();
        var bySecret =
                answer.bySecret() ? key.flatMap(found -> tokens.bySecret(claims, found)) : Optional.<String>empty();
        return bySecret.orElseGet(() -> tokens.byPlatform(claims));
    }

    private static JsonObject members(TicketAnswer answer, String issuer) {
        var members = Json.createObjectBuilder().add("active", answer.active());
        if (!answer.active()) {
            return members.build();
        }
        return members.add("iss", issuer)
                .add("token_type", "Bearer")
                .add("client_id", answer.clientId())
                .add("sub", answer.application())
                .add("agency", answer.agency())
                .add("aud", answer.resource())
                .add("scope", answer.scope())
                .add("jti", answer.ticketId().toString())
                .add("iat", answer.issuedAt().getEpochSecond())
                .add("exp", answer.expiresAt().getEpochSecond())
                .add("request_verified", answer.requestVerified())
                .add("request_hash", answer.requestHash())
                .build();
    }

    /** Big-endian without a leading zero (RFC 7518 section 6.3). */
    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
