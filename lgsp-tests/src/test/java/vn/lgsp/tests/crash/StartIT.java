package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("A start that cannot succeed says why, in one line, with its own exit status")
class StartIT {

    @Test
    @DisplayName("the port is taken")
    void portTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(PlatformProcess.freePort(), 1, InetAddress.getLoopbackAddress());
                PlatformProcess second =
                        PlatformProcess.attempt(Repository.newDirectory("port"), taken.getLocalPort(), Map.of())) {
            assertFailure(second.exit(), 12, "LGSP-START-004", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    @DisplayName("another process has this home; it goes on undisturbed")
    void alreadyRunning() {
        PlatformProcess running = SharedPlatform.get();
        try (PlatformProcess second = PlatformProcess.attempt(running.home(), PlatformProcess.freePort(), Map.of())) {
            assertFailure(second.exit(), 11, "LGSP-START-003", running.base().toString());
        }
        Application.source(running).get("/api/v1/packets").expect(200);
    }

    @Test
    @DisplayName("a setting that makes no sense")
    void badSetting() {
        try (PlatformProcess second = PlatformProcess.attempt(
                Repository.newDirectory("setting"), PlatformProcess.freePort(), Map.of("LGSP_HTTP_PORT", "many"))) {
            assertFailure(second.exit(), 22, "LGSP-START-014", "LGSP_HTTP_PORT=many");
        }
    }

    @Test
    @DisplayName("a database that nobody answers for")
    void databaseUnreachable() {
        String url = "jdbc:postgresql://127.0.0.1:" + PlatformProcess.freePort() + "/lgsp";
        try (PlatformProcess second = PlatformProcess.attempt(
                Repository.newDirectory("database"),
                PlatformProcess.freePort(),
                Map.of("LGSP_DB_URL", url, "LGSP_LANG", "en"))) {
            assertFailure(second.exit(), 14, "LGSP-START-006", "LGSP_DB_URL");
        }
    }

    @Test
    @DisplayName("the master key is missing: no new one is made in its place; with the key back everything is there")
    void masterKeyMissing() throws IOException {
        try (PlatformProcess platform = PlatformProcess.start("master-key")) {
            Application source = Application.source(platform);
            Application destination = Application.destination(platform);
            Parcel parcel = Parcel.sent(source, destination);
            platform.terminate();
            Path key = platform.home().resolve("keys/master.key");
            Path kept = platform.home().resolve("kept.key");
            Files.move(key, kept);

            try (PlatformProcess second = PlatformProcess.attempt(platform.home(), platform.port(), Map.of())) {
                assertFailure(second.exit(), 17, "LGSP-START-009", "master.key");
            }
            assertThat(key).doesNotExist();

            Files.move(kept, key);
            platform.restart();
            parcel.accept().fetch().confirm();
        }
    }

    private static void assertFailure(PlatformProcess.Exit exit, int status, String code, String mentioned) {
        assertThat(exit.status()).as("%s", exit.lines()).isEqualTo(status);
        List<String> told = exit.lines().stream()
                .filter(line -> line.contains("LGSP-START"))
                .toList();
        assertThat(told).as("%s", exit.lines()).hasSize(1);
        assertThat(told.get(0)).contains(code, mentioned);
        assertThat(exit.lines()).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception in thread"));
    }
}
