package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.authentication.control.Fuzz.Target;
import vn.lgsp.model.registry.Environment;

/** A short, repeatable part of what {@code ./lgsp fuzz} does: well formed inputs, and thousands of others made of them. */
class FuzzTest {
    private static final int EACH = 2_000;
    private static final long SEED = 20_260_101;

    /** Bytes that mean something to one of the readers. */
    private static final String MEANT = "\"\\%&=;,:/?+ \n\r\t\0(){}[]<>*~.-_'`|#@!$^0aA\u00ff\u0080";

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothing_else_than_a_refusal_comes_of_anything(Target target) {
        var chance = new Random(SEED + target.ordinal());
        var seeds = seeds(target);
        for (var seed : seeds) {
            fed(target, seed);
        }
        for (var i = 0; i < EACH; i++) {
            fed(target, mutated(seeds, chance));
        }
    }

    private static void fed(Target target, byte[] bytes) {
        assertThatCode(() -> Fuzz.feed(target, bytes))
                .as(() -> target + " of " + new String(bytes, ISO_8859_1))
                .doesNotThrowAnyException();
    }

    private static byte[] mutated(List<byte[]> seeds, Random chance) {
        var bytes = seeds.get(chance.nextInt(seeds.size())).clone();
        for (var changes = 1 + chance.nextInt(4); changes > 0; changes--) {
            var at = bytes.length == 0 ? 0 : chance.nextInt(bytes.length);
            bytes = switch (chance.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> inserted(bytes, at, new byte[] {meant(chance)});
                case 2 ->
                    inserted(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chance.nextInt(40))));
                case 3 -> inserted(bytes, at, seeds.get(chance.nextInt(seeds.size())));
                default -> replaced(bytes, at, meant(chance));
            };
        }
        return bytes;
    }

    private static byte meant(Random chance) {
        return chance.nextInt(4) == 0
                ? (byte) chance.nextInt(256)
                : (byte) MEANT.charAt(chance.nextInt(MEANT.length()));
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        var longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    private static byte[] replaced(byte[] bytes, int at, byte with) {
        if (bytes.length > 0) {
            bytes[at] = with;
        }
        return bytes;
    }

    private static List<byte[]> seeds(Target target) {
        var input =
                "lgsp=(\"@method\" \"@target-uri\" \"@query-param\";name=\"q\" \"x-a\";bs);created=1;keyid=\"a\";nonce=\"12345678\";alg=\"hmac-sha256\";tag=\"lgsp-1\";expires=2";
        var digest = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:, sha-512=:AAAA:";
        var aws =
                "AWS4-HMAC-SHA256 Credential=AK1/20260101/r/s3/aws4_request, SignedHeaders=content-type;host, Signature="
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        var oauth =
                "OAuth realm=\"R\", oauth_consumer_key=\"AK1\", oauth_nonce=\"n\", oauth_signature_method=\"HMAC-SHA256\", "
                        + "oauth_timestamp=\"1767225600\", oauth_body_hash=\"47DEQpj8HBSa%2B%2FTImW%2B5JCeuQeRkm5NMpJWZG3hSuFU%3D\", oauth_signature=\"AAAA\"";
        var json = "{\"AccessKey\":\"a\\u0041\",\"SecretKey\":\"b\",\"x\":-1.5,\"y\":null}";
        var query = "a=1&a=2&b=%E1%BB%9F&c=x+y&d&=e&f==&%41=%2f";
        return switch (target) {
            case SIGNATURE_INPUT -> seeds(input, "a=(\"b\")", "sig1=();tag=\"x\", " + input);
            case SIGNATURE -> seeds("lgsp=:AAAA:", "a=1, lgsp=:AA==:", "lgsp=?1");
            case STRUCTURED_FIELDS ->
                seeds(input, digest, "a=?1, b=1.5;c, d=tok:en/x, e=(1 2);f=\"\\\"\", g=@5, h=%\"x%c3\"");
            case CONTENT_DIGEST -> seeds(digest, "md5=:AAAA:", "sha-256=:AAAA:");
            case SIGNATURE_V4 -> seeds(aws, aws.replace("AWS4", "LGSP4").replace("aws4", "lgsp4"), "AWS4-HMAC-SHA256");
            case OAUTH1 -> seeds(oauth, oauth.replace("HMAC-SHA256", "RSA-SHA1"), "OAuth");
            case ACCESS_TOKEN_HEADER ->
                seeds(java.util.Base64.getEncoder().encodeToString(json.getBytes(UTF_8)), json, "{}", "e30=");
            case SESSION_TOKEN ->
                seeds(
                        "lgsp_se_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA000000",
                        "lgsp_se_",
                        KeyFormat.newAccessKey(Environment.TEST, new Random(SEED)));
            case CLIENT_ASSERTION ->
                seeds(
                        "{\"iss\":\"k\",\"sub\":\"k\",\"aud\":\"https://lgsp.example.vn\",\"jti\":\"12345678\",\"iat\":1767225600,\"exp\":1767225660}",
                        "{\"alg\":\"ES256\",\"kid\":\"a\",\"typ\":\"JWT\"}",
                        "eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
                        "{\"iat\":" + "9".repeat(1_101) + "}");
            case QUERY -> seeds(query, "X-Amz-Signature=1", "oauth_signature=1");
            case REQUEST, PASTED_REQUEST ->
                seeds(
                        "GET /api/v1/inbox?" + query + "\nHost: lgsp.example.vn\nSignature-Input: " + input
                                + "\nSignature: lgsp=:AAAA:\nX-A: 1",
                        "POST https://lgsp.example.vn/a%20b HTTP/1.1\nHost: lgsp.example.vn\nX-Amz-Date: 20260101T000000Z\nContent-Type: a/b\nContent-Length: 1\nContent-Digest: "
                                + digest + "\nAuthorization: " + aws + "\n\n{}",
                        "POST /a?" + query
                                + "\nHost: x:1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 1\nAuthorization: "
                                + oauth + "\n\n" + query,
                        "GET /\nlgspaccesstoken: e30=");
        };
    }

    private static List<byte[]> seeds(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(ISO_8859_1)).toList();
    }
}
