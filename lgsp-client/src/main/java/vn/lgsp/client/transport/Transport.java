package vn.lgsp.client.transport;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.UnexpectedAnswerException;
import vn.lgsp.client.UnreachableException;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.signing.SignableRequest;

/** Signs calls, sends them, repeats what may be repeated, and tells refusals from answers. Safe for threads. */
public final class Transport implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Transport.class.getName());
    private static final int LONGEST_JSON = 16 * 1024 * 1024;

    private final Endpoint endpoint;
    private final HttpClient http;
    private final RequestSigner signer;
    private final RetryPolicy retries;
    private final Texts texts;
    private final Duration silence;
    private final Problems problems;
    private final IdleWatch watch = new IdleWatch();
    private volatile String token;

    /** What the whole client shares. */
    public record Setup(
            Endpoint endpoint,
            HttpClient http,
            RequestSigner signer,
            RetryPolicy retries,
            Texts texts,
            Duration silence) {}

    /** Makes a value of an answer. */
    @FunctionalInterface
    public interface Reading<T> {

        /** Reads the body; whoever reads it closes it. */
        T read(HttpResponse<InputStream> response) throws IOException;
    }

    /** A transport; close it to end its background thread. */
    public Transport(Setup setup) {
        this.endpoint = setup.endpoint();
        this.http = setup.http();
        this.signer = setup.signer();
        this.retries = setup.retries();
        this.texts = setup.texts();
        this.silence = setup.silence();
        this.problems = new Problems(texts);
    }

    /** Shows this token of a session from now on instead of signing each call; null signs again. */
    public void show(String sessionToken) {
        token = sessionToken;
    }

    /** Sends a call and reads an object. */
    public JsonObject json(Call call) {
        return perform(call.header("Accept", "application/json"), this::object);
    }

    /** Sends a call and reads a record. */
    public <T extends Record> T record(Call call, Class<T> type) {
        return read(json(call), type);
    }

    /** Makes a record of an object that the platform sent. */
    public <T extends Record> T read(JsonObject object, Class<T> type) {
        try {
            return JsonRecords.read(object, type);
        } catch (IllegalArgumentException unexpected) {
            throw unexpected(unexpected.getMessage(), null, unexpected);
        }
    }

    /** Sends a call whose answer has nothing to say. */
    public void run(Call call) {
        perform(call, response -> {
            response.body().close();
            return response.statusCode();
        });
    }

    /**
     * Sends a call and reads its answer. An answer that breaks off counts as a broken connection.
     *
     * @throws LgspException when the platform refuses or cannot be reached
     */
    public <T> T perform(Call call, Reading<T> reading) {
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> pause;
            LgspException failure;
            String shown = call.signed() && !call.always() ? token : null;
            try {
                HttpResponse<InputStream> response = send(call, shown);
                if (response.statusCode() / 100 == 2) {
                    return reading.read(response);
                }
                if (response.statusCode() < 400) {
                    response.body().close();
                    throw unexpected("HTTP " + response.statusCode(), Problems.requestId(response), null);
                }
                RefusedException refusal = problems.read(response);
                if (shown != null && refusal.status() == 401) {
                    // The session is over; what it stood for is done by a signature.
                    token = null;
                    continue;
                }
                failure = refusal;
                pause = retries.after(call, refusal, attempt, retryAfter(response));
            } catch (IOException broken) {
                failure = unreachable(broken);
                pause = broken instanceof SSLException ? Optional.empty() : retries.after(call, broken, attempt);
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
            LOG.log(Level.DEBUG, "{0} {1}: {2}, attempt {3}", call.method(), call.path(), failure.code(), attempt);
            if (pause.isEmpty()) {
                throw failure;
            }
            sleep(pause.get());
        }
    }

    /** Waits as the retry policy does. */
    public void sleep(Duration length) {
        try {
            retries.pause().take(length);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** How long to wait before the attempt after this one. */
    public Duration backOff(int attempt) {
        return retries.backOff(attempt);
    }

    /** How often something is tried without getting any further. */
    public int attempts() {
        return retries.attempts();
    }

    /** Where the platform is. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The client's sentences. */
    public Texts texts() {
        return texts;
    }

    /** The platform, or what stands in front of it, did not answer. */
    public UnreachableException unreachable(IOException cause) {
        String kind = cause instanceof SSLException ? "tls" : "unreachable";
        String reason = cause.getMessage();
        if (reason == null) {
            reason = cause instanceof ConnectException
                    ? texts.text("nobody")
                    : cause.getClass().getSimpleName();
        }
        return new UnreachableException(
                "client-" + kind,
                texts.text(kind + ".detail", endpoint.toString(), reason),
                texts.text(kind + ".fix"),
                cause);
    }

    /** The answer is not one of the published interface. */
    public UnexpectedAnswerException unexpected(String what, String requestId, Throwable cause) {
        return new UnexpectedAnswerException(
                "client-answer-unexpected",
                texts.text("unexpected.detail", what),
                texts.text("unexpected.fix"),
                requestId,
                cause);
    }

    @Override
    public void close() {
        watch.close();
    }

    private UnreachableException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new UnreachableException(
                "client-interrupted", texts.text("interrupted.detail"), texts.text("interrupted.fix"), stopped);
    }

    private HttpResponse<InputStream> send(Call call, String shown) throws IOException, InterruptedException {
        URI uri = endpoint.at(call.path());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(call.method(), call.body().publisher())
                .timeout(call.timeout())
                .header("Accept-Language", texts.locale().getLanguage())
                .header("User-Agent", "lgsp-client");
        call.headers().forEach(request::header);
        if (shown != null) {
            request.header("Authorization", "Bearer " + shown);
        } else if (call.signed()) {
            signer.sign(new SignableRequest(call.method(), uri, call.headers()))
                    .headers()
                    .forEach(request::header);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            return new WatchedResponse(response, watch.watch(response.body(), silence));
        } catch (HttpConnectTimeoutException neverConnected) {
            // Nothing was sent: the same as a refused connection, and safe to repeat.
            ConnectException failure = new ConnectException(neverConnected.getMessage());
            failure.initCause(neverConnected);
            throw failure;
        }
    }

    /** Reads the object of an answer and closes it. */
    public JsonObject object(HttpResponse<InputStream> response) throws IOException {
        byte[] bytes;
        try (InputStream body = response.body()) {
            bytes = body.readNBytes(LONGEST_JSON + 1);
        }
        if (bytes.length > LONGEST_JSON) {
            throw unexpected("JSON > " + LONGEST_JSON + " B", Problems.requestId(response), null);
        }
        try (var reader = JsonRecords.json().createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException notJson) {
            String type = response.headers().firstValue("Content-Type").orElse("?");
            throw unexpected(type, Problems.requestId(response), notJson);
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
