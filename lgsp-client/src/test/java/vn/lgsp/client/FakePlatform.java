package vn.lgsp.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.transport.RetryPolicy;

/**
 * The other end of the wire for tests of the transport: answers in the order that the test has laid down and keeps what it was
 * asked. Like the platform it refuses to see a nonce twice: java.net.http by itself sends a GET again, with the same signature, when a
 * connection ends without an answer. It is not a platform; whether the client and the platform understand each other is tested against the real one.
 */
public final class FakePlatform implements AutoCloseable {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /** One answer. */
    public interface Reply {

        void to(HttpExchange exchange) throws IOException;
    }

    /** What was asked; header names in lower case. */
    public record Request(String method, String target, Map<String, String> headers, byte[] body) {

        public String header(String name) {
            return headers.get(name);
        }
    }

    public FakePlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of this end that notes its pauses instead of taking them. */
    LgspClient client() {
        return builder().build();
    }

    /** Settings for such a client. */
    LgspClientBuilder builder() {
        RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(5), () -> 1.0, pauses::add);
        return new LgspClientBuilder(uri(), new RequestSigner("LGSPAKTEST", "lgsp_test_sk_1")).retries(policy);
    }

    public FakePlatform then(Reply reply) {
        replies.add(reply);
        return this;
    }

    public FakePlatform then(int status, String type, String body) {
        return then(exchange -> send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8)));
    }

    public FakePlatform thenProblem(int status, String code, boolean retry) {
        return then(status, PROBLEM, problem(status, code, retry));
    }

    /** Breaks the connection without an answer. */
    public FakePlatform thenHangUp() {
        return then(HttpExchange::close);
    }

    public List<Request> requests() {
        return Collections.unmodifiableList(requests);
    }

    List<Duration> pauses() {
        return Collections.unmodifiableList(pauses);
    }

    private static String problem(int status, String code, boolean retry) {
        return """
                {"type":"/api/v1/errors/%s","title":"T","status":%d,"code":"%s","detail":"Chi tiết","fix":"Cách sửa",
                 "retry":%s,"requestId":"req-1","errors":[{"field":"title","reason":"quá dài"}]}"""
                .formatted(code, status, code, retry);
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Announces all of a body, sends its beginning, and breaks the connection. */
    static void sendPart(HttpExchange exchange, int status, byte[] body, int sent) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, sent);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> String.join(", ", entry.getValue())));
        String nonce = headers.getOrDefault("signature-input", "unsigned").replaceAll(".*;nonce=\"([^\"]*)\".*", "$1");
        if (!nonce.equals("unsigned") && !nonces.add(nonce)) {
            byte[] problem = problem(401, "nonce-replayed", true).getBytes(StandardCharsets.UTF_8);
            send(exchange, 401, PROBLEM, problem);
            return;
        }
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes()));
        Reply reply = replies.poll();
        if (reply == null) {
            send(exchange, 500, "text/plain", "the test laid down no answer".getBytes(StandardCharsets.UTF_8));
        } else {
            reply.to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
