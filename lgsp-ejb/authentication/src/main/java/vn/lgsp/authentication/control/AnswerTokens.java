package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lgsp.crypto.KeyVault;

/** Writes signed answers as JWTs (RFC 7519, RFC 9701). */
@ApplicationScoped
public class AnswerTokens {
    /** What distinguishes an answer about a ticket from every other JWT (RFC 9701 section 5). */
    public static final String TYPE = "token-introspection+jwt";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Inject
    private PlatformKeys keys;

    @EJB
    private KeyVault vault;

    /** Signs with the platform's own key. */
    public String byPlatform(JsonObject claims) {
        var key = keys.signing();
        var header = Json.createObjectBuilder()
                .add("alg", PlatformKeys.ALGORITHM)
                .add("typ", TYPE)
                .add("kid", key.id().toString())
                .build();
        var input = input(header, claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(input.getBytes(US_ASCII));
            return input + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the platform cannot sign.", e);
        }
    }

    /** Signs with a secret that the reader has too; empty when the reader's key is a public one. */
    public Optional<String> bySecret(JsonObject claims, StoredKey reader) {
        if (reader.wrappedSecret() == null) {
            return Optional.empty();
        }
        var header =
                Json.createObjectBuilder().add("alg", "HS256").add("typ", TYPE).build();
        var input = input(header, claims);
        var secret = vault.unwrap(reader.wrappedSecret(), Verification.context(reader.id()));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Optional.of(input + "." + BASE64.encodeToString(mac.doFinal(input.getBytes(US_ASCII))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256.", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static String input(JsonObject header, JsonObject claims) {
        return BASE64.encodeToString(header.toString().getBytes(UTF_8)) + "."
                + BASE64.encodeToString(claims.toString().getBytes(UTF_8));
    }
}
