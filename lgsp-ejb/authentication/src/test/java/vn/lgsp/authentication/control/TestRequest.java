package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lgsp.authentication.boundary.SignedRequest;

/** Builds requests as a client and a container would hand them over. Tests write the signature base themselves, line by line. */
final class TestRequest {
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private String method = "GET";
    private String scheme = "http";
    private String localAddress = "10.1.2.3";
    private int localPort = 8080;
    private String path = "/api/v1/inbox";
    private String query;
    private byte[] body = new byte[0];
    private byte[] certificate;
    private String from = "192.0.2.7";

    TestRequest() {
        header("Host", "lgsp.example.vn");
    }

    TestRequest method(String newMethod) {
        method = newMethod;
        return this;
    }

    TestRequest path(String newPath) {
        path = newPath;
        return this;
    }

    TestRequest query(String newQuery) {
        query = newQuery;
        return this;
    }

    TestRequest listener(String newScheme, String address, int port) {
        scheme = newScheme;
        localAddress = address;
        localPort = port;
        return this;
    }

    TestRequest header(String name, String line) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(line);
        return this;
    }

    TestRequest without(String name) {
        headers.remove(name);
        return this;
    }

    /** A body without anything that says so. */
    TestRequest plainBody(String text) {
        body = text.getBytes(UTF_8);
        return this;
    }

    /** A body that nobody may read before the signature was verified. */
    TestRequest streamed() {
        body = null;
        return this;
    }

    TestRequest body(String text) {
        body = text.getBytes(UTF_8);
        return header("Content-Type", "application/json")
                .header("Content-Length", String.valueOf(text.getBytes(UTF_8).length))
                .header("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha("SHA-256", text)) + ":");
    }

    TestRequest input(String value) {
        return header("Signature-Input", value);
    }

    TestRequest signature(String label, byte[] signature) {
        return header("Signature", label + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
    }

    /** Over TLS, showing this certificate. */
    TestRequest showing(byte[] der) {
        certificate = der;
        return this;
    }

    TestRequest from(String address) {
        from = address;
        return this;
    }

    SignedRequest build() {
        return new SignedRequest(
                method,
                scheme,
                localAddress,
                localPort,
                path,
                query,
                headers,
                body == null ? null : () -> body,
                certificate,
                from,
                new UUID(1, 2));
    }

    static byte[] sha(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] hmac(byte[] key, String base) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(base.getBytes(ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
