package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.signing.SignableRequest;
import vn.lgsp.client.signing.SignatureBase;

/**
 * One signed request. Everything is right unless it is said to be wrong: the clock, the secret, what is covered, and what happens to the
 * request after it was signed.
 */
public final class Call {
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Application application;
    private final String method;
    private final URI uri;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> headersAfterSigning = new LinkedHashMap<>();
    private byte[] body;
    private byte[] bodyAfterSigning;
    private Supplier<InputStream> stream;
    private Instant created = Instant.now();
    private String accessKey;
    private String secret;
    private String algorithm = "hmac-sha256";
    private UnaryOperator<byte[]> signer;
    private String nonce = UUID.randomUUID().toString();
    private List<String> covered;
    private boolean signed = true;
    private boolean documented = true;

    Call(Application application, String method, String path) {
        this.application = application;
        this.method = method;
        this.uri = URI.create(application.base() + path);
        this.accessKey = application.credentials().accessKey();
        this.secret = application.credentials().secret();
    }

    /** A header, covered when the profile wants it covered. */
    public Call header(String name, String value) {
        headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
        return this;
    }

    public Call json(Map<String, ?> members) {
        return json(Json.write(members));
    }

    /** The parameters of a form. */
    public Call form(Map<String, String> parameters) {
        String text = parameters.entrySet().stream()
                .map(one -> URLEncoder.encode(one.getKey(), UTF_8) + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded", text.getBytes(UTF_8));
    }

    /** Text that says it is JSON. */
    public Call json(String text) {
        return body("application/json", text.getBytes(UTF_8));
    }

    public Call body(String mediaType, byte[] bytes) {
        body = bytes;
        return header("content-type", mediaType).header("content-digest", ContentDigest.of(bytes));
    }

    /** A body that streams; its digest must be known. */
    public Call body(String mediaType, String digest, Supplier<InputStream> bytes) {
        stream = bytes;
        return header("content-type", mediaType).header("content-digest", digest);
    }

    public Call english() {
        return header("accept-language", "en");
    }

    public Call unsigned() {
        signed = false;
        return this;
    }

    public Call createdAt(Instant instant) {
        created = instant;
        return this;
    }

    public Call withSecret(String other) {
        secret = other;
        return this;
    }

    public Call withAccessKey(String other) {
        accessKey = other;
        return this;
    }

    public Call withAlgorithm(String label) {
        algorithm = label;
        return this;
    }

    /** Signs in another way than with the secret. */
    public Call signedBy(String label, UnaryOperator<byte[]> way) {
        algorithm = label;
        signer = way;
        return this;
    }

    public Call withNonce(String value) {
        nonce = value;
        return this;
    }

    /** Covers exactly these components, whatever the profile wants. */
    public Call covering(String... components) {
        covered = List.of(components);
        return this;
    }

    /** Sends other bytes than those that were signed. */
    public Call bodyAfterSigning(byte[] bytes) {
        bodyAfterSigning = bytes;
        return this;
    }

    /** Sends a header with another value than the one that was signed; null leaves it out. */
    public Call headerAfterSigning(String name, String value) {
        headersAfterSigning.put(name, value);
        return this;
    }

    /** Means a path or method that the contract does not have. */
    public Call undocumented() {
        documented = false;
        return this;
    }

    /** Leaves the answer as it is instead of holding it against the contract: for whoever measures. */
    public Call unchecked() {
        return undocumented();
    }

    /** The request, signed; sending it twice is a replay. */
    public HttpRequest request() {
        if (signed) {
            sign();
        }
        headersAfterSigning.forEach((name, value) -> {
            if (value == null) {
                headers.remove(name);
            } else {
                headers.put(name, value);
            }
        });
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).method(method, publisher());
        headers.forEach(builder::setHeader);
        return builder.build();
    }

    private HttpRequest.BodyPublisher publisher() {
        if (stream != null) {
            return BodyPublishers.ofInputStream(stream);
        }
        byte[] sent = bodyAfterSigning != null ? bodyAfterSigning : body;
        return sent == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent);
    }

    private void sign() {
        SignableRequest request = new SignableRequest(method, uri, headers);
        SignatureBase base = new SignatureBase();
        (covered == null ? profile() : covered).forEach(base::cover);
        base.parameter("created", created.getEpochSecond())
                .parameter("keyid", accessKey)
                .parameter("alg", algorithm)
                .parameter("nonce", nonce)
                .parameter("tag", "lgsp-1");
        headers.put("signature-input", "lgsp=" + base.parameters());
        String text = base.of(request);
        String signature =
                signer == null ? mac(text) : Base64.getEncoder().encodeToString(signer.apply(text.getBytes(UTF_8)));
        headers.put("signature", "lgsp=:" + signature + ":");
    }

    private List<String> profile() {
        List<String> components = new ArrayList<>(List.of("@method", "@target-uri"));
        for (String name : List.of("content-digest", "content-type", "idempotency-key", "authorization")) {
            if (headers.containsKey(name)) {
                components.add(name);
            }
        }
        return components;
    }

    private String mac(String base) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same request, to be signed anew: not a replay. */
    public Call again() {
        Call again = new Call(
                application, method, uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        again.headers.putAll(headers);
        again.headers.keySet().removeAll(List.of("signature-input", "signature"));
        again.body = body;
        again.signed = signed;
        return again;
    }

    /** Signs, sends, and holds the answer against the contract. */
    public Answer send() {
        return send(request());
    }

    /** Sends a request that was made by {@link #request()}. */
    public Answer send(HttpRequest request) {
        return exchange(HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(PATIENCE)
                .build());
    }

    /** Sends without a limit of time: large content. */
    public Answer sendPatiently() {
        return exchange(request());
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = application.http().send(request, BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            if (documented) {
                Contract.Operation meant = Contract.get()
                        .operation(method, uri.getRawPath())
                        .orElseThrow(
                                () -> new AssertionError("not in the contract: " + method + " " + uri.getRawPath()));
                application.called(meant);
                Contract.get().check(meant, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signs and sends; the body is for the caller to read and to close. */
    public HttpResponse<InputStream> open() {
        try {
            return application.http().send(request(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
