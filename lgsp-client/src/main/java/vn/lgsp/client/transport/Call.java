package vn.lgsp.client.transport;

import jakarta.json.JsonObject;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lgsp.client.signing.ContentDigest;

/**
 * One request, before it is signed. Each attempt to send it is signed anew.
 *
 * @param method of HTTP
 * @param path percent-encoded path and query on the endpoint
 * @param headers to send besides those that every request has
 * @param body what to send
 * @param timeout from sending until the answer begins
 * @param repeatable whether doing it twice is the same as doing it once
 * @param signed whether the platform wants to know who asks
 * @param always whether the token of a session does not stand in for the signature
 */
public record Call(
        String method,
        String path,
        Map<String, String> headers,
        Body body,
        Duration timeout,
        boolean repeatable,
        boolean signed,
        boolean always) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Slower than this an upload is given up: 32 KiB in a second. */
    private static final long SLOWEST_BYTES_PER_SECOND = 32 * 1024;

    /** Makes the body anew for each attempt. */
    @FunctionalInterface
    public interface Body {

        /** A publisher that starts at the first byte. */
        BodyPublisher publisher() throws FileNotFoundException;
    }

    /** A signed GET. */
    public static Call get(String path) {
        return new Call("GET", path, Map.of(), BodyPublishers::noBody, PATIENCE, true, true, false);
    }

    /** A signed POST without a body that may be repeated. */
    public static Call post(String path) {
        return new Call("POST", path, Map.of(), BodyPublishers::noBody, PATIENCE, true, true, false);
    }

    /** A signed DELETE. */
    public static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), BodyPublishers::noBody, PATIENCE, true, true, false);
    }

    /** A signed PUT; give it a body. */
    public static Call put(String path) {
        return new Call("PUT", path, Map.of(), BodyPublishers::noBody, PATIENCE, true, true, false);
    }

    /** The same call with a JSON body. */
    public Call json(JsonObject object) {
        byte[] bytes = object.toString().getBytes(StandardCharsets.UTF_8);
        Call typed = header("Content-Type", "application/json").header("Content-Digest", ContentDigest.of(bytes));
        return typed.with(() -> BodyPublishers.ofByteArray(bytes), timeout);
    }

    /** The same call with the parameters of a form. */
    public Call form(Map<String, String> parameters) {
        byte[] bytes = parameters.entrySet().stream()
                .map(one -> Endpoint.encode(one.getKey()) + "=" + Endpoint.encode(one.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
        Call typed = header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Digest", ContentDigest.of(bytes));
        return typed.with(() -> BodyPublishers.ofByteArray(bytes), timeout);
    }

    /** The same call, signed even while the token of a session is shown with others. */
    public Call alwaysSigned() {
        return new Call(method, path, headers, body, timeout, repeatable, true, true);
    }

    /**
     * The same call with the content of a file, which is streamed.
     *
     * @param size bytes of the file
     * @param digest of the file, {@code sha-256=:base64:}
     */
    public Call file(Path file, long size, String mediaType, String digest) {
        Call typed = header("Content-Type", mediaType).header("Content-Digest", digest);
        return typed.with(() -> BodyPublishers.ofFile(file), PATIENCE.plusSeconds(size / SLOWEST_BYTES_PER_SECOND));
    }

    /** The same call with one more header. */
    public Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body, timeout, repeatable, signed, always);
    }

    /** The same call, not to be repeated once it may have reached the platform. */
    public Call once() {
        return new Call(method, path, headers, body, timeout, false, signed, always);
    }

    /** The same call where the platform may take so much longer to answer. */
    public Call waiting(Duration longer) {
        return new Call(method, path, headers, body, timeout.plus(longer), repeatable, signed, always);
    }

    /** The same call without a signature, for the public operations. */
    public Call unsigned() {
        return new Call(method, path, headers, body, timeout, repeatable, false, false);
    }

    private Call with(Body newBody, Duration newTimeout) {
        return new Call(method, path, headers, newBody, newTimeout, repeatable, signed, always);
    }
}
