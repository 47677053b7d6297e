package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client assertion (RFC 7523). Everything is right unless it is said to be wrong. */
public final class Jwt {
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    /** An assertion of an application for its platform. */
    public static Jwt of(Application application) {
        return of(application.credentials().accessKey(), application.base().toString());
    }

    /** An assertion of an access key. */
    public static Jwt of(String accessKey, String issuer) {
        Jwt jwt = new Jwt();
        long now = Instant.now().getEpochSecond();
        return jwt.claim("iss", accessKey)
                .claim("sub", accessKey)
                .claim("aud", issuer)
                .claim("jti", UUID.randomUUID().toString())
                .claim("iat", now)
                .claim("exp", now + 60);
    }

    /** Sets a claim; null takes it out. */
    public Jwt claim(String name, Object value) {
        claims.compute(name, (any, old) -> value);
        return this;
    }

    /** Sets a member of the header. */
    public Jwt header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    /** Signed with the application's own secret. */
    public String by(Application application) {
        return bySecret(application.credentials().secret().getBytes(UTF_8));
    }

    /** Signed with HS256. */
    public String bySecret(byte[] secret) {
        return signed("HS256", input -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input);
        });
    }

    /** Signed with a private key: RS256, PS256, PS512, ES256 or EdDSA. */
    public String byKey(String algorithm, KeyPair keys) {
        return signed(algorithm, input -> signature(algorithm, keys.getPrivate(), input));
    }

    /** Not signed at all. */
    public String unsigned() {
        return signed("none", input -> new byte[0]);
    }

    private interface Signing {
        byte[] sign(byte[] input) throws GeneralSecurityException;
    }

    private String signed(String algorithm, Signing signing) {
        header.putIfAbsent("alg", algorithm);
        String input = encoded(Json.write(header)) + "." + encoded(Json.write(claims));
        try {
            return input + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signing.sign(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(String algorithm, PrivateKey key, byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case "RS256" -> "SHA256withRSA";
                    case "PS256", "PS512" -> "RSASSA-PSS";
                    case "ES256" -> "SHA256withECDSAinP1363Format";
                    default -> "Ed25519";
                });
        if (algorithm.equals("PS256")) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        } else if (algorithm.equals("PS512")) {
            signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        }
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
