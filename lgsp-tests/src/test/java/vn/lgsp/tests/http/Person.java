package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

/** A member of staff whose own program calls a platform with a personal token; every answer is held against the contract. */
public final class Person {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String token;

    private Person(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Somebody of the demonstration, with a token that may write. */
    public static Person named(PlatformProcess platform, String username) {
        return named(platform, username, false);
    }

    /** Somebody of the demonstration. */
    public static Person named(PlatformProcess platform, String username, boolean readOnly) {
        Database database = platform.database();
        Awaitility.await("account " + username)
                .until(() -> database.count("select count(*) from account where username = ?", username) == 1);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.update(
                """
                insert into account_token (id, account_id, token_hash, name, read_only, created_at, expires_at)
                select gen_random_uuid(), id, ?, 'thử', ?, now(), now() + interval '1 day' from account where username = ?
                """,
                sha256(secret),
                readOnly,
                username);
        return new Person(platform.base(), "lgsp_pat_" + secret);
    }

    /** Somebody whose token nobody made. */
    public static Person nobody(PlatformProcess platform) {
        return new Person(platform.base(), "lgsp_pat_" + "A".repeat(43));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same person at another node of the same database. */
    public Person at(PlatformProcess other) {
        return new Person(other.base(), token);
    }

    public Answer get(String path) {
        return sendWith("GET", path, null, Map.of());
    }

    public Answer post(String path, Map<String, ?> body) {
        return sendWith("POST", path, body, Map.of());
    }

    /** Sends a whole file; {@code mediaType} may be null. */
    public Answer put(String path, String mediaType, byte[] file) {
        return send("PUT", path, mediaType, BodyPublishers.ofByteArray(file), Map.of());
    }

    /** Sends bytes with more headers. */
    public Answer sendBytes(String method, String path, String mediaType, byte[] bytes, Map<String, String> headers) {
        return send(method, path, mediaType, BodyPublishers.ofByteArray(bytes), headers);
    }

    /** Asks that something be made, under a key of the sender's. */
    public Answer create(String path, Map<String, ?> body, String idempotencyKey) {
        return sendWith("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    /** Sends what the contract knows; {@code body} and {@code ifMatch} may be null. */
    public Answer send(String method, String path, Map<String, ?> body, String ifMatch) {
        return sendWith(method, path, body, ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch));
    }

    /** Sends what the contract knows, with more headers; {@code body} may be null. */
    public Answer sendWith(String method, String path, Map<String, ?> body, Map<String, String> headers) {
        return body == null
                ? send(method, path, null, BodyPublishers.noBody(), headers)
                : send(method, path, "application/json", BodyPublishers.ofString(Json.write(body)), headers);
    }

    private Answer send(
            String method, String path, String mediaType, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            Contract.Operation meant = Contract.get()
                    .operation(method, URI.create(base + path).getRawPath())
                    .orElseThrow(() -> new AssertionError("not in the contract: " + method + " " + path));
            Contract.get().check(meant, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
