package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.ClientKey;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

@DisplayName("The platform's own listener for TLS with what the operator brings")
class TlsListenerIT {
    private static final String PASSWORD = "mat-khau-thu";
    private static final ClientKey SERVER = new ClientKey();
    private static final X509Certificate SERVER_CERTIFICATE = SERVER.selfSigned("127.0.0.1");
    private static final ClientKey CLIENT = new ClientKey();
    private static final X509Certificate CLIENT_CERTIFICATE = CLIENT.selfSigned();

    private static final int TLS_1_0 = 0x0301;
    private static final int TLS_1_1 = 0x0302;
    private static final int TLS_1_2 = 0x0303;
    private static final int HUNG_UP = -1;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private static PlatformProcess platform;
    private static Application source;

    @BeforeAll
    static void start() throws Exception {
        Path files = Repository.newDirectory("tls-files");
        Path trust = files.resolve("noi-cap.pem");
        Files.writeString(trust, ClientKey.pem(CLIENT_CERTIFICATE), UTF_8);
        platform = PlatformProcess.startWithTls(
                "tls",
                Map.of(
                        "LGSP_TLS_KEY_STORE", keyStore(files).toString(),
                        "LGSP_TLS_KEY_STORE_PASSWORD", PASSWORD,
                        "LGSP_TLS_TRUST", trust.toString()));
        source = Application.source(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Path keyStore(Path directory) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "may-chu", SERVER.privateKey(), PASSWORD.toCharArray(), new Certificate[] {SERVER_CERTIFICATE});
        Path file = directory.resolve("may-chu.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    @Test
    @DisplayName(
            "a certificate of a trusted authority opens the connection, and the application once it is bound to it")
    void foreignAuthority() {
        HttpClient client = CLIENT.showing(CLIENT_CERTIFICATE, SERVER_CERTIFICATE);
        Application secure = source.over(platform.tlsBase(), client);
        UUID application = (UUID) platform.database()
                .one(
                        "select application_id from access_key where access_key = ?",
                        source.credentials().accessKey());
        String certificates = "/api/v1/applications/" + application + "/certificates";
        Person operator = Person.named(platform, "vanhanh");
        UUID issued = operator.post(certificates, Map.of("request", new ClientKey().request()))
                .expect(201)
                .id("id");
        operator.send("PUT", certificates + "/policy", Map.of("required", true, "reason", "Thử"), null)
                .expect(200);

        secure.get("/api/v1/inbox").refused(403, "certificate-required");
        UUID bound = operator.post(certificates, Map.of("certificate", ClientKey.pem(CLIENT_CERTIFICATE)))
                .expect(201)
                .id("id");
        secure.get("/api/v1/inbox").expect(200);

        operator.post(certificates + "/" + bound + ":revoke", Map.of("reason", "key-compromise"))
                .expect(200);
        secure.get("/api/v1/inbox").refused(403, "certificate-not-usable");
        operator.send("PUT", certificates + "/policy", Map.of("required", false, "reason", "Thử"), null)
                .expect(200);
        secure.get("/api/v1/inbox").refused(403, "certificate-not-usable");
        source.get("/api/v1/inbox").expect(200);
        assertThat(issued).isNotEqualTo(bound);
    }

    @Test
    @DisplayName("whoever does not know its certificate does not connect")
    void ownCertificate() {
        HttpClient stranger = ClientKey.showingNothing(CLIENT_CERTIFICATE);
        assertThatThrownBy(() -> source.over(platform.tlsBase(), stranger).get("/api/v1/inbox"))
                .hasRootCauseInstanceOf(GeneralSecurityException.class);
    }

    @Test
    @DisplayName("TLS 1.2 is spoken; whoever offers only 1.1 or 1.0 gets an alert or is hung up on")
    void protocols() throws IOException {
        assertThat(answerTo(TLS_1_2)).isEqualTo(HANDSHAKE);
        assertThat(answerTo(TLS_1_1)).isIn(ALERT, HUNG_UP);
        assertThat(answerTo(TLS_1_0)).isIn(ALERT, HUNG_UP);
    }

    /** The type of the first record that answers a ClientHello of this version, -1 for none; Java itself would not send an old one. */
    private static int answerTo(int version) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream hello = new DataOutputStream(body);
        hello.writeShort(version);
        hello.write(new byte[32]);
        hello.writeByte(0);
        // ECDHE-ECDSA with AES-128-GCM (1.2) and AES-128-CBC (before); no compression.
        hello.write(new byte[] {0, 4, (byte) 0xc0, 0x2b, (byte) 0xc0, 0x09, 1, 0});
        byte[] extensions = {
            0,
            10,
            0,
            4,
            0,
            2,
            0,
            23, // P-256
            0,
            11,
            0,
            2,
            1,
            0, // uncompressed points
            0,
            13,
            0,
            6,
            0,
            4,
            4,
            3,
            2,
            3 // ECDSA with SHA-256 and SHA-1
        };
        hello.writeShort(extensions.length);
        hello.write(extensions);
        URI at = platform.tlsBase();
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(30_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeByte(HANDSHAKE);
            out.writeShort(TLS_1_0);
            out.writeShort(body.size() + 4);
            out.writeInt(0x0100_0000 | body.size());
            out.write(body.toByteArray());
            out.flush();
            return socket.getInputStream().read();
        }
    }

    @Test
    @DisplayName("the files of its keys are the owner's alone, and their password stands in no log")
    void files() throws IOException {
        Path directory = platform.home().resolve("tls");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(platform.log())).doesNotContain(PASSWORD);
        try (var logs = Files.list(platform.home().resolve("logs"))) {
            assertThat(logs.filter(Files::isRegularFile))
                    .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain(PASSWORD));
        }
    }

    @Test
    @DisplayName("a start with a taken port or a file that is none says so")
    void cannotStart() throws IOException {
        try (ServerSocket taken =
                        new ServerSocket(PlatformProcess.freePort(), 1, java.net.InetAddress.getLoopbackAddress());
                PlatformProcess second = PlatformProcess.attempt(
                        Repository.newDirectory("tls-port"),
                        PlatformProcess.freePort(),
                        Map.of("LGSP_TLS_PORT", Integer.toString(taken.getLocalPort())))) {
            PlatformProcess.Exit exit = second.exit();
            assertThat(exit.status()).as("%s", exit.lines()).isEqualTo(30);
            assertThat(exit.lines()).anyMatch(line -> line.contains("LGSP-START-022"));
        }
        try (PlatformProcess second = PlatformProcess.attempt(
                Repository.newDirectory("tls-trust"),
                PlatformProcess.freePort(),
                Map.of(
                        "LGSP_TLS_PORT",
                        Integer.toString(PlatformProcess.freePort()),
                        "LGSP_TLS_TRUST",
                        "khong-co.pem"))) {
            PlatformProcess.Exit exit = second.exit();
            assertThat(exit.status()).as("%s", exit.lines()).isEqualTo(31);
            assertThat(exit.lines()).anyMatch(line -> line.contains("LGSP-START-023") && line.contains("khong-co.pem"));
        }
    }
}
