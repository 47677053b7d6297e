package vn.lgsp.tests.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Two nodes are one platform (Điều 5.6)")
class NodesIT {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PlatformProcess first = SharedPlatform.get();

    @Test
    @DisplayName("what one node has let in is a replay at the other, and still after a kill -9 and a restart")
    void replayAnywhere() {
        try (PlatformProcess second = PlatformProcess.node(
                "second-node", first, Map.of("LGSP_PUBLIC_URL", first.base().toString()))) {
            second.awaitReady();
            Call call = Application.source(first).call("GET", "/api/v1/inbox");
            HttpRequest signed = call.request();
            HttpRequest unused =
                    Application.source(first).call("GET", "/api/v1/inbox").request();

            call.send(signed).expect(200);
            assertThat(code(at(second, signed))).isEqualTo("nonce-replayed");
            assertThat(at(second, unused).statusCode()).isEqualTo(200);
            assertThat(code(at(first, unused))).isEqualTo("nonce-replayed");

            second.kill9();
            second.restart();
            assertThat(code(at(second, signed))).isEqualTo("nonce-replayed");
            assertThat(code(at(second, unused))).isEqualTo("nonce-replayed");
        }
    }

    @Test
    @DisplayName("a node whose clock and the database's are ten minutes apart is not ready, and says so")
    void clockOff() {
        first.database()
                .update(
                        """
                        create function public.clock_timestamp() returns timestamptz language sql
                        as 'select pg_catalog.clock_timestamp() - interval ''10 minutes'''
                        """);
        // This node's connections find that function before the one of PostgreSQL.
        String url = first.database().url() + "?options=-c%20search_path%3Dpublic,pg_catalog";
        try (PlatformProcess late =
                PlatformProcess.node("late-node", first, Map.of("LGSP_DB_URL", url, "LGSP_READY_SECONDS", "600"))) {
            Awaitility.await("the node says what it is not ready for")
                    .atMost(Duration.ofMinutes(4))
                    .ignoreExceptions()
                    .until(() -> health(late).contains("\"clock\":\"off\""));
            assertThat(health(late)).contains("\"database\":\"reachable\"").contains("\"status\":\"DOWN\"");
            Awaitility.await("and its log tells the operator")
                    .until(() -> Files.readString(late.home().resolve("logs/server-0.log"), UTF_8)
                            .contains("s apart; it answers that it is not ready"));
        }
        first.database().update("drop function public.clock_timestamp()");
        assertThat(health(first)).contains("\"clock\":\"agrees\"").contains("\"status\":\"UP\"");
    }

    private static HttpResponse<String> at(PlatformProcess node, HttpRequest request) {
        URI there = node.base().resolve(request.uri().getRawPath());
        return send(HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(there)
                .build());
    }

    private static String code(HttpResponse<String> answer) {
        return Json.read(answer.body()).get("code").asText();
    }

    private static String health(PlatformProcess node) {
        return send(HttpRequest.newBuilder(node.base().resolve("/health/ready")).build())
                .body()
                .replaceAll("\\s", "");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
