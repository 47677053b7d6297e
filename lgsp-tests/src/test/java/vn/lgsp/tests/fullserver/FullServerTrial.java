package vn.lgsp.tests.fullserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

@DisplayName("The very EAR of the distribution deploys unchanged on a full Payara Server 6")
class FullServerTrial {
    private static final int PORT_BASE = 18_900;

    @Test
    @DisplayName("and takes a packet from agency to agency there")
    void unchanged() throws Exception {
        // The launcher's own platform brings the database, migrated, with agencies and keys.
        try (PlatformProcess platform = PlatformProcess.start("full-server");
                FullServer server = new FullServer(
                        Path.of(System.getProperty("lgsp.full.server")),
                        PORT_BASE,
                        settings(platform, platform.home().resolve("content")))) {
            server.start();
            server.deploy(Repository.distribution().resolve("lgsp.ear"));

            assertThat(status(server, "/health/ready")).isEqualTo(200);
            assertThat(status(server, "/portal/dang-nhap")).isEqualTo(200);
            assertThat(status(server, "/api/v1/inbox")).isEqualTo(401);
            Application source =
                    new Application(server.base(), Application.source(platform).credentials());
            Application destination = new Application(
                    server.base(), Application.destination(platform).credentials());
            Parcel parcel = Parcel.uploaded(source, destination);
            parcel.complete();
            parcel.accept();
            assertThat(destination
                            .get(parcel.deliveryPath())
                            .expect(200)
                            .get("state")
                            .asText())
                    .isEqualTo("accepted");

            server.undeploy("lgsp");
            assertThat(status(server, "/api/v1/time")).isEqualTo(404);
        }
    }

    private static Map<String, String> settings(PlatformProcess platform, Path content) {
        return Map.of(
                "LGSP_DB_URL", platform.database().url(),
                "LGSP_DB_USER", "lgsp",
                "LGSP_DB_PASSWORD", platform.database().password(),
                "LGSP_HOME", platform.home().toString(),
                "LGSP_CONTENT_DIR", content.toString(),
                "LGSP_MASTER_KEY_FILE",
                        platform.home().resolve("keys/master.key").toString(),
                "LGSP_PUBLIC_URL", FullServer.base(PORT_BASE).toString(),
                "LGSP_NODE", "full-server");
    }

    private static int status(FullServer server, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.base().resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
