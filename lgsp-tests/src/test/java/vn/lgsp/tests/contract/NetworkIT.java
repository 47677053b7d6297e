package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.PlatformProcess;

@DisplayName("Allowed networks")
class NetworkIT {
    private static PlatformProcess platform;

    @BeforeAll
    static void start() {
        // A network that is nobody's (RFC 5737).
        platform = PlatformProcess.start(
                "network", Map.of("LGSP_HTTP_HOST", "0.0.0.0", "LGSP_NETWORK_ALLOWED", "198.51.100.0/24"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName(
            "whoever is in none of them is served neither the portal nor the interface; the machine itself always is")
    void refused() throws Exception {
        Optional<InetAddress> own = ownAddress();
        assumeTrue(own.isPresent(), "this machine has no address but loopback");
        String there = "http://" + own.get().getHostAddress() + ":" + platform.port();

        HttpResponse<String> interfaceAnswer = get(there + "/api/v1/time");
        assertThat(interfaceAnswer.statusCode()).isEqualTo(403);
        assertThat(interfaceAnswer.body()).contains("address-not-allowed");
        assertThat(get(there + "/portal/dang-nhap").statusCode()).isEqualTo(403);
        assertThat(get(there + "/portal/assets/portal.js").statusCode()).isEqualTo(403);

        assertThat(get(platform.base() + "/api/v1/time").statusCode()).isEqualTo(200);
        assertThat(get(platform.base() + "/portal/dang-nhap").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<InetAddress> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
