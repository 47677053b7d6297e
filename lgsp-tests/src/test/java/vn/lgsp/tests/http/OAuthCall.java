package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request signed with OAuth 1.0 without a token, step by step as RFC 5849 has it, to be spoilt afterwards. */
public final class OAuthCall {
    private final Application application;
    private final String method;
    private final String target;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String mediaType;
    private byte[] body;
    private byte[] sent;
    private String secret;

    public OAuthCall(Application application, String method, String target) {
        this.application = application;
        this.method = method;
        this.target = target;
        this.secret = application.credentials().secret();
        with("oauth_consumer_key", application.credentials().accessKey());
        with("oauth_nonce", UUID.randomUUID().toString().substring(0, 11));
        with("oauth_signature_method", "HMAC-SHA256");
        at(Instant.now());
    }

    /** A parameter of the header. */
    public OAuthCall with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public OAuthCall at(Instant time) {
        return with("oauth_timestamp", Long.toString(time.getEpochSecond()));
    }

    public OAuthCall withSecret(String other) {
        secret = other;
        return this;
    }

    /** A body that is signed as parameters. */
    public OAuthCall form(String text) {
        return body("application/x-www-form-urlencoded", text.getBytes(UTF_8));
    }

    /** A body that the signature says nothing of. */
    public OAuthCall body(String type, byte[] bytes) {
        mediaType = type;
        body = bytes;
        return this;
    }

    /** A body and its hash: {@code SHA-256} or {@code SHA-1}. */
    public OAuthCall hashed(String type, byte[] bytes, String algorithm) {
        try {
            with(
                    "oauth_body_hash",
                    Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return body(type, bytes);
    }

    public OAuthCall bodyAfterSigning(byte[] bytes) {
        sent = bytes;
        return this;
    }

    /** The request; sent twice it is a replay. */
    public HttpRequest request() {
        List<String[]> signed = new ArrayList<>();
        parameters.forEach((name, value) -> signed.add(new String[] {encoded(name), encoded(value)}));
        int mark = target.indexOf('?');
        if (mark >= 0) {
            signed.addAll(pairs(target.substring(mark + 1)));
        }
        if (body != null && mediaType.startsWith("application/x-www-form-urlencoded")) {
            signed.addAll(pairs(new String(body, UTF_8)));
        }
        String normalised =
                signed.stream().map(pair -> pair[0] + "=" + pair[1]).sorted().collect(Collectors.joining("&"));
        String base = method + "&" + encoded(application.base() + (mark < 0 ? target : target.substring(0, mark))) + "&"
                + encoded(normalised);
        String header = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=\"" + encoded(parameter.getValue()) + "\"")
                .collect(Collectors.joining(", "));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.base() + target))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent == null ? body : sent))
                .header("Authorization", "OAuth " + header + ", oauth_signature=\"" + encoded(mac(base)) + "\"");
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        return request.build();
    }

    /** Signs, sends, and holds the answer against the contract. */
    public Answer send() {
        return send(request());
    }

    /** Sends a request that was made by {@link #request()}. */
    public Answer send(HttpRequest request) {
        return application.call(method, target).unsigned().send(request);
    }

    private String mac(String base) {
        try {
            String algorithm = parameters.get("oauth_signature_method").endsWith("SHA1") ? "HmacSHA1" : "HmacSHA256";
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec((encoded(secret) + "&").getBytes(UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String[]> pairs(String text) {
        List<String[]> pairs = new ArrayList<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            pairs.add(new String[] {
                encoded(URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8)),
                equals < 0 ? "" : encoded(URLDecoder.decode(pair.substring(equals + 1), UTF_8))
            });
        }
        return pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
