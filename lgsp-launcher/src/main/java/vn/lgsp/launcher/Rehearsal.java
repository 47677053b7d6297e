package vn.lgsp.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The first requests to a platform that has just started. */
final class Rehearsal {

    private static final List<String> PATHS =
            List.of("/", "/api/v1/time", "/api/v1/session", "/openapi.yaml", "/metrics", "/portal/", "/portal/");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Rehearsal() {}

    /** Whatever the answers are: it is the asking that makes the JVM load what it takes to answer. */
    static void play(String base) throws StartFailure {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            for (String path : PATHS) {
                client.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new StartFailure(e, StartError.NOT_READY, PATIENCE.toSeconds(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
