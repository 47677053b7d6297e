package vn.lgsp.launcher.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/** Asks the application itself whether it is ready, over the address that clients use. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int OK = 200;

    private Readiness() {}

    /**
     * Returns when {@code GET /health/ready} has answered 200.
     *
     * @param base address of this node, {@code http://127.0.0.1:8080}
     */
    public static void await(String base, Duration patience) throws StartFailure {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/health/ready"))
                .timeout(ANSWER_WITHIN)
                .build();
        Instant end = Instant.now().plus(patience);
        String last = "";
        while (Instant.now().isBefore(end)) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == OK) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new StartFailure(StartError.NOT_READY, patience.toSeconds(), last);
    }
}
