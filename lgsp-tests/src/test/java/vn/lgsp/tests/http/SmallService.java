package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lgsp.client.AccessGate;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.model.Admission;
import vn.lgsp.client.model.ReceivedRequest;

/** A destination as an agency would write it with the Java client: a small HTTP server that serves one operation to whoever the platform vouches for. */
public final class SmallService implements AutoCloseable {
    private final AccessGate gate;
    private final String operation;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger served = new AtomicInteger();

    /** A server on a port of its own. */
    public SmallService(AccessGate gate, String operation) {
        this.gate = gate;
        this.operation = operation;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it is, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often it has served. */
    public int served() {
        return served.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ReceivedRequest request = new ReceivedRequest(
                    exchange.getRequestMethod(),
                    URI.create(address() + exchange.getRequestURI().toString()),
                    exchange.getRequestHeaders(),
                    body);
            Admission admission;
            try {
                admission = gate.check(request);
            } catch (LgspException unreachable) {
                answer(exchange, 503, unreachable.code());
                return;
            }
            if (!admission.allows(operation)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", admission.challenge());
                answer(exchange, admission.status(), "");
                return;
            }
            served.incrementAndGet();
            answer(exchange, 200, admission.application() + " " + admission.requestVerified() + " " + body.length);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
